import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printBatchContract } from '#shared/printing/batch-contract.ts'
import { type PagedPaper, seenFrom, sentStates } from '#shared/printing/print-batch.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'
import { requeue } from '../paper-queue.ts'
import { dropBytes } from '../print-bytes-of.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

const pause = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.pause'], (services) => {
    const { batches, jobs, spool } = printingFor(services)
    return ({ id, isPaused }, { now }) => {
      const batch = batches.byId(id)
      if (batch === undefined) return refused('notFound.printBatch', { id })
      services.local.transact(() => {
        batches.change(id, { isPaused, ...(isPaused ? {} : { movedAt: now }) })
        // Whoever says "go on" says it of what waited too long and what failed as well.
        const stuck = isPaused ? [] : jobs.ofBatch(id).filter((job) => job.state === 'failed_before_send' || job.isHeld)
        for (const job of stuck) requeue(jobs, job, now)
      })
      services.announceLocal('print_job')
      spool.nudge()
      return accepted(null)
    }
  })

const stop = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.stop'], (services) => {
    const { batches, jobs, bytes, spool } = printingFor(services)
    return ({ id }, { now, viewer }) => {
      const batch = batches.byId(id)
      if (batch === undefined) return refused('notFound.printBatch', { id })
      const cancelled = services.local.transact(() => {
        batches.change(id, { isLaidOut: true, documentIds: null, isPaused: false, stoppedAt: now })
        return jobs.ofBatch(id).flatMap((job) => {
          if (job.state !== 'queued' && job.state !== 'failed_before_send') return []
          const patch = { isHeld: false, nextTryAt: null, hasBytes: false, endedAt: now, detail: viewer.name }
          return [jobs.change(job, ['cancel'], patch, now)]
        })
      })
      for (const job of cancelled) dropBytes(job, { jobs, bytes })
      services.announceLocal('print_job')
      spool.nudge()
      return accepted({ cancelled: cancelled.length })
    }
  })

/** Only a person sees paper; what they say of the pages is said of each paper, on every station (P2, PR53). */
const answer = (printingFor: PrintingFor) =>
  defineLocal(printBatchContract['printBatch.answer'], (services) => {
    const { batches, jobs, queue, spool } = printingFor(services)

    const papersAt = (id: string, printerId: string, fromPage: number | null): Result<readonly SentPaper[]> => {
      if (batches.byId(id) === undefined) return refused('notFound.printBatch', { id })
      const all = jobs.ofBatch(id, printerId)
      if (all.some(({ state }) => state === 'sending')) return refused('printBatch.stillSending')
      const sent = all.filter(isSent)
      const pages = sent.reduce((most, job) => Math.max(most, job.firstPage + job.pages - 1), 0)
      if (sent.length === 0) return refused('printBatch.nothingSent')
      if (fromPage !== null && fromPage > pages) return refused('printBatch.noSuchPage', { page: fromPage, pages })
      return accepted(sent)
    }

    return async ({ id, printerId, fromPage }, { now, viewer, today }) => {
      const sent = papersAt(id, printerId, fromPage)
      if (!sent.ok) return sent
      const seen = { seenBy: viewer.userId ?? '', seenByName: viewer.name, isRecorded: false }
      const context = { viewer, now, today, newId: services.newId, read: services.read }
      const counts = { cameOut: 0, again: 0, copies: 0 }
      const done = services.local.transact((): Result<null> => {
        for (const job of sent.value) {
          const saw = fromPage === null ? 'came_out' : seenFrom(job, fromPage)
          if (saw === 'came_out') {
            counts.cameOut += 1
            if (job.state === 'unknown') jobs.change(job, ['confirm'], { ...seen, reason: null, endedAt: now }, now)
          } else if (saw === 'not_there') {
            counts.again += 1
            const anew = { reason: null, detail: null, tries: 0, bytesSent: 0, queuedAt: now, endedAt: null }
            jobs.change(job, ['sendAgain'], { ...seen, ...anew, hasBytes: false }, now)
          } else {
            counts.copies += 1
            jobs.change(job, ['deny'], { ...seen, reason: 'answeredNotThere', endedAt: now }, now)
            const { batchId, batchPlace, portion } = job
            const made = queue.again(job, printerId, context, { batchId, batchPlace, portion })
            // Its paper is kept as long as the batch can be answered for: a refusal here takes the whole answer back.
            if (!made.ok) throw new Error(`a paper of a batch cannot be printed again: ${made.refusal.code}`)
          }
        }
        batches.change(id, { isPaused: false, stoppedAt: null, movedAt: now })
        return accepted(null)
      })
      if (!done.ok) return done
      services.announceLocal('print_job')
      void spool.recorded()
      return accepted(counts)
    }
  })

type SentPaper = PrintJob & PagedPaper

function isSent(job: PrintJob): job is SentPaper {
  return sentStates.includes(job.state) && job.firstPage !== null && job.pages !== null
}

export function printBatchLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [pause, stop, answer].map((each) => each(printingFor))
}
