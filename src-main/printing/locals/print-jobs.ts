import { notAuthorised } from '#main/platform/bus/authorise.ts'
import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { requeue } from '../paper-queue.ts'
import { encodedPictures } from '../preview-pictures.ts'
import { dropBytes } from '../print-bytes-of.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

const retry = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printJob.retry'], (services) => {
    const { jobs, spool } = printingFor(services)
    return ({ ids }, { now }) => {
      const retried = services.local.transact(() =>
        ids
          .map((id) => jobs.byId(id))
          // P2: what may have left is asked about, never sent again by a button that says "retry".
          .filter((job) => job !== undefined && (job.state === 'failed_before_send' || isWaiting(job)))
          .map((job) => job && requeue(jobs, job, now)),
      )
      services.announceLocal('print_job')
      spool.nudge()
      return accepted({ retried: retried.length })
    }
  })

const move = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printJob.move'], (services) => {
    const { jobs, bytes, printers, queue, spool } = printingFor(services)
    return ({ id, printerId }, { now, viewer, today }) => {
      const job = jobs.byId(id)
      if (job === undefined) return refused('notFound.printJob', { id })
      if (job.state !== 'queued' && job.state !== 'failed_before_send') {
        return refused('printJob.notWaiting', { state: job.state })
      }
      const printer = printers.byId(printerId)
      if (printer === undefined) return refused('notFound.printer', { id: printerId })
      if (printerId === job.printerId) return refused('printJob.samePrinter', { printer: printer.name })
      const moved = queue.atPrinter(job, printer, { viewer, today, read: services.read })
      if (!moved.ok) return moved
      if (jobs.byKey(moved.value.key) !== undefined) return refused('printJob.alreadyThere', { printer: printer.name })
      services.local.transact(() => {
        const waiting = requeue(jobs, job, now)
        const { printerName, deviceKey, key, form, title, paper, lastWords, revision } = moved.value
        const made = { printerId, printerName, deviceKey, key, form, title, paper, lastWords, revision }
        jobs.change(waiting, [], { ...made, hasBytes: false, tray: null, ...byItself, movedFrom: job.printerName }, now)
      })
      dropBytes(job, { jobs, bytes })
      services.announceLocal('print_job')
      spool.nudge()
      return accepted(null)
    }
  })

const cancel = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printJob.cancel'], (services) => {
    const { jobs, bytes } = printingFor(services)
    return ({ ids }, { now, viewer }) => {
      const cancelled = services.local.transact(() =>
        ids.flatMap((id) => {
          const job = jobs.byId(id)
          if (job === undefined || (job.state !== 'queued' && job.state !== 'failed_before_send')) return []
          const patch = { isHeld: false, nextTryAt: null, hasBytes: false, endedAt: now, detail: viewer.name }
          return [jobs.change(job, ['cancel'], patch, now)]
        }),
      )
      for (const job of cancelled) dropBytes(job, { jobs, bytes })
      services.announceLocal('print_job')
      return accepted({ cancelled: cancelled.length })
    }
  })

const image = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printJob.image'], (services) => {
    const { jobs, printers, drawing } = printingFor(services)
    return async ({ id }, { viewer }) => {
      const job = jobs.byId(id)
      if (job === undefined) return refused('notFound.printJob', { id })
      const no = notAuthorised({ permission: job.needs }, viewer)
      if (no !== undefined) return no
      const printer = printers.byId(job.printerId)
      if (job.paper === null || printer === undefined) return refused('printJob.forgotten')
      const drawn = await drawing.preview(finishedPaper(job.paper, job.copyTag, job.wantedAt), printer, 'picture')
      return drawn.ok ? accepted({ pictures: encodedPictures(drawn.value.pictures) }) : drawn
    }
  })

/** Pictures of a day's rows; a few kilobytes each. */
const thumbnailsKept = 500

const thumbnail = (printingFor: PrintingFor) =>
  defineLocal(printingContract['printJob.thumbnail'], (services) => {
    const { jobs, printers, drawing } = printingFor(services)
    const kept = new Map<string, string>()
    return async ({ id }, { viewer }) => {
      const job = jobs.byId(id)
      if (job === undefined) return refused('notFound.printJob', { id })
      const no = notAuthorised({ permission: job.needs }, viewer)
      if (no !== undefined) return no
      const printer = printers.byId(job.printerId)
      if (job.paper === null || printer === undefined) return refused('printJob.forgotten')
      // The same paper of another print job is the same picture.
      const key = `${job.revision} ${job.form} ${job.copyTag ?? ''}`
      const known = kept.get(key)
      if (known !== undefined) return accepted({ mediaType: 'image/png', data: known })
      const drawn = await drawing.thumbnail(finishedPaper(job.paper, job.copyTag, job.wantedAt), printer)
      if (!drawn.ok) return drawn
      const data = Buffer.from(drawn.value).toString('base64')
      const [oldest] = kept.keys()
      if (kept.size >= thumbnailsKept && oldest !== undefined) kept.delete(oldest)
      kept.set(key, data)
      return accepted({ mediaType: 'image/png', data })
    }
  })

/** It stays a paper of its batch, but leaves it at another printer, where the page map knows nothing of it. */
const byItself = { portion: null, firstPage: null, pages: null, bytesName: null }

/** Held, or between two tries. */
function isWaiting(job: {
  readonly state: string
  readonly isHeld: boolean
  readonly nextTryAt: string | null
}): boolean {
  return job.state === 'queued' && (job.isHeld || job.nextTryAt !== null)
}

export function printJobLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [retry, move, cancel, image, thumbnail].map((each) => each(printingFor))
}
