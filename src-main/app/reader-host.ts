import { Worker } from 'node:worker_threads'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import type { ClientFrame, Reply } from '#shared/kernel/contract.ts'
import type { WorkerSetting } from './core-protocol.ts'

export interface ReadAsked {
  readonly id: number
  readonly frame: ClientFrame
  readonly viewer: Viewer
  readonly context: { readonly now: string; readonly today: string }
}
export interface ReadAnswered {
  readonly id: number
  readonly reply: Reply
}

/** Long reads in a thread with a read-only connection, started with the first of them. */
export function readerInWorker(workerUrl: URL, setting: WorkerSetting) {
  let worker: Worker | undefined
  let lastId = 0
  const waiting = new Map<number, (reply: Reply) => void>()
  const running = (): Worker => {
    if (worker !== undefined) return worker
    const started = new Worker(workerUrl, { workerData: setting })
    started.on('message', ({ id, reply }: ReadAnswered) => {
      waiting.get(id)?.(reply)
      waiting.delete(id)
    })
    const end = (): void => {
      if (worker !== started) return
      worker = undefined
      for (const answer of waiting.values()) answer({ ok: false, fault: { reference: 'reader' } })
      waiting.clear()
    }
    started.on('error', end)
    started.on('exit', end)
    started.unref()
    worker = started
    return started
  }
  return (frame: ClientFrame, viewer: Viewer, context: ReadAsked['context']): Promise<Reply> =>
    new Promise((resolve) => {
      lastId += 1
      waiting.set(lastId, resolve)
      running().postMessage({ id: lastId, frame, viewer, context } satisfies ReadAsked)
    })
}
