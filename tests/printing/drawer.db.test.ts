import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { escposModels } from '#shared/printing/printer-models.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { createPrintShop, type PrintShop, realPrinter } from '#tests/support/print-shop.ts'
import { openPrinterSink } from '#tests/support/printer-sink.ts'
import { withPerson } from '#tests/support/test-shop.ts'
import { type ScriptedPrinters, scriptedPrinters } from './scripted-printer.ts'

const receipt = 'payments.orderReceipt'
const { drawer } = escposModels.epsonTm80
const till = { port: 9100 }
let shop: PrintShop
let printers: ScriptedPrinters

beforeEach(async () => {
  shop = await createPrintShop()
  printers = scriptedPrinters()
  shop.openWith(printers.open)
  await shop.command('setting.put', { scope: 'company', key: 'payments.cash', value: true })
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
})

const openings = async () => (await shop.query('drawer.openings', {})).openings
const opened = (count: number) => shop.until(openings, (seen) => seen.length === count)
const pay = async (orderId: string, method: 'cash' | 'pin', amount = 1000): Promise<string> =>
  (await shop.command('payment.receive', { id: shop.newId(), salesOrderId: orderId, method, amount })).id

describe('the drawer by itself', () => {
  test('[P11][PR55] opens once when cash is received, and every station knows who, where and why', async () => {
    await shop.receiptPrinter(till)
    const { id } = await shop.order()
    await pay(id, 'cash')
    expect(await opened(1)).toMatchObject([
      {
        cause: 'cash_payment',
        documentId: id,
        result: 'opened',
        failure: null,
        printerName: 'Receipt TM-T88',
        stationCode: 'A',
        byName: 'Marit Visser',
      },
    ])
    expect(printers.pulses).toEqual(['Receipt TM-T88'])
    expect(printers.sent).toEqual([])
  })

  test('[P11][PR55] stays shut for a card, for money given back, for a paper, a reprint, a copy and a test', async () => {
    const printerId = await shop.receiptPrinter(till)
    const { id } = await shop.order()
    await pay(id, 'pin')
    const paymentId = await pay(id, 'cash')
    await opened(1)
    await shop.command('payment.reverse', { id: shop.newId(), paymentId, reason: 'Verkeerd geteld' })
    const [first = ''] = await shop.print(receipt, id, printerId)
    await shop.settled(first)
    shop.clock.advance(60_000)
    printers.plan.push({ state: 'failed_before_send', reason: 'queueMissing' })
    const [second = ''] = await shop.print(receipt, id, printerId)
    await shop.until(
      () => shop.job(second),
      ({ state }) => state === 'failed_before_send',
    )
    await shop.local('printJob.retry', { ids: [second] })
    await shop.until(
      () => shop.job(second),
      ({ state, copy }) => state === 'printed' && copy === 2,
    )
    const { printJobId } = await shop.local('printer.test', { id: printerId, what: 'page' })
    await shop.settled(printJobId)
    expect(printers.sent).toHaveLength(3)
    expect(printers.pulses).toHaveLength(1)
    for (const { payload } of printers.sent) expect(decodeEscpos(payload.bytes).drawer).toEqual([])
  })

  test('[P11][PR55] is a setting of its printer, and without a drawer cash is received all the same', async () => {
    const { id } = await shop.order()
    await pay(id, 'cash', 100)
    await shop.receiptPrinter(till, { drawer: { ...drawer, opensAtCash: false } })
    await pay(id, 'cash', 100)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(printers.pulses).toEqual([])
    expect(await openings()).toEqual([])
  })
})

describe('the button', () => {
  test('[P11][bad input 95] needs a right of its own and a reason', async () => {
    await shop.receiptPrinter(till)
    expect(await shop.refusal('local', 'drawer.open', { reason: '  ' })).toMatchObject({ code: 'input.invalid' })
    expect(await shop.local('drawer.open', { reason: 'Wisselgeld' })).toEqual({
      printerName: 'Receipt TM-T88',
      result: 'opened',
    })
    expect(await opened(1)).toMatchObject([{ cause: 'button', reason: 'Wisselgeld', documentId: '' }])
    await withPerson(shop, 'warehouse')
    expect(await shop.refusal('local', 'drawer.open', { reason: 'Wisselgeld' })).toEqual({
      code: 'permission.missing',
      params: { permission: 'drawer.open' },
    })
    expect(printers.pulses).toHaveLength(1)
    shop.actAs(shop.administratorId)
  })

  test('[P11][PR72] is for whoever stands at the till, unless it was withheld from them; their cash opens it all the same', async () => {
    await shop.receiptPrinter(till)
    const { id: order } = await shop.order()
    const clerk = await withPerson(shop, 'counter')
    expect(await shop.local('drawer.open', { reason: 'Wisselgeld' })).toMatchObject({ result: 'opened' })
    shop.actAs(shop.administratorId)
    await shop.command('user.change', { id: clerk, withheld: ['drawer.open'] })
    shop.actAs(clerk)
    expect(await shop.refusal('local', 'drawer.open', { reason: 'Wisselgeld' })).toMatchObject({
      code: 'permission.missing',
    })
    await pay(order, 'cash')
    expect(await opened(2)).toMatchObject([
      { cause: 'cash_payment', result: 'opened', byName: 'Noor de Wit' },
      { cause: 'button', result: 'opened', byName: 'Noor de Wit' },
    ])
    expect(printers.pulses).toHaveLength(2)
    shop.actAs(shop.administratorId)
  })

  test('[P3][P11] two presses are one', async () => {
    await shop.receiptPrinter(till)
    const press = () => shop.local('drawer.open', { reason: 'Wisselgeld' })
    await Promise.all([press(), press()])
    await press()
    expect(printers.pulses).toHaveLength(1)
    shop.clock.advance(3000)
    await press()
    expect(printers.pulses).toHaveLength(2)
  })

  test('[P11] refuses in words: no drawer here, none at that printer, printer not reached', async () => {
    expect(await shop.refusal('local', 'drawer.open', { reason: 'x' })).toEqual({ code: 'drawer.none' })
    const printerId = await shop.receiptPrinter(till, { drawer: null })
    expect(await shop.refusal('local', 'drawer.open', { reason: 'x', printerId })).toEqual({
      code: 'drawer.notAtPrinter',
      params: { printer: 'Receipt TM-T88' },
    })
    await shop.receiptPrinter(till, { name: 'Till' })
    printers.plan.push({ state: 'failed_before_send', reason: 'unreachable' })
    expect(await shop.refusal('local', 'drawer.open', { reason: 'x' })).toEqual({
      code: 'drawer.notReached',
      params: { printer: 'Till', reason: 'unreachable' },
    })
    // That somebody tried is kept as well, and nothing tries again by itself.
    expect(await opened(1)).toMatchObject([{ result: 'failed', failure: 'unreachable' }])
    shop.clock.advance(60_000)
    shop.timers.fire()
    expect(printers.pulses).toEqual([])
  })

  test('[P11][PR56] a pulse that came too late is dropped: nobody stands at the drawer any more', async () => {
    await shop.receiptPrinter(till)
    printers.isHanging = true
    const order = await shop.order()
    const printerId = (await shop.query('printer.list', {})).printers[0]?.id ?? ''
    await shop.print(receipt, order.id, printerId)
    await shop.until(
      async () => printers.sent.length,
      (count) => count === 1,
    )
    const press = shop.local('drawer.open', { reason: 'Wisselgeld' }).catch((refusal: unknown) => refusal)
    shop.clock.advance(16_000)
    printers.release()
    await press
    expect(await opened(1)).toMatchObject([{ result: 'failed', failure: 'waitedTooLong' }])
    expect(printers.pulses).toEqual([])
  })

  test('[P5][P11] ended while the pulse was leaving: unknown, written down, and not sent again', async () => {
    await shop.receiptPrinter(till)
    printers.isHanging = true
    void shop.local('drawer.open', { reason: 'Wisselgeld' })
    await shop.until(
      async () => printers.pulses.length,
      (count) => count === 1,
    )
    printers.isHanging = false
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    expect(await opened(1)).toMatchObject([{ result: 'unknown', failure: 'programEnded', reason: 'Wisselgeld' }])
    expect(printers.pulses).toHaveLength(1)
  })

  test('[P11] opens without paper: no question goes before the pulse', async () => {
    const sink = await openPrinterSink({ mode: 'paperout' })
    try {
      shop.openWith(realPrinter)
      await shop.receiptPrinter(sink)
      expect(await shop.local('drawer.open', { reason: 'Wisselgeld' })).toMatchObject({ result: 'opened' })
      const pulses = sink.connections.flatMap((bytes) => decodeEscpos(Uint8Array.from(bytes)).drawer)
      expect(pulses).toEqual([{ pin: 2, milliseconds: 100, realTime: true }])
    } finally {
      await sink.close()
    }
  })
})
