import type { OutputFor } from '#shared/contract.ts'

type PrintJobRow = OutputFor<'printJob.list'>['rows'][number]

/** A print job as the core lists it; tests change what they are about. */
export function printJobRow(change: Partial<PrintJobRow> = {}): PrintJobRow {
  return {
    id: 'job-1',
    kind: 'payments.orderReceipt',
    form: 'receipt',
    title: 'Kassabon',
    documentId: 'order-1',
    lineId: null,
    orderNumber: '26-A00001',
    partyName: 'Brasserie Le Vieux Canal',
    amount: { amount: 31823, currency: 'EUR' },
    printerId: 'receipt-1',
    printerName: 'Receipt TM-T88',
    stationCode: 'A',
    wantedBy: 'user-1',
    wantedByName: 'Femke Jansen',
    wantedAt: '2026-11-19T13:04:00.000Z',
    copy: 1,
    copies: 1,
    state: 'queued',
    isHeld: false,
    reason: null,
    detail: null,
    bytesSent: 0,
    bytesTotal: 2874,
    lastWords: 'Dank u wel',
    warnings: [],
    movedFrom: null,
    sentAt: null,
    endedAt: null,
    nextTryAt: null,
    hasImage: true,
    batchId: null,
    batchPlace: null,
    firstPage: null,
    pages: null,
    ...change,
  }
}
