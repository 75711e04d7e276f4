// A chores worker whose chores misbehave.
import { parentPort, threadId } from 'node:worker_threads'
import { serveChores } from '#main/platform/workers/chore-worker.ts'

if (parentPort !== null)
  serveChores(parentPort, {
    'test.thread': async () => threadId,
    'test.spin': async () => {
      for (;;);
    },
    'test.hoard': async () => {
      const hoard: unknown[] = []
      for (;;) hoard.push(Array.from({ length: 10_000 }, (_, at) => ({ at })))
    },
    'test.wait': async (gate: Int32Array) => {
      Atomics.wait(gate, 0, 0, 20_000)
    },
    'test.fail': async () => {
      throw new Error('as asked')
    },
  })
