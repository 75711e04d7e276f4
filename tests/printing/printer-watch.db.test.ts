import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemPorts } from '#main/printing/drivers/system-ports.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import type { PrinterStatus } from '#shared/printing/print-outcome.ts'
import { createPrintShop, type PrintShop, realPrinter } from '#tests/support/print-shop.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { scriptedPrinters } from './scripted-printer.ts'

const receipt = 'payments.orderReceipt'
const slip = 'fulfilment.packingSlip'
let shop: PrintShop
let sink: PrinterSink

beforeEach(async () => {
  shop = await createPrintShop()
  sink = await openPrinterSink()
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
  await sink.close()
})

const stateOf = async (id: string) =>
  (await shop.query('printer.list', {})).printers.find((printer) => printer.id === id)?.state
const until = (id: string, state: string) =>
  shop.until(
    () => stateOf(id),
    (seen) => seen === state,
  )
/** Rounds so far apart until it comes; a machine under load may miss a printer once. */
const comes = async <T>(seconds: number, look: () => Promise<T>, awaited: T) => {
  for (let round = 0; round < 4; round += 1) {
    pass(seconds)
    const seen = await shop.until(look, (each) => each === awaited, 2500).catch(() => null)
    if (seen !== null) return
  }
  expect(await look()).toBe(awaited)
}
const says = (id: string, state: string, seconds: number) =>
  comes<string | undefined>(seconds, () => stateOf(id), state)
/** What a clock of this shop brings in so many seconds. */
const pass = (seconds: number) => {
  shop.clock.advance(seconds * 1000)
  shop.timers.fire(seconds * 1000)
}

describe('the icon beside a printer', () => {
  test('[P9][PR57] the times of the product: off is seen within ten seconds idle, within three at work', () => {
    const { pollEvery, pollAtWorkEvery } = systemPorts()
    const silence = Math.max(tcpLimits.connect, tcpLimits.status)
    expect(pollEvery + silence).toBeLessThanOrEqual(10_000)
    expect(pollAtWorkEvery + silence).toBeLessThanOrEqual(3000)
  })

  test('[P9][PR57] one that does not answer keeps no other waiting, and is not asked twice at once', async () => {
    const asked: ((said: PrinterStatus) => void)[] = []
    shop.openWith((profile) => {
      const printer = realPrinter(profile)
      if (profile.transport.by !== 'folder') return printer
      return { ...printer, status: () => new Promise((resolve) => asked.push(resolve)) }
    })
    await shop.folderPrinter('/silent')
    const id = await shop.receiptPrinter(sink)
    await until(id, 'ready')
    sink.mode = 'cover'
    await says(id, 'cover_open', 10)
    expect(asked).toHaveLength(1)
    for (const answer of asked) answer({ state: 'ready', reason: null, isPaperLow: false, detail: null })
  })

  test('[P9][PR57] an idle printer is asked within ten seconds, not every three', async () => {
    const id = await shop.receiptPrinter(sink)
    await until(id, 'ready')
    sink.mode = 'paperout'
    const asked = sink.connections.length
    pass(3)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(sink.connections).toHaveLength(asked)
    await says(id, 'out_of_paper', 10)
    sink.mode = 'cover'
    await says(id, 'cover_open', 10)
  })

  test('[P9][PR57] a printer that something waits for is asked within three seconds', async () => {
    const id = await shop.receiptPrinter(sink)
    await until(id, 'ready')
    sink.mode = 'paperout'
    const [job = ''] = await shop.print(receipt, (await shop.order()).id, id)
    // The paper itself brought the news.
    expect(await shop.settled(job)).toMatchObject({ state: 'queued', reason: 'paperOut' })
    expect(await stateOf(id)).toBe('out_of_paper')
    sink.mode = 'cover'
    await says(id, 'cover_open', 3)
    await sink.close()
    await says(id, 'not_found', 3)
    sink = await openPrinterSink({ at: { host: '127.0.0.1', port: sink.port } })
    // It is back, and nobody waits for the next try.
    await comes<string>(3, async () => (await shop.job(job)).state, 'printed')
  })

  test('[P9][PR57] out of paper in the middle of a receipt: the sender sees, and asks more often than every three seconds', async () => {
    expect(tcpLimits.poll).toBeLessThan(3000)
    const id = await shop.receiptPrinter(sink)
    await until(id, 'ready')
    sink.mode = 'paperoutMidway'
    const { id: orderId } = await shop.order()
    const [job = ''] = await shop.print(receipt, orderId, id, { copies: 3 })
    await shop.until(
      () => shop.job(job),
      ({ state }) => state === 'unknown',
    )
    expect(await stateOf(id)).toBe('out_of_paper')
  })

  test('[P9][PR57] an office printer is asked while it prints, without waiting for its turn', async () => {
    const printers = scriptedPrinters()
    shop.openWith(printers.open)
    const id = await shop.folderPrinter('/nowhere')
    await until(id, 'ready')
    printers.isHanging = true
    const [job = ''] = await shop.print(slip, (await shop.order()).id, id)
    await shop.until(
      () => shop.job(job),
      ({ state }) => state === 'sending',
    )
    printers.status = { state: 'blocked', reason: 'paperOut', isPaperLow: false, detail: null }
    await says(id, 'out_of_paper', 3)
    expect(await shop.job(job)).toMatchObject({ state: 'sending' })
    printers.release()
    await shop.until(
      () => shop.job(job),
      ({ state }) => state === 'printed',
    )
  })
})
