import { type MessagePort, Worker } from 'node:worker_threads'
import { type Chores, type ChoreTable, inlineChores } from './chores.ts'

interface Asked {
  readonly id: number
  readonly name: string
  readonly input: unknown
}
type Answered = { readonly id: number } & (
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly problem: string }
)

/** The worker's own side: answers chores that arrive on the port. */
export function serveChores(port: MessagePort, table: ChoreTable): void {
  const chores = inlineChores(table)
  port.on('message', (asked: Asked) => {
    chores.run(asked.name, asked.input).then(
      (output) => port.postMessage({ id: asked.id, ok: true, output } satisfies Answered),
      (problem: unknown) =>
        port.postMessage({
          id: asked.id,
          ok: false,
          problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
        } satisfies Answered),
    )
  })
}

/** Chores in a thread of their own. A worker that dies fails what it was asked and is started anew for the next chore. */
export function choresInWorker(workerUrl: URL, workerData: unknown): Chores {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (problem: Error) => void }>()

  const failAll = (problem: Error): void => {
    worker = undefined
    for (const each of waiting.values()) each.reject(problem)
    waiting.clear()
  }
  const running = (): Worker => {
    if (worker !== undefined) return worker
    const started = new Worker(workerUrl, { workerData })
    started.on('message', (answer: Answered) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) asked?.resolve(answer.output)
      else asked?.reject(new Error(answer.problem))
    })
    started.on('error', failAll)
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`the chores worker ended with ${code}`))
    })
    started.unref()
    worker = started
    return started
  }
  return {
    run: <Output>(name: string, input: unknown) =>
      new Promise<Output>((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve: (output) => resolve(output as Output), reject })
        running().postMessage({ id: lastId, name, input } satisfies Asked)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
