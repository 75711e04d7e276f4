import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { seenFrom } from '#shared/printing/print-batch.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import type { PrintBytes } from './drivers/print-bytes.ts'
import { type PaperQueue, requeue } from './paper-queue.ts'
import type { BatchMove, PrintBatches } from './print-batches.ts'
import { dropBytes } from './print-bytes-of.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { Spool } from './spool.ts'
import type { SpoolPorts } from './spool-ports.ts'

export interface BatchMovesParts {
  readonly services: Pick<Services, 'newId' | 'local' | 'log' | 'read' | 'announceLocal'>
  readonly ports: Pick<SpoolPorts, 'after'>
  readonly jobs: PrintJobs
  readonly batches: PrintBatches
  readonly queue: PaperQueue
  readonly bytes: PrintBytes
  readonly spool: Spool
}

/** How many papers were what. */
export interface BatchMoved {
  cameOut: number
  again: number
  copies: number
  cancelled: number
}

/** Papers in one transaction: about ten milliseconds, in which a command waits (W14). */
const papersAtOnce = 50

/**
 * Says of each paper what a person said of their batch. A large one takes several transactions with other commands between
 * them; nothing of the batch leaves meanwhile, and what a crash cut short is said to its end at the next start (PR73).
 */
export class BatchMoves {
  readonly #parts: BatchMovesParts
  readonly #turns = new Map<string, Promise<unknown>>()
  #isClosed = false

  constructor(parts: BatchMovesParts) {
    this.#parts = parts
  }

  start(): void {
    const { batches, services } = this.#parts
    for (const { id, move } of batches.moving()) {
      if (move === null) continue
      this.carryOut(id, move).catch((error: unknown) =>
        services.log.problem('printBatch.notMoved', { batch: id, error }),
      )
    }
  }

  close(): void {
    this.#isClosed = true
  }

  /** One after the other at each batch: the second finds what the first has made of it. */
  carryOut(batchId: string, move: BatchMove): Promise<BatchMoved> {
    return this.#inTurn(batchId, async () => {
      try {
        return await this.#carryOut(batchId, move, this.#papersOf(batchId, move))
      } catch (problem) {
        // What cannot be said must not be tried for ever; whoever looks at the batch finds it paused.
        if (!this.#isClosed) this.#parts.batches.change(batchId, { move: null, isPaused: true })
        throw problem
      }
    })
  }

  #inTurn<T>(batchId: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(batchId) ?? Promise.resolve()).then(work)
    const turn = mine
      .catch(() => undefined)
      .finally(() => {
        if (this.#turns.get(batchId) === turn) this.#turns.delete(batchId)
      })
    this.#turns.set(batchId, turn)
    return mine
  }

  /** An answer is about what had been sent when it was given, and about nothing that leaves after it. */
  #papersOf(batchId: string, move: BatchMove): readonly string[] {
    const { jobs } = this.#parts
    return move.does === 'answer' ? jobs.sentOf(batchId, move.printerId, move.at) : jobs.waitingOf(batchId)
  }

  async #carryOut(batchId: string, move: BatchMove, ids: readonly string[]): Promise<BatchMoved> {
    const { services, ports, batches, bytes, jobs, spool } = this.#parts
    const moved: BatchMoved = { cameOut: 0, again: 0, copies: 0, cancelled: 0 }
    for (let at = 0; !this.#isClosed; at += papersAtOnce) {
      const isLast = at + papersAtOnce >= ids.length
      const dropped = services.local.transact(() => {
        if (at === 0) batches.change(batchId, { ...beginningOf(move), move })
        const some = ids.slice(at, at + papersAtOnce).flatMap((id) => this.#say(id, move, moved))
        if (isLast) batches.change(batchId, { ...endOf(move), move: null })
        return some
      })
      for (const job of dropped) dropBytes(job, { jobs, bytes })
      services.announceLocal('print_job')
      if (isLast) break
      await new Promise<void>((resolve) => ports.after(0, resolve))
    }
    spool.nudge()
    return moved
  }

  /** Returns the paper where nobody needs its bytes any more. */
  #say(id: string, move: BatchMove, moved: BatchMoved): readonly PrintJob[] {
    const { jobs } = this.#parts
    const job = jobs.byId(id)
    if (job === undefined) return []
    if (move.does === 'answer') {
      this.#answer(job, move, moved)
      return []
    }
    const isStuck = job.state === 'failed_before_send' || (job.state === 'queued' && job.isHeld)
    if (move.does === 'goOn') {
      if (isStuck) requeue(jobs, job, move.at)
      return []
    }
    if (job.state !== 'queued' && job.state !== 'failed_before_send') return []
    moved.cancelled += 1
    const patch = { isHeld: false, nextTryAt: null, hasBytes: false, endedAt: move.at, detail: move.by.name }
    return [jobs.change(job, ['cancel'], patch, move.at)]
  }

  #answer(job: PrintJob, { printerId, fromPage, at, today, by }: Answer, moved: BatchMoved): void {
    const { jobs, queue, services } = this.#parts
    const { firstPage, pages } = job
    if (firstPage === null || pages === null) return
    const seen = { seenBy: by.userId, seenByName: by.name, isRecorded: false }
    const saw = fromPage === null ? 'came_out' : seenFrom({ firstPage, pages }, fromPage)
    if (saw === 'came_out') {
      moved.cameOut += 1
      if (job.state === 'unknown') jobs.change(job, ['confirm'], { ...seen, reason: null, endedAt: at }, at)
    } else if (saw === 'not_there') {
      moved.again += 1
      const anew = { reason: null, detail: null, tries: 0, bytesSent: 0, queuedAt: at, endedAt: null }
      jobs.change(job, ['sendAgain'], { ...seen, ...anew, hasBytes: false }, at)
    } else {
      moved.copies += 1
      jobs.change(job, ['deny'], { ...seen, reason: 'answeredNotThere', endedAt: at }, at)
      const { batchId, batchPlace, portion } = job
      const context = { viewer: viewerOf(by), now: at, today, newId: services.newId, read: services.read }
      const made = queue.again(job, printerId, context, { batchId, batchPlace, portion })
      // Its paper is kept as long as the batch can be answered for: a refusal here is a bug.
      if (!made.ok) throw new Error(`a paper of a batch cannot be printed again: ${made.refusal.code}`)
    }
  }
}

type Answer = Extract<BatchMove, { readonly does: 'answer' }>

function beginningOf(move: BatchMove) {
  return move.does === 'stop' ? { isLaidOut: true, documentIds: null, stoppedAt: move.at } : {}
}

function endOf(move: BatchMove) {
  if (move.does === 'stop') return { isPaused: false }
  // Whoever answers wants the batch to go on.
  return { isPaused: false, movedAt: move.at, ...(move.does === 'answer' ? { stoppedAt: null } : {}) }
}

function viewerOf({ userId, name, role, grants }: BatchMove['by']): Viewer {
  return { sessionId: '', userId, name, role, grants: new Set(grants), scope: 'all', language: 'en' }
}
