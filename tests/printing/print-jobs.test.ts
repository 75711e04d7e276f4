import { describe, expect, it } from 'vitest'
import { wantedTogether } from '#main/printing/print-outcome-posting.ts'
import { nextState, statesOf, validateStates } from '#shared/kernel/state-machine.ts'
import { barcodeProblem, ean13CheckDigit } from '#shared/printing/barcode-symbology.ts'
import { picturesOf } from '#shared/printing/print-document.ts'
import {
  afterCrash,
  isStale,
  printJobEventBy,
  printJobEventOf,
  printJobKey,
  printJobMachine,
} from '#shared/printing/print-job-states.ts'
import { mayRetryByItself } from '#shared/printing/print-outcome.ts'
import { findPrintRoute, type PrintRoute } from '#shared/printing/print-routes.ts'
import { checkPrinterTarget, deviceKey, printerProfileSchema } from '#shared/printing/printer-profile.ts'
import { labelPrinter, officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { pageWithPictures } from '#tests/support/sample-pages.ts'

describe('how print jobs ended', () => {
  const job = (wantedBy: string, wantedByRole = 'counter') => ({ wantedBy, wantedByRole })

  it('[PR25] is written down for a chunk at once, in order and in the name of whoever wanted it', () => {
    const ended = [job('femke'), job('femke'), job('marit'), job('femke'), job('femke', 'administrator')]
    expect(wantedTogether(ended).map((group) => group.length)).toEqual([2, 1, 1, 1])
    expect(wantedTogether(ended).flat()).toEqual(ended)
    expect(wantedTogether(Array.from({ length: 250 }, () => job('femke'))).map(({ length }) => length)).toEqual([
      100, 100, 50,
    ])
  })
})

describe('the life of a print job', () => {
  it('[P1] has exactly the agreed states, all of them reachable', () => {
    expect(statesOf(printJobMachine)).toEqual(
      expect.arrayContaining([
        'queued',
        'sending',
        'printed',
        'handed_over',
        'unknown',
        'failed_before_send',
        'cancelled',
      ]),
    )
    expect(statesOf(printJobMachine)).toHaveLength(7)
    expect(validateStates(printJobMachine)).toEqual([])
  })

  it('[P2] lets a machine queue again only what failed before sending', () => {
    const machine = Object.entries(printJobEventBy).flatMap(([event, by]) => (by.includes('machine') ? [event] : []))
    for (const state of statesOf(printJobMachine)) {
      const back = Object.entries(printJobMachine.transitions[state]).filter(
        ([event, to]) => to === 'queued' && machine.includes(event),
      )
      expect([state, back.length]).toEqual([state, state === 'failed_before_send' ? 1 : 0])
    }
    expect(mayRetryByItself({ state: 'failed_before_send', bytesSent: 0 })).toBe(true)
    expect(mayRetryByItself({ state: 'unknown', bytesSent: 0 })).toBe(false)
    expect(mayRetryByItself({ state: 'failed_before_send', bytesSent: 1 })).toBe(false)
  })

  it('[P2] leaves what nobody could see to a person: it is there, or it is not', () => {
    expect(printJobMachine.transitions.unknown).toEqual({
      confirm: 'printed',
      deny: 'cancelled',
      sendAgain: 'queued',
    })
    const { confirm, deny, sendAgain } = printJobEventBy
    expect([confirm, deny, sendAgain]).toEqual([['person'], ['person'], ['person']])
  })

  it('[P1] ends every outcome of sending in the state of the same name', () => {
    for (const [state, event] of Object.entries(printJobEventOf))
      expect(nextState(printJobMachine, 'sending', event)).toBe(state)
  })

  it('[P5] is unknown after the program ended while sending, and untouched otherwise', () => {
    expect(statesOf(printJobMachine).map(afterCrash)).toEqual(
      statesOf(printJobMachine).map((state) => (state === 'sending' ? 'unknown' : state)),
    )
  })

  it('[P3] is one for one paper, revision, copy and printer, whatever their names contain', () => {
    const paper = { documentId: 'a/b', revision: '1', copy: 1, printerId: 'p' }
    expect(printJobKey(paper)).toBe(printJobKey({ ...paper }))
    const keys = [
      paper,
      { ...paper, copy: 2 },
      { ...paper, revision: '2' },
      { ...paper, printerId: 'q' },
      { ...paper, documentId: 'a', revision: 'b/1' },
    ]
    expect(new Set(keys.map(printJobKey)).size).toBe(keys.length)
  })

  it('[P4] is held when it waited longer than ten minutes', () => {
    expect(isStale('2026-11-19T18:00:00.000Z', '2026-11-19T18:09:59.000Z')).toBe(false)
    expect(isStale('2026-11-19T18:00:00.000Z', '2026-11-20T07:30:00.000Z')).toBe(true)
  })
})

describe('which printer a paper goes to', () => {
  const route = (change: Partial<PrintRoute>): PrintRoute => ({
    documentKind: 'fulfilment.packingSlip',
    stationId: null,
    locationId: null,
    printerId: 'office',
    copies: 1,
    tray: null,
    fallbackPrinterId: null,
    ...change,
  })
  const routes = [
    route({}),
    route({ stationId: 'packing', printerId: 'packing-a4' }),
    route({ stationId: 'packing', locationId: 'hall-2', printerId: 'hall-2' }),
    route({ locationId: 'hall-3', printerId: 'hall-3' }),
  ]
  const at = (stationId: string, locationId: string | null) => {
    const found = findPrintRoute(routes, { documentKind: 'fulfilment.packingSlip', stationId, locationId })
    return found.ok ? found.value.printerId : found.refusal.code
  }

  it('[P20] takes the most particular route: location before station before everywhere', () => {
    expect([
      at('counter', null),
      at('packing', null),
      at('packing', 'hall-2'),
      at('packing', 'hall-3'),
      at('counter', 'hall-2'),
    ]).toEqual(['office', 'packing-a4', 'hall-2', 'hall-3', 'office'])
  })

  it('[P20] refuses a paper without a route, so that someone is asked once', () => {
    expect(
      findPrintRoute(routes, { documentKind: 'payments.receipt', stationId: 'packing', locationId: null }),
    ).toEqual({
      ok: false,
      refusal: { code: 'printRoute.missing', params: { documentKind: 'payments.receipt' } },
    })
  })
})

describe('what a printer may be', () => {
  it('[P13] has one language that fits its transport, or is no printer', () => {
    for (const profile of [
      receiptPrinter(),
      labelPrinter(),
      officePrinter({ by: 'cups', queue: 'Office', server: null }),
    ]) {
      expect(printerProfileSchema.parse(profile)).toEqual(profile)
    }
    expect(
      printerProfileSchema.safeParse({
        ...officePrinter({ by: 'folder', path: 'x' }),
        transport: { by: 'tcp', host: 'h', port: 9100 },
      }).success,
    ).toBe(false)
    expect(
      printerProfileSchema.safeParse({ ...receiptPrinter(), transport: { by: 'folder', path: 'x' } }).success,
    ).toBe(false)
  })

  it.each(['-oraw', 'a b', 'a/b', '', 'a#b'])(
    '[P24] takes no queue called %j, which a program could read as an option or a path',
    (queue) => {
      expect(printerProfileSchema.safeParse(officePrinter({ by: 'cups', queue, server: null })).success).toBe(false)
    },
  )

  it('[P24] is reached at ports of printers only', () => {
    expect([9100, 515, 631].map((port) => checkPrinterTarget(receiptPrinter(undefined, port)).ok)).toEqual([
      true,
      true,
      true,
    ])
    expect(checkPrinterTarget(receiptPrinter(undefined, 22))).toEqual({
      ok: false,
      refusal: { code: 'printer.portNotAllowed', params: { port: 22 } },
    })
  })

  it('[P6] is the same device under however many names', () => {
    expect(deviceKey({ ...receiptPrinter(), id: 'other', name: 'Other' })).toBe(deviceKey(receiptPrinter()))
    expect(deviceKey(receiptPrinter(undefined, 9101))).not.toBe(deviceKey(receiptPrinter()))
  })
})

describe('what a symbol can carry', () => {
  it.each([
    ['ean13', '5901234123457', null],
    ['ean13', '5901234123458', 'wrongCheckDigit'],
    ['ean13', '590123412345', 'wrongLength'],
    ['ean13', '59012341234X7', 'charactersNotAllowed'],
    ['code128', '26-A04831', null],
    ['code128', 'Zoë', 'charactersNotAllowed'],
    ['code128', 'a\u001db', 'charactersNotAllowed'],
    ['code128', 'x'.repeat(81), 'tooLong'],
    ['qr', 'https://x.example/ö', null],
    ['qr', 'é'.repeat(501), 'tooLong'],
    ['qr', 'a\u0000', 'charactersNotAllowed'],
    ['dataMatrix', '', 'empty'],
  ] as const)('[PR18] %s of %j: %j', (symbology, data, problem) => {
    expect(barcodeProblem({ symbology, data })).toBe(problem)
  })

  it('[PR18] works out the check digit of an article number', () => {
    expect(ean13CheckDigit('590123412345')).toBe(7)
    expect(ean13CheckDigit('871125300120')).toBe(2)
  })
})

it('names every picture a paper needs, however deep it lies', () => {
  expect(picturesOf(pageWithPictures)).toEqual(['logo', 'thumb'])
})
