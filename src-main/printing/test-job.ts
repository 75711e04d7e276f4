import type { Viewer } from '#main/platform/bus/viewer.ts'
import { lastWordsOf } from '#shared/printing/finished-paper.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import { type PrintJob, testKind } from '#shared/printing/print-job.ts'
import { deviceKey, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import { freshJob } from './paper-queue.ts'

interface Test {
  readonly id: string
  readonly printer: PrinterProfile
  /** Null: bytes made for this printer, which lie beside the database. */
  readonly paper: PrintDocument | null
  readonly bytesTotal: number
}

/** A test goes through the queue like every paper: it must not cut into one that is being printed. */
export function testJob({ id, printer, paper, bytesTotal }: Test, viewer: Viewer, now: string): PrintJob {
  return {
    ...freshJob(id, now, viewer),
    key: `test/${id}`,
    kind: testKind,
    form: formOf(printer),
    title: paper?.title ?? printer.name,
    documentId: printer.id,
    lineId: null,
    revision: id,
    content: '',
    orderNumber: '',
    partyName: '',
    amount: null,
    needs: null,
    language: paper?.language ?? 'en',
    paper,
    printerId: printer.id,
    printerName: printer.name,
    deviceKey: deviceKey(printer),
    tray: null,
    copy: 1,
    copyTag: null,
    copies: 1,
    lastWords: paper === null ? '' : lastWordsOf(paper),
    hasBytes: bytesTotal > 0,
    bytesTotal,
  }
}
