// One way to drive the desktop program, with two engines: real Electron where its binary is present, else the stand-in.
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')

export interface ElectronDriver {
  readonly engine: 'electron' | 'stand-in'
  /** Runs an expression as a script of the page. */
  evaluate(expression: string): Promise<unknown>
  /** Quits as a person does; the exit code. */
  quit(): Promise<number | null>
}

export interface StandInDriver extends ElectronDriver {
  readonly engine: 'stand-in'
  act(name: string, value?: unknown): Promise<unknown>
  /** Resolves when the program ends by itself. */
  readonly ended: Promise<number | null>
}

export function electronBinary(): string | undefined {
  const note = join(root, 'node_modules/electron/path.txt')
  const binary = existsSync(note) ? join(root, 'node_modules/electron/dist', readFileSync(note, 'utf8').trim()) : ''
  const hasScreen =
    process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined
  return hasScreen && existsSync(binary) ? binary : undefined
}

export async function startElectron(binary: string, dataFolder: string): Promise<ElectronDriver> {
  const started = await _electron.launch({ executablePath: binary, args: [root, '--data', dataFolder] })
  const page = await started.firstWindow()
  return {
    engine: 'electron',
    evaluate: (expression) => page.evaluate(expression),
    quit: async () => {
      const ended = new Promise<number | null>((done) => started.process().once('exit', done))
      await started.close()
      return ended
    },
  }
}

export interface StandInStart {
  readonly driver: StandInDriver | undefined
  /** What the program said when it could not start. */
  readonly error: string | undefined
}

export async function startStandIn(dataFolder: string, words: readonly string[] = []): Promise<StandInStart> {
  const child = fork(join(root, 'out/main/electron.js'), ['--data', dataFolder, ...words], {
    execArgv: ['--import', join(root, 'tests/support/electron-stand-in/register.ts')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const outcome = await firstWord(child, ended)
  if (outcome !== 'open') return { driver: undefined, error: outcome }
  const act = actor(child)
  return {
    error: undefined,
    driver: {
      engine: 'stand-in',
      ended,
      act,
      evaluate: (expression) => act('evaluate', expression),
      quit: async () => {
        await act('quit')
        return ended
      },
    },
  }
}

function firstWord(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  let said = 'It'
  return new Promise((done) => {
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null) return
      if ('isOpen' in message) done('open')
      if ('error' in message) said = String(message.error)
    })
    void ended.then((code) => done(`${said} (exit ${code})`))
  })
}

function actor(child: ChildProcess): StandInDriver['act'] {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>()
  child.on('message', (message) => {
    if (typeof message !== 'object' || message === null || !('id' in message)) return
    const waiter = waiting.get(Number(message.id))
    waiting.delete(Number(message.id))
    if ('problem' in message) waiter?.reject(new Error(String(message.problem)))
    else waiter?.resolve('result' in message ? message.result : null)
  })
  let lastId = 0
  return (name, value) =>
    new Promise((done, fail) => {
      lastId += 1
      const id = lastId
      waiting.set(id, { resolve: done, reject: fail })
      if (child.connected) child.send({ id, act: name, value: value ?? null })
      else fail(new Error('the program has ended'))
    })
}
