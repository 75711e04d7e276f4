import type { z } from 'zod'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import type { printJobRow } from '#shared/printing/paper-shapes.ts'
import type { PrintJob } from '#shared/printing/print-job.ts'

type Shown = z.output<typeof printJobRow>

/** A print job as screens see it: without what the viewer may not see, and without the paper itself. */
export function shownPrintJob(job: PrintJob, viewer: Viewer, stationCode: string): Shown {
  const { id, kind, form, title, documentId, lineId, orderNumber, partyName, printerId, printerName } = job
  const { wantedBy, wantedByName, wantedAt, copy, copies, state, isHeld, reason, detail } = job
  const { bytesSent, bytesTotal, lastWords, movedFrom, sentAt, endedAt, nextTryAt } = job
  const { batchId, batchPlace, firstPage, pages } = job
  const paper = { id, kind, form, title, documentId, lineId, orderNumber, partyName, lastWords, copy, copies }
  const place = { printerId, printerName, stationCode, movedFrom, wantedBy, wantedByName, wantedAt }
  const standing = { state, isHeld, reason, detail, bytesSent, bytesTotal, sentAt, endedAt, nextTryAt }
  return {
    ...paper,
    ...place,
    ...standing,
    batchId,
    batchPlace,
    firstPage,
    pages,
    warnings: [...job.warnings],
    hasImage: job.paper !== null && (job.needs === null || may(viewer, job.needs)),
    ...(job.amount !== null && may(viewer, 'price.see') ? { amount: job.amount } : {}),
  }
}
