import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { childNode } from './child-node.ts'
import type { StationWishes, Work } from './station-work.ts'

/** A station that runs as a process, is killed and started again over the same folder. */
export interface StationProcess {
  readonly folder: string
  /** Commands that were answered as done, over all its lives. */
  readonly acknowledged: ReadonlySet<string>
  /** Whatever it said that a healthy station does not say. */
  readonly problems: readonly string[]
  start(join?: StationWishes['join']): Promise<void>
  code(): Promise<string>
  kill(): Promise<void>
  /** It writes no more; it goes on sending and fetching. */
  stopWorking(): Promise<void>
  end(): Promise<void>
}

export function stationProcess(wishes: Omit<StationWishes, 'join' | 'again'>): StationProcess {
  const acknowledged = new Set<string>()
  const problems: string[] = []
  let unheard: Work | undefined
  let child: ChildProcess | undefined
  let waits: { readonly word: string; readonly done: (rest: string) => void; readonly failed: () => void }[] = []

  const hear = (line: string): void => {
    const [word = '', ...rest] = line.split(' ')
    const text = rest.join(' ')
    if (word === 'try') unheard = JSON.parse(text) as Work
    else if (word === 'ack') {
      acknowledged.add(rest[0] ?? '')
      unheard = undefined
    } else if (!['open', 'code', 'stopped'].includes(word)) problems.push(line)
    for (const wait of waits.filter((each) => each.word === word)) wait.done(text)
    waits = waits.filter((each) => each.word !== word)
  }
  const heard = (word: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const failed = (): void =>
        reject(new Error(`${wishes.name} ended instead of saying ${word}: ${problems.join('\n')}`))
      waits.push({ word, done: resolve, failed })
    })
  const tell = (word: string): void => {
    child?.stdin?.write(`${word}\n`)
  }
  const gone = (): Promise<void> =>
    new Promise((resolve) => {
      if (child === undefined) resolve()
      else child.once('close', () => resolve())
    })

  return {
    folder: wishes.folder,
    acknowledged,
    problems,
    start: async (join_) => {
      const told: StationWishes = { ...wishes, ...(join_ && { join: join_ }), ...(unheard && { again: unheard }) }
      const words = [...childNode, join(import.meta.dirname, 'sync-station.ts'), JSON.stringify(told)]
      child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] })
      child.stdin?.on('error', () => undefined)
      child.stderr?.on('data', (data: Buffer) => problems.push(data.toString()))
      if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', hear)
      child.once('close', () => {
        child = undefined
        for (const wait of waits.splice(0)) wait.failed()
      })
      await heard('open')
    },
    code: async () => {
      const answer = heard('code')
      tell('code')
      return answer
    },
    kill: async () => {
      const ended = gone()
      child?.kill('SIGKILL')
      await ended
    },
    stopWorking: async () => {
      const stopped = heard('stopped')
      tell('stop')
      await stopped
    },
    end: async () => {
      const ended = gone()
      tell('end')
      await ended
    },
  }
}
