import type { Services } from '#main/platform/bus/module.ts'
import type { Viewer } from '#main/platform/bus/viewer.ts'
import { instantOf } from '#main/platform/clock/clock.ts'
import { portionOf } from '#shared/printing/print-batch.ts'
import type { BatchPart, PaperQueue } from './paper-queue.ts'
import type { LeftOutPaper, PrintBatch, PrintBatches } from './print-batches.ts'
import type { PrintJobs } from './print-jobs.ts'
import type { Spool } from './spool.ts'
import type { SpoolPorts } from './spool-ports.ts'

export interface BatchLayoutParts {
  readonly services: Pick<Services, 'clock' | 'newId' | 'local' | 'log' | 'read' | 'announceLocal'>
  readonly ports: SpoolPorts
  readonly jobs: PrintJobs
  readonly batches: PrintBatches
  readonly queue: PaperQueue
  readonly spool: Spool
}

/** After so long in one go a command that waits has its turn (W14). */
const sliceMilliseconds = 10

/**
 * Makes print jobs of a batch's wish, a few documents at a time, in the order of its list. How far it has got stands beside
 * the papers in the same transaction, so that a crash leaves none out and wants none twice (P5, PR52).
 */
export class BatchLayout {
  readonly #parts: BatchLayoutParts
  #callOff: (() => void) | undefined
  /** Of the batch that is being laid out. */
  #places: { readonly batchId: string; readonly places: Places } | undefined
  #isClosed = false

  constructor(parts: BatchLayoutParts) {
    this.#parts = parts
  }

  /** What the last run of the program began is laid out to its end. */
  start(): void {
    this.nudge()
  }

  /** For commands: looks after the transaction, whether or not it was accepted. */
  nudge(): void {
    this.#callOff ??= this.#parts.ports.after(0, () => this.#slice())
  }

  close(): void {
    this.#isClosed = true
    this.#callOff?.()
  }

  #slice(): void {
    this.#callOff = undefined
    if (this.#isClosed) return
    const { batches, services, spool } = this.#parts
    const [batch] = batches.notLaidOut()
    if (batch === undefined) return
    try {
      services.local.transact(() => this.#layOutSome(batch))
    } catch (error) {
      // A paper whose making throws is a bug of its own; the batch stops rather than leave it out unsaid.
      services.log.problem('printBatch.notLaidOut', { batch: batch.id, error })
      this.#places = undefined
      batches.change(batch.id, { isLaidOut: true, documentIds: null, stoppedAt: instantOf(services.clock) })
    }
    services.announceLocal('print_job')
    spool.nudge()
    this.nudge()
  }

  #layOutSome(batch: PrintBatch): void {
    const { batches, jobs, services } = this.#parts
    const documentIds = batch.documentIds ?? []
    const laid = { ...batch, leftOut: [...batch.leftOut] }
    this.#places =
      this.#places?.batchId === batch.id
        ? this.#places
        : { batchId: batch.id, places: placesOf(jobs.ofBatch(batch.id)) }
    const { places } = this.#places
    const until = services.clock.now() + sliceMilliseconds
    do {
      const documentId = documentIds[laid.laidOut]
      if (documentId === undefined) break
      for (const kind of batch.kinds) this.#want(laid, kind, documentId, places)
      laid.laidOut += 1
    } while (services.clock.now() < until)
    const isLaidOut = laid.laidOut >= documentIds.length
    const { laidOut, papers, alreadyThere, leftOut, leadId } = laid
    const done = isLaidOut ? { isLaidOut, documentIds: null } : {}
    batches.change(batch.id, { laidOut, papers, alreadyThere, leftOut, leadId, ...done })
  }

  #want(laid: Draft, kind: string, documentId: string, places: Places): void {
    const { queue, jobs, services } = this.#parts
    const printerId = laid.printers[kind]
    if (printerId === undefined) return
    const context = {
      viewer: viewerOf(laid),
      now: laid.wantedAt,
      today: laid.wantedOn,
      newId: services.newId,
      read: services.read,
    }
    const wanted = queue.want({ kind, documentId, printerId }, context, (job) => places.next(laid.id, job))
    if (!wanted.ok) {
      laid.leftOut.push({ kind, documentId, code: wanted.refusal.code, params: wanted.refusal.params ?? {} })
      return
    }
    for (const id of wanted.value) {
      const isOurs = jobs.byId(id)?.batchId === laid.id
      if (isOurs) laid.papers += 1
      else laid.alreadyThere += 1
      if (isOurs) laid.leadId ??= id
    }
  }
}

type Draft = { -readonly [K in keyof PrintBatch]: PrintBatch[K] } & { leftOut: LeftOutPaper[] }

interface Places {
  next(batchId: string, job: PlacedJob): BatchPart
}

type PlacedJob = Parameters<NonNullable<Parameters<PaperQueue['want']>[2]>>[0]

/** The next place in the batch, and at the printer and tray it goes to; what was laid out before a crash counts. */
function placesOf(known: readonly (PlacedJob & Pick<BatchPart, 'batchPlace'>)[]): Places {
  const atPrinter = new Map<string, number>()
  const keyOf = ({ printerId, tray }: PlacedJob) => `${printerId} ${tray ?? ''}`
  const count = (job: PlacedJob): number => {
    const place = atPrinter.get(keyOf(job)) ?? 0
    atPrinter.set(keyOf(job), place + 1)
    return place
  }
  for (const job of known) count(job)
  let next = known.reduce((most, { batchPlace }) => Math.max(most, (batchPlace ?? -1) + 1), 0)
  return {
    next: (batchId, job) => {
      const batchPlace = next
      next += 1
      return { batchId, batchPlace, portion: portionOf(job.form, count(job)) }
    },
  }
}

/** Whoever wanted it, as they were then: papers are laid out after the command. */
function viewerOf({ wantedBy, wantedByName, wantedByRole, grants }: PrintBatch): Viewer {
  return {
    sessionId: '',
    userId: wantedBy,
    name: wantedByName,
    role: wantedByRole,
    grants: new Set(grants),
    scope: 'all',
    language: 'en',
  }
}
