import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { createPrintShop, type PrintShop, realPrinter } from '#tests/support/print-shop.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink, type SinkMode } from '#tests/support/printer-sink.ts'

const receipt = 'payments.orderReceipt'
let shop: PrintShop
const sinks: PrinterSink[] = []
async function sink(mode: SinkMode = 'ok', language: 'escpos' | 'zpl' = 'escpos'): Promise<PrinterSink> {
  const opened = await openPrinterSink({ mode, language })
  sinks.push(opened)
  return opened
}
beforeEach(async () => {
  shop = await createPrintShop()
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
  for (const each of sinks.splice(0)) await each.close()
})
const linesOn = (printer: PrinterSink): string[][] =>
  printer.printed().map((bytes) => [...decodeEscpos(bytes, emulated(receiptPrinter())).lines])

describe('a paper on its way', () => {
  test('[P1] a receipt that the printer confirmed is printed, and every station knows', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order()
    const [id = ''] = await shop.print(receipt, order.id, printerId)
    expect(await shop.settled(id)).toMatchObject({
      state: 'printed',
      reason: null,
      copy: 1,
      orderNumber: order.number,
      partyName: 'Bakkerij De Molen',
      printerName: 'Receipt TM-T88',
      amount: { currency: 'EUR' },
    })
    expect(linesOn(printer)[0]?.join('\n')).toContain(order.number)
    const { outcomes } = await shop.until(
      () => shop.query('printOutcome.list', { documentId: order.id }),
      (seen) => seen.outcomes.length > 0,
    )
    expect(outcomes).toMatchObject([
      { printJobId: id, kind: receipt, result: 'printed', copy: 1, stationCode: 'A', byName: 'Marit Visser' },
    ])
  })

  test.each([
    ['slow', 'printed', null],
    ['asb', 'printed', null],
    ['paperout', 'queued', 'paperOut'],
    ['cover', 'queued', 'coverOpen'],
    ['garbage', 'failed_before_send', 'notUnderstood'],
    ['mute', 'queued', 'notAnswering'],
    ['half', 'queued', 'notUnderstood'],
    ['blackhole', 'queued', 'notAnswering'],
  ] as const)('[P1][P9] a printer that is %s: %s, %s', async (mode, state, reason) => {
    const printer = await sink(mode)
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, await shop.receiptPrinter(printer))
    const job = await shop.settled(id)
    // What another device says is no waiting matter.
    const expected = mode === 'half' ? 'failed_before_send' : state
    expect({ state: job.state, reason: job.reason }).toEqual({ state: expected, reason })
    expect(printer.printed().length).toBe(state === 'printed' ? 1 : 0)
  })

  test('[P2][P5] a line that drops in the middle is unknown, and nothing is sent again by itself', async () => {
    const printer = await sink('reset')
    const printerId = await shop.receiptPrinter(printer)
    const lines = Array.from({ length: 40 }, (_, at) => ({
      id: shop.newId(),
      what: {
        kind: 'free_text' as const,
        title: `Regel ${at} met nogal wat woorden erop`,
        details: '',
        quantity: { sets: 1, each: 1000 },
        unit: 'C62' as const,
        unitPrice: { amount: 1_000_000, base: 1 },
        vatLevel: 'standard' as const,
      },
      position: `a${String(at).padStart(3, '0')}`,
    }))
    const order = await shop.order({ lines })
    const [id = ''] = await shop.print(receipt, order.id, printerId)
    expect(await shop.settled(id)).toMatchObject({
      state: 'unknown',
      nextTryAt: null,
      lastWords: 'Dank u wel en tot ziens',
    })
    printer.mode = 'ok'
    shop.clock.advance(3_600_000)
    shop.timers.fire()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(printer.printed()).toHaveLength(1)
    expect(await shop.job(id)).toMatchObject({ state: 'unknown' })
  })

  test('[P2][P9] out of paper: it waits, tries again by itself, and comes out once', async () => {
    const printer = await sink('paperout')
    const printerId = await shop.receiptPrinter(printer)
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    expect(await shop.settled(id)).toMatchObject({ state: 'queued', reason: 'paperOut', bytesSent: 0 })
    const { printers } = await shop.query('printer.list', {})
    expect(printers).toMatchObject([{ id: printerId, state: 'out_of_paper', waiting: 1, asking: 0 }])
    printer.mode = 'ok'
    shop.clock.advance(2000)
    shop.timers.fire()
    expect(
      await shop.until(
        () => shop.job(id),
        (job) => job.state === 'printed',
      ),
    ).toMatchObject({ reason: null })
    expect(printer.printed()).toHaveLength(1)
  })

  test('[P2][PR23] after ten minutes the machine stops trying, and a person is asked', async () => {
    const printer = await sink('paperout', 'zpl')
    const [id = ''] = await shop.print(
      'fulfilment.shippingLabel',
      (await shop.order(delivered)).id,
      await shop.labelPrinter(printer),
    )
    await shop.settled(id)
    shop.clock.advance(601_000)
    shop.timers.fire()
    expect(
      await shop.until(
        () => shop.job(id),
        (job) => job.state !== 'queued',
      ),
    ).toMatchObject({
      state: 'failed_before_send',
    })
    expect(await shop.query('printJob.counts', {})).toMatchObject({ failed: 1, queued: 0 })
    printer.mode = 'ok'
    expect(await shop.local('printJob.retry', { ids: [id] })).toEqual({ retried: 1 })
    await shop.until(
      () => shop.job(id),
      (job) => job.state !== 'queued' && job.state !== 'sending',
    )
  })

  test('[P6][PR27] a dead printer holds up no other, and a moved paper is no copy', async () => {
    const dead = await sink('blackhole')
    const alive = await sink()
    const [deadId, aliveId] = [await shop.receiptPrinter(dead), await shop.receiptPrinter(alive, { name: 'Receipt 2' })]
    const order = await shop.order()
    const [stuck = ''] = await shop.print(receipt, order.id, deadId)
    const other = await shop.order()
    const [id = ''] = await shop.print(receipt, other.id, aliveId)
    expect(await shop.settled(id)).toMatchObject({ state: 'printed' })
    await shop.settled(stuck)
    await shop.local('printJob.move', { id: stuck, printerId: aliveId })
    expect(
      await shop.until(
        () => shop.job(stuck),
        (job) => job.state === 'printed',
      ),
    ).toMatchObject({
      copy: 1,
      printerName: 'Receipt 2',
      movedFrom: 'Receipt TM-T88',
    })
    expect(alive.printed()).toHaveLength(2)
  })

  test('[P6] papers for one printer come out in the order they were wanted, never into each other', async () => {
    const printer = await sink('slow')
    const printerId = await shop.receiptPrinter(printer)
    const orders = [await shop.order(), await shop.order(), await shop.order()]
    const ids: string[] = []
    for (const order of orders) {
      ids.push(...(await shop.print(receipt, order.id, printerId)))
      shop.clock.advance(1)
    }
    for (const id of ids)
      await shop.until(
        () => shop.job(id),
        (job) => job.state === 'printed',
      )
    const numbers = linesOn(printer).map((lines) =>
      orders.filter((order) => lines.some((line) => line.includes(order.number))),
    )
    expect(numbers).toEqual(orders.map((order) => [order]))
  })

  test('[P22][PR21] the order is taken and stands, whatever its papers do', async () => {
    const order = await shop.order()
    expect(await shop.refusal('command', 'paper.print', { papers: [{ kind: receipt, documentId: order.id }] })).toEqual(
      {
        code: 'printRoute.missing',
        params: { documentKind: receipt },
      },
    )
    expect((await shop.query('salesOrder.get', { id: order.id })).number).toBe(order.number)
  })
})

const delivered = {
  delivery: 'delivery' as const,
  deliveryAddress: { street: 'Molenweg 3', extra: '', postcode: '3511 AB', city: 'Utrecht', country: 'NL' },
}

describe('one wish, one paper', () => {
  test('[P3][PR26] a double click, and a click before the first has come out, are one print job', async () => {
    const printer = await sink('slow')
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order()
    const clicks = await Promise.all([1, 2, 3].map(() => shop.print(receipt, order.id, printerId)))
    const [id = ''] = clicks[0] ?? []
    expect(clicks).toEqual([[id], [id], [id]])
    await shop.until(
      () => shop.job(id),
      (job) => job.state === 'printed',
    )
    expect(await shop.print(receipt, order.id, printerId)).toEqual([id])
    expect(printer.printed()).toHaveLength(1)
  })

  test('[PR20][W7] a reprint carries its COPY tag in the language of the paper', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order({}, 'de')
    const [first = ''] = await shop.print(receipt, order.id, printerId)
    await shop.settled(first)
    await shop.until(
      () => shop.query('printOutcome.list', { documentId: order.id }),
      (seen) => seen.outcomes.length === 1,
    )
    shop.clock.advance(60_000)
    const [second = ''] = await shop.print(receipt, order.id, printerId)
    expect(second).not.toBe(first)
    expect(await shop.settled(second)).toMatchObject({ state: 'printed', copy: 2 })
    const [original = [], copy = []] = linesOn(printer)
    expect(original.join('\n')).not.toContain('KOPIE')
    expect(copy.join('\n')).toContain('KOPIE 2')
  })

  test('[P20] the printer named once is remembered, and its route is used from then on', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order()
    await shop.command('paper.print', { papers: [{ kind: receipt, documentId: order.id, printerId }], remember: true })
    const { papers } = await shop.query('printRoute.list', {})
    expect(papers.find((each) => each.kind === receipt)?.route).toMatchObject({ printerId, copies: 1 })
    const [id = ''] = await shop.print(receipt, (await shop.order()).id)
    expect(await shop.settled(id)).toMatchObject({ state: 'printed', printerId })
    await shop.local('printRoute.put', { kind: receipt, printerId: null })
    expect(
      await shop.refusal('command', 'paper.print', { papers: [{ kind: receipt, documentId: order.id }] }),
    ).toMatchObject({
      code: 'printRoute.missing',
    })
  })

  test('[P13] a receipt is not sent to a label printer, nor its route laid there', async () => {
    const printerId = await shop.labelPrinter(await sink('ok', 'zpl'))
    const order = await shop.order()
    const refusal = { code: 'paper.wrongPrinter', params: { kind: receipt, printer: 'Label ZD421' } }
    expect(
      await shop.refusal('command', 'paper.print', { papers: [{ kind: receipt, documentId: order.id, printerId }] }),
    ).toEqual(refusal)
    expect(await shop.refusal('local', 'printRoute.put', { kind: receipt, printerId })).toEqual(refusal)
  })
})

describe('what a person says', () => {
  async function unknownReceipt(): Promise<{
    id: string
    order: { id: string; number: string }
    printer: PrinterSink
    printerId: string
  }> {
    const printer = await sink('mute')
    const printerId = await shop.receiptPrinter(printer, { status: 'gsr' })
    const order = await shop.order()
    const [id = ''] = await shop.print(receipt, order.id, printerId)
    // A printer that answers nothing behind the last byte: nobody knows.
    await shop.until(
      () => shop.job(id),
      (job) => job.state === 'unknown',
    )
    await shop.until(
      () => shop.query('printOutcome.list', { documentId: order.id }),
      (seen) => seen.outcomes.length === 1,
    )
    return { id, order, printer, printerId }
  }

  test('[P2][PR25] yes, it is there: printed, by the word of a person', async () => {
    const { id, order } = await unknownReceipt()
    expect((await shop.query('printOutcome.list', { documentId: order.id })).outcomes).toMatchObject([
      { result: 'unknown' },
    ])
    shop.clock.advance(1000)
    expect(await shop.command('printJob.answer', { id, answer: 'came_out' })).toEqual({ printJobId: null })
    expect(await shop.job(id)).toMatchObject({ state: 'printed' })
    expect((await shop.query('printOutcome.list', { documentId: order.id })).outcomes).toMatchObject([
      { result: 'printed', copy: 1 },
    ])
    expect(await shop.refusal('command', 'printJob.answer', { id, answer: 'cancel' })).toMatchObject({
      code: 'printJob.notAsking',
    })
  })

  test('[P2][PR24] no, print it: COPY 2, and both are known', async () => {
    const { id, order, printer } = await unknownReceipt()
    printer.mode = 'ok'
    const { printJobId } = await shop.command('printJob.answer', { id, answer: 'print_again' })
    expect(await shop.settled(printJobId ?? '')).toMatchObject({ state: 'printed', copy: 2 })
    expect(await shop.job(id)).toMatchObject({ state: 'cancelled', reason: 'answeredNotThere' })
    expect(linesOn(printer).at(-1)?.join('\n')).toContain('KOPIE 2')
    const { outcomes } = await shop.until(
      () => shop.query('printOutcome.list', { documentId: order.id }),
      (seen) => seen.outcomes.length === 2,
    )
    expect(outcomes.map((each) => [each.copy, each.result]).toSorted()).toEqual([
      [1, 'not_there'],
      [2, 'printed'],
    ])
  })

  test('[P2][P20][PR27] on another printer, only because a person said so', async () => {
    const { id } = await unknownReceipt()
    const other = await sink()
    const otherId = await shop.receiptPrinter(other, { name: 'Receipt 2' })
    expect(await shop.refusal('command', 'printJob.answer', { id, answer: 'move' })).toEqual({
      code: 'printJob.whichPrinter',
    })
    const { printJobId } = await shop.command('printJob.answer', { id, answer: 'move', printerId: otherId })
    expect(await shop.settled(printJobId ?? '')).toMatchObject({
      state: 'printed',
      copy: 2,
      printerName: 'Receipt 2',
      movedFrom: 'Receipt TM-T88',
    })
  })

  test('[P2] what may have left is never retried by a button', async () => {
    const { id } = await unknownReceipt()
    expect(await shop.local('printJob.retry', { ids: [id] })).toEqual({ retried: 0 })
    expect(await shop.local('printJob.cancel', { ids: [id] })).toEqual({ cancelled: 0 })
  })
})

describe('a new start', () => {
  /** A printer that hangs where a test wants the program to die. */
  function hanging(at: 'connecting' | 'sending'): { readonly isReached: () => boolean } {
    let isReached = false
    shop.openWith((profile) => ({
      profile,
      send: (_, beforeFirstByte) => {
        isReached = true
        if (at === 'sending') beforeFirstByte?.()
        return new Promise(() => undefined)
      },
      status: async () => ({ state: 'ready', reason: null, isPaperLow: false, detail: null }),
      statusMeanwhile: async () => null,
      openDrawer: () => new Promise(() => undefined),
      command: () => new Promise(() => undefined),
    }))
    return { isReached: () => isReached }
  }
  /** Ends the program without waiting for its printers. */
  async function crash(): Promise<void> {
    const again = shop.reopen()
    await new Promise((resolve) => setTimeout(resolve, 20))
    shop.timers.fire()
    shop = await again
    shop.actAs(shop.administratorId)
  }

  test('[P5] ended while the printer was being reached: nothing had left, so it prints at the next start, once', async () => {
    const printer = await sink()
    const { isReached } = hanging('connecting')
    const printerId = await shop.receiptPrinter(printer)
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    await shop.until(async () => isReached(), Boolean)
    shop.openWith(realPrinter)
    await crash()
    expect(
      await shop.until(
        () => shop.job(id),
        (job) => job.state === 'printed',
      ),
    ).toMatchObject({ copy: 1 })
    expect(printer.printed()).toHaveLength(1)
  })

  test('[P5] ended after the journal said so: unknown, and nobody sends it again', async () => {
    const printer = await sink()
    hanging('sending')
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order()
    const [id = ''] = await shop.print(receipt, order.id, printerId)
    await shop.until(
      () => shop.job(id),
      (job) => job.state === 'sending',
    )
    shop.openWith(realPrinter)
    await crash()
    expect(await shop.job(id)).toMatchObject({ state: 'unknown', reason: 'programEnded' })
    shop.timers.fire()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(printer.printed()).toHaveLength(0)
  })

  test('[W7] ended before the outcome was told: it is told at the next start, once', async () => {
    const printer = await sink()
    const order = await shop.order()
    const [id = ''] = await shop.print(receipt, order.id, await shop.receiptPrinter(printer))
    await shop.settled(id)
    const outcomes = () => shop.query('printOutcome.list', { documentId: order.id })
    await shop.until(outcomes, (seen) => seen.outcomes.length === 1)
    const count = () => shop.app.services.db.read<{ n: number }>('select count(*) as n from print_outcomes').get()?.n
    shop.app.services.local.write('update print_jobs set is_recorded = 0 where id = ?').run(id)
    await crash()
    await shop.until(
      async () => count(),
      (n) => n === 2,
    )
    await crash()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(count()).toBe(2)
    expect((await outcomes()).outcomes).toHaveLength(1)
  })

  test('[P5] what was being sent is unknown afterwards and is sent by nobody; what waited goes on', async () => {
    const printer = await sink('paperout')
    const printerId = await shop.receiptPrinter(printer)
    const order = await shop.order()
    const [sending = ''] = await shop.print(receipt, order.id, printerId)
    await shop.settled(sending)
    const [waiting = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    // As a crash leaves it: the journal's line is there, its end is not.
    shop.app.services.local
      .write(`update print_jobs set state = 'sending', next_try_at = null where id = ?`)
      .run(sending)
    printer.mode = 'ok'
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    expect(await shop.job(sending)).toMatchObject({ state: 'unknown', reason: 'programEnded' })
    await shop.until(
      () => shop.job(waiting),
      (job) => job.state === 'printed',
    )
    expect(printer.printed()).toHaveLength(1)
    expect((await shop.query('printOutcome.list', { documentId: order.id })).outcomes).toMatchObject([
      { result: 'unknown' },
    ])
  })

  test('[P4][PR23] a receipt of last night is held and asked about; a sheet is still wanted', async () => {
    const printer = await sink('paperout')
    const printerId = await shop.receiptPrinter(printer)
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    await shop.settled(id)
    printer.mode = 'ok'
    shop.clock.advance(14 * 3_600_000)
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    expect(
      await shop.until(
        () => shop.job(id),
        (job) => job.isHeld,
      ),
    ).toMatchObject({ state: 'queued', reason: 'waitedTooLong' })
    expect(printer.printed()).toHaveLength(0)
    expect(await shop.query('printJob.counts', {})).toMatchObject({ held: 1 })
    await shop.local('printJob.retry', { ids: [id] })
    expect(
      await shop.until(
        () => shop.job(id),
        (job) => job.state === 'printed',
      ),
    ).toMatchObject({ isHeld: false, copy: 1 })
  })

  test('[P5][PR22] every step stands in the journal, the sending before the first byte', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    let whenFirstByte = ''
    const journal = () =>
      shop.app.services.db
        .read<{ state: string }>('select state from print_journal order by rowid')
        .all()
        .map((row) => row.state)
        .join(' ')
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    await shop.until(
      async () => printer.printed().length,
      (count) => {
        if (count > 0 && whenFirstByte === '') whenFirstByte = journal()
        return count > 0
      },
    )
    expect(whenFirstByte).toContain('queued sending')
    await shop.settled(id)
    expect(journal()).toBe('queued sending printed')
  })

  test('[P5][PR71] what a crash left beside the database without a row is removed at the next start, and nothing else', async () => {
    const printer = await sink()
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, await shop.receiptPrinter(printer))
    await shop.settled(id)
    const folder = join(shop.folder, 'print-bytes')
    const bytes = readFileSync(join(folder, `${id}.bytes`))
    // Drawn and never sent; half written; of a print job whose row was told already that its bytes are gone.
    writeFileSync(join(folder, `${shop.newId()}.bytes`), 'drawn')
    writeFileSync(join(folder, `${id}.bytes.new`), 'half')
    const [cancelled = ''] = await shop.print(receipt, (await shop.order()).id, await shop.receiptPrinter({ port: 1 }))
    await shop.settled(cancelled)
    await shop.local('printJob.cancel', { ids: [cancelled] })
    writeFileSync(join(folder, `${cancelled}.bytes`), 'dropped')
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    expect(readdirSync(folder)).toEqual([`${id}.bytes`])
    expect(readFileSync(join(folder, `${id}.bytes`))).toEqual(bytes)
  })

  test('[P5][PR28] papers and bytes go after thirty days; the journal still says what was printed', async () => {
    const printer = await sink()
    const order = await shop.order()
    const [id = ''] = await shop.print(receipt, order.id, await shop.receiptPrinter(printer))
    expect(await shop.settled(id)).toMatchObject({ hasImage: true })
    const { pictures } = await shop.local('printJob.image', { id })
    expect(
      Buffer.from(pictures[0]?.data ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    shop.clock.advance(31 * 86_400_000)
    shop = await shop.reopen()
    shop.actAs(shop.administratorId)
    expect(await shop.job(id)).toMatchObject({
      state: 'printed',
      hasImage: false,
      title: expect.stringContaining(order.number),
    })
    expect(await shop.refusal('local', 'printJob.image', { id })).toMatchObject({ code: 'printJob.forgotten' })
  })
})
