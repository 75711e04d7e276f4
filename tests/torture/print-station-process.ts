import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { CommandName, InputFor, LocalName, OutputFor, QueryName } from '#shared/contract.ts'
import type { ClientFrame, Reply } from '#shared/kernel/contract.ts'
import { childNode } from './child-node.ts'
import type { PrintStep } from './print-step-names.ts'

export interface PrintStationWishes {
  readonly folder: string
  /** Where device files of printers' profiles lie on this computer. */
  readonly paths: Readonly<Record<string, string>>
  /** What the spooler of Windows has been given whole; null: there is none. */
  readonly spooled: string | null
  readonly environment: Readonly<Record<string, string>>
}

export type PrintStationLine =
  | { readonly arm: Readonly<Record<string, PrintStep>> }
  | { readonly frame: ClientFrame }
  | 'end'

/** A station that prints, killed and started again over the same folder. */
export interface PrintStation {
  /** Whatever it said that a healthy station does not say. */
  readonly problems: readonly string[]
  start(): Promise<void>
  /** Papers of these titles are stopped where it says, in this life. */
  arm(steps: Readonly<Record<string, PrintStep>>): void
  /** What has become of a paper that is to be stopped; null: nothing yet. */
  stoppedAt(title: string): 'reached' | 'passed' | null
  command<N extends CommandName>(name: N, input: InputFor<N>, commandId?: string): Promise<OutputFor<N>>
  query<N extends QueryName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  local<N extends LocalName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  isAlive(): boolean
  /** Killed, unless it has killed itself already; returns when it is gone. */
  kill(): Promise<void>
  end(): Promise<void>
}

export function printStation(wishes: PrintStationWishes): PrintStation {
  const problems: string[] = []
  let stopped = new Map<string, 'reached' | 'passed'>()
  let child: ChildProcess | undefined
  let opened: (() => void) | undefined
  let asked = new Map<number, { readonly heard: (reply: Reply) => void; readonly gone: () => void }>()
  let count = 0

  const hear = (line: string): void => {
    const [word = '', ...rest] = line.split(' ')
    const text = rest.join(' ')
    if (word === 'open') opened?.()
    else if (word === 'reached' || word === 'passed') stopped.set(text, word)
    else if (word === 'reply') {
      const { at, reply } = JSON.parse(text) as { readonly at: number; readonly reply: Reply }
      asked.get(at)?.heard(reply)
      asked.delete(at)
    } else problems.push(line)
  }
  const tell = (line: PrintStationLine): void => {
    child?.stdin?.write(`${JSON.stringify(line)}\n`)
  }
  const ask = async (does: ClientFrame['do'], name: string, input: unknown, commandId?: string): Promise<unknown> => {
    count += 1
    const id = count
    const reply = await new Promise<Reply>((resolve, reject) => {
      asked.set(id, { heard: resolve, gone: () => reject(new Error(`killed before it answered ${name}`)) })
      tell({
        frame: { id, do: does, name, input, ...(does === 'command' && { commandId: commandId ?? randomUUID() }) },
      })
    })
    if (reply.ok) return reply.result
    throw new Error(`${name}: ${JSON.stringify(reply)} ${problems.join('\n')}`)
  }
  const gone = (): Promise<void> =>
    new Promise((resolve) => {
      if (child === undefined) resolve()
      else child.once('close', () => resolve())
    })

  return {
    problems,
    start: async () => {
      stopped = new Map()
      const words = [...childNode, join(import.meta.dirname, 'print-station.ts'), JSON.stringify(wishes)]
      const started = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] })
      child = started
      started.stdin.on('error', () => undefined)
      started.stderr.on('data', (data: Buffer) => problems.push(data.toString()))
      createInterface({ input: started.stdout }).on('line', hear)
      await new Promise<void>((resolve, reject) => {
        opened = resolve
        started.once('close', () => {
          child = undefined
          const left = asked
          asked = new Map()
          for (const { gone: lost } of left.values()) lost()
          reject(new Error(`it did not open: ${problems.join('\n')}`))
        })
      })
    },
    arm: (steps) => tell({ arm: steps }),
    stoppedAt: (title) => stopped.get(title) ?? null,
    command: async (name, input, commandId) => (await ask('command', name, input, commandId)) as OutputFor<typeof name>,
    query: async (name, input) => (await ask('query', name, input)) as OutputFor<typeof name>,
    local: async (name, input) => (await ask('local', name, input)) as OutputFor<typeof name>,
    isAlive: () => child !== undefined,
    kill: async () => {
      const ended = gone()
      child?.kill('SIGKILL')
      await ended
    },
    end: async () => {
      const ended = gone()
      tell('end')
      await ended
    },
  }
}
