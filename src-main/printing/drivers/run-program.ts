import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ProgramResult {
  /** Null: it could not be started, or was stopped at its time limit. */
  readonly code: number | null
  readonly isMissing: boolean
  readonly out: string
  readonly error: string
}

/** Runs a program with an array of arguments, never through a shell (P24). */
export type RunProgram = (program: string, args: readonly string[], input?: Uint8Array) => Promise<ProgramResult>

/** More than any spooler has to say. */
const mostOutput = 4_000_000

/** Answers in English whatever the person's language, since answers are read by us. */
export function programRunner(
  milliseconds: number,
  environment: Readonly<Record<string, string | undefined>>,
): RunProgram {
  return async (program, args, input) => {
    const stdin = input === undefined ? 'ignore' : wholeInput(input)
    try {
      return await new Promise<ProgramResult>((resolve) => {
        const env = { ...environment, LC_ALL: 'C', LANG: 'C' }
        const child = spawn(program, [...args], { timeout: milliseconds, env, stdio: [stdin, 'pipe', 'pipe'] })
        const texts = { out: '', error: '' }
        const gather = (stream: NodeJS.ReadableStream | null, into: 'out' | 'error') => {
          stream?.setEncoding('utf8')
          stream?.on('data', (text: string) => {
            texts[into] = (texts[into] + text).slice(0, mostOutput)
          })
        }
        gather(child.stdout, 'out')
        gather(child.stderr, 'error')
        child.once('error', (error: NodeJS.ErrnoException) =>
          resolve({ code: null, isMissing: error.code === 'ENOENT', out: '', error: error.message }),
        )
        child.once('close', (code) => resolve({ code, isMissing: false, ...texts }))
      })
    } finally {
      if (typeof stdin === 'number') closeSync(stdin)
    }
  }
}

/**
 * A file without a name, so that a program that has begun to read has all of it: a pipe would end with us, and `lp` prints
 * what it has got by then (PR75).
 */
function wholeInput(bytes: Uint8Array): number {
  const path = join(tmpdir(), `counterproof-${randomBytes(12).toString('hex')}`)
  writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
  try {
    return openSync(path, 'r')
  } finally {
    unlinkSync(path)
  }
}
