import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, type TestContext, test } from 'vitest'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { productLine } from '#tests/sales-orders/order-samples.ts'
import { type CupsServer, openCupsServer } from '#tests/support/cups-server.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { openIppPrinter } from '#tests/support/ipp-printer.ts'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { emulated, officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, withPerson } from '#tests/support/test-shop.ts'

let shop: PrintShop
let sink: PrinterSink
let folder: string
beforeEach(async () => {
  shop = await createPrintShop()
  sink = await openPrinterSink()
  folder = mkdtempSync(join(tmpdir(), 'counterproof-papers-'))
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
  await sink.close()
  rmSync(folder, { recursive: true, force: true })
})

const delivered = {
  delivery: 'delivery' as const,
  deliveryAddress: { street: 'Molenweg 3', extra: '', postcode: '3511 AB', city: 'Utrecht', country: 'NL' },
}
const slip = 'fulfilment.packingSlip'
const receipt = 'payments.orderReceipt'
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-'

describe('the printers of a station', () => {
  test('[P24] are reached at the ports of printers only', async () => {
    const plain = await createTestShop()
    const { id: _, ...profile } = receiptPrinter()
    const ipp = { by: 'ipp', host: '192.0.2.7', port: 8080, path: '/ipp/print', isSecure: false } as const
    const at = (port: number) => ({ profile: { ...profile, transport: { by: 'tcp', host: '192.0.2.7', port } } })
    expect(await plain.refusal('local', 'printer.add', at(22))).toEqual({
      code: 'printer.portNotAllowed',
      params: { port: 22 },
    })
    const { id: _office, ...page } = officePrinter({ ...ipp, identity: null })
    expect(await plain.refusal('local', 'printer.add', { profile: page })).toEqual({
      code: 'printer.portNotAllowed',
      params: { port: 8080 },
    })
    const cups = { profile: { ...profile, transport: { by: 'cups', queue: '-o raw', server: null } } }
    expect(await plain.refusal('local', 'printer.add', cups)).toMatchObject({ code: 'input.invalid' })
    await plain.close()
  })

  test('[P9] say how they are while nothing is printed', async () => {
    const id = await shop.receiptPrinter(sink)
    const state = async () => {
      // As the clock does every ten seconds.
      shop.timers.fire()
      return (await shop.query('printer.list', {})).printers[0]
    }
    expect(await shop.until(state, (printer) => printer?.state === 'ready')).toMatchObject({ id, form: 'receipt' })
    sink.mode = 'cover'
    expect(await shop.until(state, (printer) => printer?.state === 'cover_open')).toMatchObject({ reason: 'coverOpen' })
    await sink.close()
    await shop.until(state, (printer) => printer?.state === 'not_found')
  })

  test('[P9] one that is back prints what waited, without waiting for its next try', async () => {
    sink.mode = 'paperout'
    const printerId = await shop.receiptPrinter(sink)
    const [id = ''] = await shop.print(receipt, (await shop.order()).id, printerId)
    expect(await shop.settled(id)).toMatchObject({ state: 'queued', reason: 'paperOut' })
    sink.mode = 'ok'
    // The clock stands still: only the look at the printer can have brought it on.
    const look = () => {
      shop.timers.fire()
      return shop.job(id)
    }
    await shop.until(look, (job) => job.state === 'printed')
  })

  test('[P19][PR32] on the network are known by who answered first, and another one there gets no paper', async () => {
    const office = await openIppPrinter()
    const to = { by: 'ipp', host: '127.0.0.1', port: office.port, path: '/ipp/print', isSecure: false } as const
    const { id: _, ...profile } = officePrinter({ ...to, identity: null })
    const { id: printerId } = await shop.local('printer.add', { profile })
    const look = async () => {
      shop.timers.fire()
      return (await shop.query('printer.list', {})).printers[0]
    }
    const known = await shop.until(look, (printer) => printer?.state === 'ready')
    expect(known?.profile.transport).toEqual({ ...to, identity: { uuid: office.uuid, certificate: null } })
    const { id } = await shop.order(delivered)
    const [first = ''] = await shop.print(slip, id, printerId)
    expect(await shop.settled(first)).toMatchObject({ state: 'printed', reason: null })
    expect(office.jobs).toHaveLength(1)

    office.uuid = 'urn:uuid:00000000-0000-4000-8000-000000000002'
    await shop.until(look, (printer) => printer?.reason === 'otherPrinter')
    const [second = ''] = await shop.print(slip, (await shop.order(delivered)).id, printerId)
    expect(await shop.settled(second)).toMatchObject({
      state: 'failed_before_send',
      reason: 'otherPrinter',
      bytesSent: 0,
    })
    // A person says that this is the printer now.
    await shop.local('printer.change', { id: printerId, profile })
    await shop.local('printJob.retry', { ids: [second] })
    await shop.until(
      () => shop.job(second),
      (job) => job.state === 'printed',
    )
    await office.close()
  })

  test('[P13][PR30] keep their language, and go only when nothing waits for them', async () => {
    sink.mode = 'paperout'
    const id = await shop.receiptPrinter(sink)
    const { id: _, ...office } = officePrinter({ by: 'folder', path: folder })
    expect(await shop.refusal('local', 'printer.change', { id, profile: office })).toMatchObject({
      code: 'printer.languageLocked',
    })
    const [job = ''] = await shop.print(receipt, (await shop.order()).id, id)
    await shop.settled(job)
    expect(await shop.refusal('local', 'printer.remove', { id })).toMatchObject({
      code: 'printer.inUse',
      params: { count: 1 },
    })
    expect(await shop.local('printJob.cancel', { ids: [job] })).toEqual({ cancelled: 1 })
    await shop.local('printRoute.put', { kind: receipt, printerId: id })
    await shop.local('printer.remove', { id })
    const { papers } = await shop.query('printRoute.list', {})
    expect(papers.map((paper) => [paper.kind, paper.route])).toEqual([
      ['catalog.productLabel', null],
      ['catalog.shelfLabel', null],
      ['stock.binLabel', null],
      ['sales-orders.orderConfirmation', null],
      ['production.jobTicket', null],
      [slip, null],
      ['fulfilment.shippingLabel', null],
      [receipt, null],
    ])
  })

  test('[P10] are tried with a page and with the strip of code pages, and the person says what came out', async () => {
    const id = await shop.receiptPrinter(sink)
    const { printJobId } = await shop.local('printer.test', { id })
    expect(await shop.settled(printJobId)).toMatchObject({ state: 'printed', kind: 'printing.test' })
    const strip = await shop.local('printer.test', { id, what: 'codePages' })
    expect(strip.lines[0]).toEqual({ page: 19, encoding: 'cp858' })
    await shop.settled(strip.printJobId)
    const [page, lines] = sink.printed().map((bytes) => decodeEscpos(bytes, emulated(receiptPrinter())))
    expect(page?.lines.join('\n')).toContain('Proefafdruk op Receipt TM-T88')
    expect(page?.barcodes).toEqual([{ kind: 'code128', data: 'TEST-1234' }])
    expect(lines?.lines.filter((line) => line.includes('cp858'))).toHaveLength(1)
    expect(await shop.refusal('local', 'printer.test', { id, what: 'ruler' })).toMatchObject({
      code: 'printer.noSuchTest',
    })
    await shop.local('printer.confirmTest', { id, cameOut: true })
    const { printers } = await shop.query('printer.list', {})
    expect(printers[0]?.testedAt).toBe('2026-11-19T13:07:00.000Z')
    // Nobody on another station needs to know of a test.
    expect((await shop.query('printOutcome.list', { documentId: id })).outcomes).toEqual([])
  })

  test('[P12] a label printer is measured and calibrated on its own', async () => {
    const labels = await openPrinterSink({ language: 'zpl' })
    const id = await shop.labelPrinter(labels)
    for (const what of ['page', 'ruler', 'calibrate'] as const)
      await shop.settled((await shop.local('printer.test', { id, what })).printJobId)
    const printed = labels.printed().map((bytes) => Buffer.from(bytes).toString())
    expect(printed.map((zpl) => [zpl.includes('TEST-1234'), zpl.includes('^GB'), zpl.includes('~JC')])).toEqual([
      [true, true, false],
      [false, true, false],
      [false, false, true],
    ])
    await labels.close()
  })
})

describe('papers', () => {
  test('[PRN-01] of sheets become a PDF in a folder, handed over and no more', async () => {
    const printerId = await shop.folderPrinter(folder)
    const { id, number } = await shop.order(delivered)
    const [slipId = ''] = await shop.print(slip, id, printerId)
    expect(await shop.settled(slipId)).toMatchObject({ state: 'handed_over', form: 'page', title: `Pakbon ${number}` })
    expect(readdirSync(folder)).toEqual([`Pakbon ${number}.pdf`])
    expect(isPdf(readFileSync(join(folder, `Pakbon ${number}.pdf`)))).toBe(true)
    const { outcomes } = await shop.until(
      () => shop.query('printOutcome.list', { documentId: id }),
      (seen) => seen.outcomes.length === 1,
    )
    expect(outcomes).toMatchObject([{ result: 'handed_over', printerName: 'Folder' }])
  })

  test('[P16] the slip on a roll is a layout of its own, chosen by the printer', async () => {
    const printerId = await shop.receiptPrinter(sink)
    const { id, number } = await shop.order(delivered)
    const [slipId = ''] = await shop.print(slip, id, printerId)
    expect(await shop.settled(slipId)).toMatchObject({ state: 'printed', form: 'receipt' })
    const [paper] = sink.printed()
    const lines = decodeEscpos(paper ?? new Uint8Array(), emulated(receiptPrinter())).lines.join('\n')
    expect(lines).toContain(number)
    expect(lines).toContain('Molenweg 3')
  })

  test('[PRN-08][ORD-40] all papers of an order go in one action, each to its own printer', async () => {
    const labels = await openPrinterSink({ language: 'zpl' })
    const [roll, label, office] = [
      await shop.receiptPrinter(sink),
      await shop.labelPrinter(labels),
      await shop.folderPrinter(folder),
    ]
    const { id: documentId, number } = await shop.order({
      ...delivered,
      lines: [productLine(shop, businessCards, 1000), { ...productLine(shop, businessCards, 500), position: 'b' }],
    })
    const { printJobIds } = await shop.command('paper.print', {
      papers: [
        { kind: 'sales-orders.orderConfirmation', documentId, printerId: office },
        { kind: 'production.jobTicket', documentId, printerId: office },
        { kind: slip, documentId, printerId: office },
        { kind: 'fulfilment.shippingLabel', documentId, printerId: label },
        { kind: receipt, documentId, printerId: roll },
      ],
    })
    expect(printJobIds).toHaveLength(6)
    for (const id of printJobIds)
      await shop.until(
        () => shop.job(id),
        (job) => job.state === 'printed' || job.state === 'handed_over',
      )
    expect(readdirSync(folder).toSorted()).toEqual([
      `Orderbevestiging ${number}.pdf`,
      `Pakbon ${number}.pdf`,
      `Werkbon ${number}-1.pdf`,
      `Werkbon ${number}-2.pdf`,
    ])
    expect(Buffer.from(labels.printed()[0] ?? []).toString()).toContain(number)
    await labels.close()
  })

  test('[PD4] the ticket of one line alone is told by its line', async () => {
    const printerId = await shop.folderPrinter(folder)
    const lines = [productLine(shop, businessCards, 1000), { ...productLine(shop, businessCards, 500), position: 'b' }]
    const { id, number } = await shop.order({ lines })
    const second = lines[1]?.id ?? ''
    const [ticket = ''] = await shop.print('production.jobTicket', id, printerId, { lineIds: [second] })
    expect(await shop.settled(ticket)).toMatchObject({ lineId: second, title: `Werkbon ${number}/2` })
    const stranger = { papers: [{ kind: 'production.jobTicket', documentId: id, lineIds: [shop.newId()], printerId }] }
    expect(await shop.refusal('command', 'paper.print', stranger)).toMatchObject({ code: 'notFound.sales_order_line' })
  })

  test('[CT14] labels of a product come as many as wanted, without a COPY tag', async () => {
    const labels = await openPrinterSink({ language: 'zpl' })
    const printerId = await shop.labelPrinter(labels)
    await shop.command('product.add', businessCards)
    for (const copies of [24, 3]) {
      const [id = ''] = await shop.print('catalog.productLabel', businessCards.id, printerId, { copies })
      await shop.settled(id)
      await shop.until(
        () => shop.query('printOutcome.list', { documentId: businessCards.id }),
        (seen) => seen.outcomes.some((each) => each.copies === copies),
      )
      shop.clock.advance(5000)
    }
    const printed = labels.printed().map((bytes) => Buffer.from(bytes).toString())
    expect(printed.map((zpl) => [/\^PQ(\d+)/u.exec(zpl)?.[1], zpl.includes('KOPIE')])).toEqual([
      ['24', false],
      ['3', false],
    ])
    await labels.close()
  })

  test('[SO18][FU5][PR88] a draft has none, and what is picked up has no shipping label', async () => {
    const office = await shop.folderPrinter(folder)
    const draft = await shop.order({ confirm: false })
    const papers = (kind: string, documentId: string) => ({ papers: [{ kind, documentId, printerId: office }] })
    expect(await shop.refusal('command', 'paper.print', papers(slip, draft.id))).toMatchObject({
      code: 'salesOrder.paperOfDraft',
    })
    const { id } = await shop.order()
    // PR88: where no printer is known either, nobody is asked for one.
    const unrouted = { papers: [{ kind: 'fulfilment.shippingLabel', documentId: id }] }
    const none = { code: 'shippingLabel.pickedUp', params: { hasNone: true } }
    expect(await shop.refusal('command', 'paper.print', unrouted)).toMatchObject(none)
    expect(
      await shop.refusal('command', 'paper.print', {
        papers: [{ kind: 'sales-orders.orderConfirmation', documentId: id }],
      }),
    ).toMatchObject({ code: 'printRoute.missing' })
    const labels = await openPrinterSink({ language: 'zpl' })
    const printerId = await shop.labelPrinter(labels)
    expect(
      await shop.refusal('command', 'paper.print', {
        papers: [{ kind: 'fulfilment.shippingLabel', documentId: id, printerId }],
      }),
    ).toMatchObject({ code: 'shippingLabel.pickedUp' })
    expect(await shop.refusal('command', 'paper.print', papers('fulfilment.balloon', id))).toMatchObject({
      code: 'paper.unknown',
    })
    await labels.close()
  })

  test('[PR29] whoever packs prints slips, but neither prints nor sees money', async () => {
    const roll = await shop.receiptPrinter(sink)
    const { id } = await shop.order(delivered)
    const [money = ''] = await shop.print(receipt, id, roll)
    await shop.settled(money)
    await withPerson(shop, 'warehouse')
    const missing = { code: 'permission.missing', params: { permission: 'price.see' } }
    expect(
      await shop.refusal('command', 'paper.print', { papers: [{ kind: receipt, documentId: id, printerId: roll }] }),
    ).toEqual(missing)
    expect(await shop.refusal('local', 'paper.preview', { kind: receipt, documentId: id })).toEqual(missing)
    expect(await shop.refusal('local', 'printJob.image', { id: money })).toEqual(missing)
    const row = await shop.job(money)
    expect([row.amount, row.hasImage]).toEqual([undefined, false])
    const [slipId = ''] = await shop.print(slip, id, roll)
    expect(await shop.settled(slipId)).toMatchObject({ state: 'printed' })
  })

  test('[P25] are previewed as pictures or as the file, with the COPY tag they would carry', async () => {
    const printerId = await shop.receiptPrinter(sink)
    const { id } = await shop.order(delivered)
    const sheet = await shop.local('paper.preview', { kind: slip, documentId: id })
    expect(sheet).toMatchObject({ form: 'page', copy: 1, warnings: [], pictures: [{ mediaType: 'image/png' }] })
    const file = await shop.local('paper.preview', { kind: slip, documentId: id, as: 'pdf' })
    expect(isPdf(Buffer.from(file.pictures[0]?.data ?? '', 'base64'))).toBe(true)
    const [first = ''] = await shop.print(slip, id, printerId)
    await shop.settled(first)
    await shop.until(
      () => shop.query('printOutcome.list', { documentId: id }),
      (seen) => seen.outcomes.length === 1,
    )
    expect(await shop.local('paper.preview', { kind: slip, documentId: id, printerId })).toMatchObject({
      form: 'receipt',
      copy: 2,
    })
    const label = await shop.local('paper.preview', { kind: 'fulfilment.shippingLabel', documentId: id })
    expect(label.pictures).toHaveLength(1)
  })

  test('[PRN-03] are downloaded as a PDF from the file store; no print is counted', async () => {
    const { id, number } = await shop.order()
    const made = await shop.local('paper.pdf', { kind: 'sales-orders.orderConfirmation', documentId: id })
    expect(made).toMatchObject({ name: `Orderbevestiging ${number}.pdf`, pages: 1 })
    const bytes = shop.app.services.files.get(made.hash)
    expect([bytes?.length, isPdf(bytes ?? new Uint8Array())]).toEqual([made.size, true])
    expect((await shop.query('printOutcome.list', { documentId: id })).outcomes).toEqual([])
    expect(await shop.refusal('local', 'paper.pdf', { kind: receipt, documentId: id })).toMatchObject({
      code: 'paper.noPage',
    })
  })

  test('[W4] what was printed is rebuilt from the log as it was', async () => {
    const printerId = await shop.receiptPrinter(sink)
    const { id } = await shop.order()
    const [job = ''] = await shop.print(receipt, id, printerId)
    await shop.settled(job)
    await shop.until(
      () => shop.query('printOutcome.list', { documentId: id }),
      (seen) => seen.outcomes.length === 1,
    )
    const before = tableDump(shop.app.services.db, ['print_outcomes'])
    shop.app.rebuild()
    expect(tableDump(shop.app.services.db, ['print_outcomes'])).toEqual(before)
    expect(before.print_outcomes).toHaveLength(1)
  })

  test('[W8] the same command again gives the same print jobs', async () => {
    const printerId = await shop.receiptPrinter(sink)
    const { id } = await shop.order()
    const commandId = shop.newId()
    const input = { papers: [{ kind: receipt, documentId: id, printerId }] }
    const first = await shop.command('paper.print', input, commandId)
    shop.clock.advance(3_600_000)
    expect(await shop.command('paper.print', input, commandId)).toEqual(first)
  })
})

describe('a real spooler', { timeout: 90_000 }, () => {
  let server: Promise<CupsServer> | null = null
  const cups = (context: Pick<TestContext, 'skip'>): Promise<CupsServer> => {
    server ??= openCupsServer(context)
    return server
  }
  afterAll(async () => {
    await (await server?.catch(() => null))?.close()
  })

  test('[P1][PRN-01] a packing slip comes out of an office printer through the queue, and is printed by its word', async (context) => {
    const { server: address, officePapers } = await cups(context)
    const { id: _, ...profile } = officePrinter({ by: 'cups', queue: 'Office', server: address })
    const { id: printerId } = await shop.local('printer.add', { profile })
    const { id } = await shop.order(delivered)
    const [job = ''] = await shop.print(slip, id, printerId)
    const isEnded = (each: { state: string }) => each.state !== 'queued' && each.state !== 'sending'
    const row = await shop.until(() => shop.job(job), isEnded, 70_000)
    expect(row).toMatchObject({ state: 'printed', reason: null, printerName: 'A4 Kyocera' })
    expect(await officePapers()).toHaveLength(1)
  })
})
