import { execFile } from 'node:child_process'

export interface ProgramResult {
  /** Null: it could not be started, or was stopped at its time limit. */
  readonly code: number | null
  readonly isMissing: boolean
  readonly out: string
  readonly error: string
}

/** Runs a program with an array of arguments, never through a shell (P24). */
export type RunProgram = (program: string, args: readonly string[], input?: Uint8Array) => Promise<ProgramResult>

/** Answers in English whatever the person's language, since answers are read by us. */
export function programRunner(
  milliseconds: number,
  environment: Readonly<Record<string, string | undefined>>,
): RunProgram {
  return (program, args, input) =>
    new Promise((resolve) => {
      const options = { timeout: milliseconds, env: { ...environment, LC_ALL: 'C', LANG: 'C' }, maxBuffer: 4_000_000 }
      const child = execFile(program, [...args], options, (error, out, errorText) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null
        resolve({ code, isMissing: error?.code === 'ENOENT', out, error: errorText })
      })
      // A program that ends without reading its input closes the pipe; its own answer says why.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
}
