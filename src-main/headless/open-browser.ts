import { spawn } from 'node:child_process'

/** Opens the person's browser; where that fails, the address stands on the terminal anyway. */
export function openBrowser(url: string, platform: NodeJS.Platform): void {
  const [program, ...words] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? // The empty title keeps start from taking a quoted address for one.
          ['cmd', '/c', 'start', '""', url]
        : ['xdg-open', url]
  const opening = spawn(program, words, { stdio: 'ignore', detached: true })
  opening.on('error', () => {})
  opening.unref()
}
