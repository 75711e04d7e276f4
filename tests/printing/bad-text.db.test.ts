import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { productContract } from '#shared/contract.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { hostileTexts } from '#tests/support/hostile-text.ts'
import { pdfText } from '#tests/support/pdf-tools.ts'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { decodeZpl } from '#tests/support/zpl-commands.ts'

let shop: PrintShop
let folder = ''
const { drawer } = escposModels.epsonTm80
const sinks: PrinterSink[] = []
beforeEach(async () => {
  shop = await createPrintShop()
  folder = mkdtempSync(join(tmpdir(), 'counterproof-papers-'))
})
afterEach(async () => {
  expect(shop.problems).toEqual([])
  await shop.close()
  for (const each of sinks.splice(0)) await each.close()
  rmSync(folder, { recursive: true, force: true })
})

async function sink(language: 'escpos' | 'zpl'): Promise<PrinterSink> {
  const opened = await openPrinterSink({ mode: 'ok', language })
  sinks.push(opened)
  return opened
}

const address = { street: 'Houtkade 12', extra: '', postcode: '1013 AB', city: 'Amsterdam', country: 'NL' }
const { markup, printerCommands: commands, emojiAndStacks } = hostileTexts

/** An order to be delivered whose customer and line carry the text. */
async function orderOf(text: string): Promise<string> {
  const line = {
    id: shop.newId(),
    what: {
      kind: 'free_text' as const,
      title: `Druk ${text}`,
      details: '',
      quantity: { sets: 1, each: 1000 },
      unit: 'C62' as const,
      unitPrice: { amount: 10_000_000, base: 1 },
      vatLevel: 'standard' as const,
    },
    position: 'a',
  }
  const { id } = await shop.order({
    customer: { kind: 'walk_in', name: text },
    delivery: 'delivery',
    deliveryAddress: address,
    lines: [line],
  })
  return id
}

async function printed(kind: string, id: string, printerId: string): Promise<void> {
  const [job = ''] = await shop.print(kind, id, printerId)
  expect(await shop.settled(job)).toMatchObject({ state: expect.stringMatching(/^(printed|handed_over)$/u) })
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

test('[bad input 7] markup and templates are letters on a slip, a receipt and a label', async (context) => {
  const id = await orderOf(markup)
  const [roll, labels] = [await sink('escpos'), await sink('zpl')]
  await printed('payments.orderReceipt', id, await shop.receiptPrinter(roll))
  await printed('fulfilment.shippingLabel', id, await shop.labelPrinter(labels))
  await printed('fulfilment.packingSlip', id, await shop.folderPrinter(folder))
  const receipt = decodeEscpos(roll.printed()[0] ?? new Uint8Array(), emulated(receiptPrinter()))
  expect(squeezed(receipt.lines.join(''))).toContain(squeezed(`Druk ${markup}`))
  expect(squeezed(decodeZpl(labels.printed()[0] ?? new Uint8Array()).fields.join(''))).toContain(squeezed(markup))
  const [file = ''] = readdirSync(folder)
  expect(squeezed(await pdfText(context, readFileSync(join(folder, file))))).toContain(squeezed(`Druk ${markup}`))
})

test('[bad input 5] emoji and stacks are drawn or replaced with a warning, and the paper comes out', async () => {
  const id = await orderOf(emojiAndStacks)
  const [roll, labels] = [await sink('escpos'), await sink('zpl')]
  await printed('payments.orderReceipt', id, await shop.receiptPrinter(roll))
  await printed('fulfilment.shippingLabel', id, await shop.labelPrinter(labels))
  await printed('fulfilment.packingSlip', id, await shop.folderPrinter(folder))
  expect([roll.printed().length, labels.printed().length, readdirSync(folder).length]).toEqual([1, 1, 1])
})

test('[bad input 90] [bad input 95] printer commands in a name reach no printer as commands; the drawer stays shut', async () => {
  const id = await orderOf(commands)
  const [roll, labels] = [await sink('escpos'), await sink('zpl')]
  await printed('payments.orderReceipt', id, await shop.receiptPrinter(roll))
  await printed('fulfilment.shippingLabel', id, await shop.labelPrinter(labels))
  const receipt = decodeEscpos(roll.printed()[0] ?? new Uint8Array(), emulated(receiptPrinter()))
  expect(receipt.drawer).toEqual([])
  expect(receipt.cuts).toBe(1)
  const { commands: zpl } = decodeZpl(labels.printed()[0] ?? new Uint8Array())
  expect(
    zpl.filter(({ name }) => name === '^XA' || name === '^XZ' || name.startsWith('~J')).map(({ name }) => name),
  ).toEqual(['^XA', '^XZ'])
})

test('[bad input 95] [P11] no paper opens the drawer, whatever it is of and however often it is printed', async () => {
  // What opens it is guarded and written down: tests/printing/drawer.db.test.ts.
  expect(Object.keys(productContract).filter((name) => /drawer|kick|pulse|till/iu.test(name))).toEqual([
    'drawer.open',
    'drawer.record',
    'drawer.openings',
  ])
  const roll = await sink('escpos')
  const printerId = await shop.receiptPrinter(roll, { drawer: { ...drawer, opensAtCash: false } })
  const { id } = await shop.order()
  await shop.command('setting.put', { scope: 'company', key: 'payments.cash', value: true })
  await shop.command('payment.receive', { id: shop.newId(), salesOrderId: id, method: 'cash', amount: 1000 })
  await printed('payments.orderReceipt', id, printerId)
  shop.clock.advance(60_000)
  await printed('payments.orderReceipt', id, printerId)
  const { printJobId } = await shop.local('printer.test', { id: printerId, what: 'page' })
  await shop.settled(printJobId)
  expect(roll.printed()).toHaveLength(3)
  for (const bytes of roll.printed()) expect(decodeEscpos(bytes, emulated(receiptPrinter())).drawer).toEqual([])
})
