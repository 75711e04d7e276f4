import { describe, expect, test } from 'vitest'
import { paperStandings } from '#renderer/printing/papers/paper-standing.ts'
import { missingRoutes, withPrinters } from '#renderer/printing/papers/route-wish.ts'
import type { OutputFor } from '#shared/contract.ts'
import { printJobRow } from './print-samples.ts'

type Outcome = OutputFor<'printOutcome.list'>['outcomes'][number]

const receipt = { kind: 'payments.orderReceipt', forms: ['receipt' as const], about: 'sales_order', route: null }
const slip = {
  kind: 'fulfilment.packingSlip',
  forms: ['page' as const, 'receipt' as const],
  about: 'sales_order',
  route: null,
}
const ofProduct = { kind: 'catalog.productLabel', forms: ['label' as const], about: 'product', route: null }

const printers = [
  { id: 'office', name: 'A4 Kyocera', form: 'page' },
  { id: 'tm', name: 'Receipt TM-T88', form: 'receipt' },
] as const

function outcome(change: Partial<Outcome> = {}): Outcome {
  return {
    printJobId: 'job-1',
    kind: receipt.kind,
    lineId: null,
    printerName: 'Receipt TM-T88',
    stationCode: 'B',
    byName: 'Noor',
    copy: 1,
    copies: 1,
    result: 'printed',
    at: '2026-11-19T13:00:00.000Z',
    ...change,
  }
}

describe('a paper without a printer', () => {
  test('[P20] is asked about once for each kind, with the printers that can print it, the usual form first', () => {
    const wanted = [{ kind: slip.kind }, { kind: receipt.kind }, { kind: slip.kind }]
    expect(missingRoutes(wanted, [receipt, slip], printers)).toEqual([
      { kind: slip.kind, printers: [printers[0], printers[1]], likely: 'office' },
      { kind: receipt.kind, printers: [printers[1]], likely: 'tm' },
    ])
  })

  test('[P20] where two printers are as likely, none is chosen for the person', () => {
    const two = [...printers, { id: 'tm2', name: 'Receipt 2', form: 'receipt' as const }]
    expect(missingRoutes([receipt], [receipt], two)[0]?.likely).toBeNull()
  })

  test('[P20] what got no printer is left out, the rest goes where it was said', () => {
    const wanted = [
      { kind: slip.kind, documentId: 'o' },
      { kind: receipt.kind, documentId: 'o' },
    ]
    expect(withPrinters(wanted, { [slip.kind]: 'office', [receipt.kind]: null })).toEqual([
      { kind: slip.kind, documentId: 'o', printerId: 'office' },
    ])
  })
})

describe('the papers of an order', () => {
  const standing = (jobs: Parameters<typeof paperStandings>[2], outcomes: readonly Outcome[]) =>
    paperStandings([receipt, ofProduct], 'sales_order', jobs, outcomes).map(({ kind, word, times }) => ({
      kind,
      word,
      times,
    }))

  test('papers of other things are not among them', () => {
    expect(standing([], [])).toEqual([{ kind: receipt.kind, word: 'notYet', times: 0 }])
  })

  test('[P1] while a print job is on its way its own state is said, never an earlier "printed"', () => {
    const again = printJobRow({ id: 'job-2', state: 'sending', copy: 2 })
    expect(standing([again], [outcome()])[0]).toMatchObject({ word: 'printing', times: 1 })
  })

  test('[W7] what any station printed counts, and the last word stands', () => {
    const older = outcome({ printJobId: 'job-0', at: '2026-11-18T09:00:00.000Z', copies: 2 })
    expect(standing([printJobRow({ state: 'printed' })], [outcome(), older])[0]).toMatchObject({
      word: 'printedTimes',
      times: 3,
    })
    expect(standing([], [outcome({ result: 'not_there' })])[0]).toMatchObject({ word: 'notThere', times: 0 })
  })
})
