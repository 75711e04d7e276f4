import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestContext } from 'vitest'
import { missing, requireTool } from './machine.ts'

/** A printer on a device file of this computer. */
export interface DeviceStandIn {
  readonly path: string
  /** What came out so far. */
  received(): Buffer
  /** Stops taking anything, as a printer without paper does. */
  stand(): void
  close(): Promise<void>
}

/** A named pipe in the place of a device that only takes: what is written comes out at the other end, some 64 kB wait in it. */
export async function openPipePrinter(context: Pick<TestContext, 'skip'>): Promise<DeviceStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'counterproof-device-'))
  const path = join(folder, 'lp0')
  await promisify(execFile)(requireTool(context, 'mkfifo'), [path])
  const chunks: Buffer[] = []
  // Opened for writing too, so that the pipe stays when the sender lets go of it.
  const reader = spawn('/bin/sh', ['-c', 'exec cat <>"$1"', 'sh', path], { stdio: ['ignore', 'pipe', 'ignore'] })
  reader.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  // Until it has opened its end there is no printer to write to.
  while (!(await hasReader(path))) await new Promise((resolve) => setTimeout(resolve, 5))
  return {
    path,
    received: () => Buffer.concat(chunks),
    stand: () => void reader.kill('SIGSTOP'),
    close: async () => {
      const gone = new Promise((resolve) => reader.once('exit', resolve))
      reader.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function hasReader(path: string): Promise<boolean> {
  const opened = await open(path, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null)
  await opened?.close()
  return opened !== null
}

export interface TerminalStandIn extends DeviceStandIn {
  become(mode: TerminalMode): void
}

export type TerminalMode = 'ok' | 'paperOut' | 'mute'

/** A receipt printer at the far end of a pseudo-terminal: as a serial line, it answers over the same wire. */
export async function openTerminalPrinter(
  context: Pick<TestContext, 'skip'>,
  first: TerminalMode,
): Promise<TerminalStandIn> {
  let mode = first
  const script = requireTool(context, 'script')
  const child: ChildProcess = spawn(script, ['-qf', '-c', 'stty raw -echo; tty; exec sleep 3600', '/dev/null'])
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) return missing(context, 'script has no pipes')
  let bytes = Buffer.alloc(0)
  let answered = 0
  const path = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    stdout.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      const name = /^(\/dev\/\S+)\s+$/u.exec(bytes.toString())?.[1]
      if (name === undefined) return
      bytes = Buffer.alloc(0)
      stdout.removeAllListeners('data')
      stdout.on('data', take)
      resolve(name)
    })
  })
  function take(chunk: Buffer): void {
    bytes = Buffer.concat([bytes, chunk])
    for (; answered + 2 < bytes.length; answered += 1) {
      const [first, second, third] = bytes.subarray(answered, answered + 3)
      if (mode === 'mute') continue
      if (first === 0x10 && second === 0x04) {
        const isOut = mode === 'paperOut'
        stdin?.write(Uint8Array.of(third === 2 && isOut ? 0x32 : third === 4 && isOut ? 0x7e : 0x12))
      }
      if (first === 0x1d && second === 0x72) stdin?.write(Uint8Array.of(0x00))
    }
  }
  return {
    path,
    received: () => bytes,
    stand: () => stdout.pause(),
    become: (next) => {
      mode = next
    },
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}
