import { describe, expect, test } from 'vitest'
import {
  askingPrinter,
  type BatchAtPrinter,
  batchOffers,
  batchProgress,
  type PrintBatch,
  pageOf,
} from '#renderer/printing/batches/batch-word.ts'
import { askingBatch, questionOf } from '#renderer/printing/journal/journal-view.ts'
import { tickedIds } from '#renderer/sales-orders/list/ticked-orders.ts'
import { batchStateOf, portionOf, seenFrom } from '#shared/printing/print-batch.ts'
import { printJobRow } from './print-samples.ts'

const at = (change: Partial<BatchAtPrinter> = {}): BatchAtPrinter => ({
  printerId: 'a4',
  printerName: 'A4 Kyocera',
  papers: 4,
  waiting: 0,
  sending: 0,
  done: 4,
  unknown: 0,
  failed: 0,
  cancelled: 0,
  pages: 8,
  ...change,
})
const batch = (change: Partial<PrintBatch> = {}): PrintBatch => ({
  id: 'batch-1',
  state: 'done',
  kinds: [],
  documents: 4,
  laidOut: 4,
  papers: 4,
  alreadyThere: 0,
  isPaused: false,
  stoppedAt: null,
  wantedAt: '2026-11-19T13:04:00.000Z',
  wantedByName: 'Femke Jansen',
  printers: [at()],
  leftOut: [],
  ...change,
})

describe('how many leave together', () => {
  test('[P21][PR50] labels twenty by twenty, sheets a hundred by a hundred, receipts each by itself', () => {
    expect([0, 19, 20, 39, 40].map((place) => portionOf('label', place))).toEqual([0, 0, 1, 1, 2])
    expect([0, 99, 100].map((place) => portionOf('page', place))).toEqual([0, 0, 1])
    expect([0, 1, 2].map((place) => portionOf('receipt', place))).toEqual([0, 1, 2])
  })

  test('[PR53] a page names what came out, what was cut short and what is missing', () => {
    const paper = { firstPage: 36, pages: 2 }
    expect([35, 36, 37, 38].map((page) => seenFrom(paper, page))).toEqual([
      'not_there',
      'not_there',
      'cut_short',
      'came_out',
    ])
  })

  test('[PR51] what asks is said before what stands still, and that before what moves', () => {
    const none = { waiting: 0, sending: 0, unknown: 0, failed: 0 }
    const plain = { isLaidOut: true, isPaused: false, stoppedAt: null }
    expect(batchStateOf({ ...plain, isPaused: true }, { ...none, waiting: 1, unknown: 1 })).toBe('asks')
    expect(batchStateOf({ ...plain, isPaused: true }, { ...none, waiting: 1 })).toBe('paused')
    expect(batchStateOf({ ...plain, isLaidOut: false }, none)).toBe('layingOut')
    expect(batchStateOf(plain, { ...none, sending: 1 })).toBe('printing')
    expect(batchStateOf({ ...plain, stoppedAt: 'now' }, none)).toBe('stopped')
    expect(batchStateOf(plain, none)).toBe('done')
  })
})

describe('a batch on screen', () => {
  test('[P21] offers what can be done now', () => {
    expect(batchOffers(batch())).toEqual({ pause: false, goOn: false, stop: false })
    const waiting = batch({ state: 'printing', printers: [at({ waiting: 2 })] })
    expect(batchOffers(waiting)).toEqual({ pause: true, goOn: false, stop: true })
    expect(batchOffers({ ...waiting, isPaused: true })).toEqual({ pause: false, goOn: true, stop: true })
    expect(batchOffers(batch({ printers: [at({ failed: 1 })] }))).toEqual({ pause: false, goOn: true, stop: true })
    expect(batchOffers(batch({ state: 'stopped', laidOut: 2 }))).toEqual({ pause: false, goOn: false, stop: false })
    expect(batchProgress(batch({ printers: [at({ done: 1 }), at({ done: 2 })] }))).toEqual({ done: 3, papers: 4 })
  })

  test('[P2][PR54] asks once for the batch, and not while something is still at that printer', () => {
    expect(askingPrinter(batch({ printers: [at(), at({ printerId: 'zd', unknown: 3 })] }))?.printerId).toBe('zd')
    expect(askingPrinter(batch({ printers: [at({ unknown: 3, sending: 1 })] }))).toBeNull()
    const ofBatch = printJobRow({ id: 'job-2', state: 'unknown', batchId: 'batch-1' })
    expect(questionOf([ofBatch], null)).toBeNull()
    expect(askingBatch([ofBatch, { ...ofBatch, batchId: 'batch-2' }], 'batch-2')).toBe('batch-2')
    expect(askingBatch([printJobRow({ state: 'unknown' })], null)).toBeNull()
  })

  test('[PR53] a page is a number the batch has', () => {
    expect(['1', ' 8 ', '9', '0', '-1', '2.5', '', 'x'].map((text) => pageOf(text, 8))).toEqual([
      1,
      8,
      ...[null, null, null, null, null, null],
    ])
  })
})

describe('which orders are ticked', () => {
  /** 450 orders in pages of the core. */
  const ask = () => {
    const asked: unknown[] = []
    const query = async (_: string, input: { after: [string, string] | null; limit: number }) => {
      asked.push(input.after)
      const from = input.after === null ? 0 : Number(input.after[1])
      const rows = Array.from({ length: Math.min(input.limit, 450 - from) }, (_, each) => ({ id: String(from + each) }))
      const end = from + rows.length
      return { rows, next: end < 450 ? ['', String(end)] : null }
    }
    return { asked, client: { query } as unknown as Parameters<typeof tickedIds>[0] }
  }
  const input = {} as Parameters<typeof tickedIds>[1]

  test('[PRN-04] all that the filter finds, also what nobody has scrolled to, in the order of the list', async () => {
    const { client } = ask()
    const all = await tickedIds(client, input, { mode: 'all-but', ids: new Set(['7']) }, 500)
    expect(all).toHaveLength(449)
    expect(all?.slice(5, 9)).toEqual(['5', '6', '8', '9'])
    expect(await tickedIds(client, input, { mode: 'all-but', ids: new Set() }, 400)).toBeNull()
  })

  test('[PRN-04] a few ticked ones are found without walking the whole list', async () => {
    const { client, asked } = ask()
    expect(await tickedIds(client, input, { mode: 'only', ids: new Set(['3', '1']) }, 500)).toEqual(['1', '3'])
    expect(asked).toHaveLength(1)
  })
})
