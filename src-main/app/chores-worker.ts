// The chores' thread (W11): drawing, hashing, parsing and checks, so that neither a command nor a window waits for them.
import { parentPort } from 'node:worker_threads'
import { serveChores } from '#main/platform/workers/chore-worker.ts'
import { productChores } from './product-chores.ts'

if (parentPort === null) throw new Error('chores-worker runs as a worker thread')
serveChores(parentPort, productChores)
