import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const announced = z.strictObject({ url: z.url(), apiUrl: z.url(), token: z.string().min(30) })

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'started ü'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data')
}

interface Started {
  readonly child: ChildProcess
  readonly said: { out: string; err: string }
  readonly ended: Promise<number | null>
  /** Resolves with the first line on stdout. */
  readonly line: Promise<string>
}

function npmStart(words: readonly string[]): Started {
  const child = spawn('npm', ['start', '--', '--headless', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // As a script would find it: npm's settings of the test run are not its own.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
    shell: process.platform === 'win32',
  })
  const said = { out: '', err: '' }
  child.stderr?.on('data', (part: Buffer) => {
    said.err += part.toString()
  })
  const line = new Promise<string>((done) =>
    child.stdout?.on('data', (part: Buffer) => {
      said.out += part.toString()
      if (said.out.includes('\n')) done(said.out)
    }),
  )
  const ended = new Promise<number | null>((done) => child.once('close', done))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, said, ended, line }
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

describe('npm start for scripts', () => {
  test('says where it is in one line on stdout; the link signs in once and the token asks the API', async () => {
    const { line, said } = npmStart(['--data', dataFolder(), '--port', '0', '--demo', '--json'])
    const { url, apiUrl, token } = announced.parse(JSON.parse(await line))
    expect(said.out.split('\n')).toHaveLength(2)
    expect(new URL(url).hostname).toBe('127.0.0.1')

    const enter = () => fetch(url, { redirect: 'manual' })
    expect([(await enter()).status, (await enter()).status]).toEqual([303, 403])

    const ask = (bearer: string) =>
      fetch(`${apiUrl}/queries/session.current`, { method: 'POST', headers: { authorization: `Bearer ${bearer}` } })
    expect([(await ask(token)).status, (await ask('unknown')).status]).toEqual([200, 401])
    expect((await fetch(`${apiUrl}/openapi.json`)).headers.get('content-type')).toBe('application/json')
    const page = await fetch(new URL('/', url))
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
    'ended with %s, it leaves no program behind, and the shop opens again',
    async (signal) => {
      const folder = dataFolder()
      const first = npmStart(['--data', folder, '--port', '0', '--json'])
      const { apiUrl } = announced.parse(JSON.parse(await first.line))
      first.child.kill(signal)
      await first.ended
      await expect.poll(() => isReachable(`${apiUrl}/openapi.json`), { timeout: 5_000 }).toBe(false)
      const second = npmStart(['--data', folder, '--port', '0', '--json'])
      expect(announced.safeParse(JSON.parse(await second.line)).success).toBe(true)
    },
  )

  test('[D14] a data folder in use is explained, and so is a port', async () => {
    const folder = dataFolder()
    const first = npmStart(['--data', folder, '--port', '0', '--json'])
    await first.line
    const second = npmStart(['--data', folder, '--port', '0', '--json'])
    expect(await second.ended).toBe(1)
    expect([second.said.out, second.said.err.trim().split('\n').at(-1)]).toEqual([
      '',
      expect.stringContaining('This shop is already open in another program'),
    ])

    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => taken.once('listening', done))
    onTestFinished(() => void taken.close())
    const bound = taken.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    const third = npmStart(['--data', dataFolder(), '--port', String(port), '--json'])
    expect(await third.ended).toBe(1)
    expect(third.said.err).toContain(`Port ${port} is taken`)
  })

  test('[97] a folder that cannot be used is explained without a stack', async () => {
    const { ended, said } = npmStart(['--data', join(root, 'package.json', 'shop'), '--json'])
    expect(await ended).toBe(1)
    expect(said.err.trim().split('\n').at(-1)).toBe(
      'The folder for the shop’s data cannot be used (ENOTDIR): it may be full, write-protected or not yours. Choose another with --data, or make room.',
    )
  })

  test('words it does not know are refused with what it does know', async () => {
    const { ended, said } = npmStart(['--prot', '80'])
    expect(await ended).toBe(2)
    expect([said.out, said.err]).toEqual(['', expect.stringContaining('npm start -- [--headless] [--data FOLDER]')])
  })
})
