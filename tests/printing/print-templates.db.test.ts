import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputFor } from '#shared/contract.ts'
import { builtInDesign, type PaperDesign } from '#shared/printing/templates/paper-look.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { withPerson } from '#tests/support/test-shop.ts'
import { decodeZpl } from '#tests/support/zpl-commands.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'

const receipt = 'payments.orderReceipt'
const label = 'catalog.productLabel'
let shop: PrintShop
const sinks: PrinterSink[] = []
async function sink(language: 'escpos' | 'zpl' = 'escpos'): Promise<PrinterSink> {
  const opened = await openPrinterSink({ mode: 'ok', language })
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

const closing = (text: string): PaperDesign => ({ ...builtInDesign, texts: { closing: { nl: text } } })
const add = async (name: string, design: InputFor<'printTemplate.add'>['design'], kind = receipt) =>
  (await shop.command('printTemplate.add', { kind, name, design })).id
const printed = (printer: PrinterSink): string[] =>
  printer.printed().map((bytes) => decodeEscpos(bytes, emulated(receiptPrinter())).lines.join('\n'))

describe('which template a paper uses', () => {
  test('[PR40] the chosen one, else the customer’s, else the standard, else the built-in look', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    const [standard, own, chosen] = [
      await add('Huis', closing('Groeten van het huis')),
      await add('Molen', closing('Voor de molen')),
      await add('Feest', closing('Fijne feestdagen')),
    ]
    const said = async (orderId: string, templateId?: string) => {
      const papers = [{ kind: receipt, documentId: orderId, printerId, ...(templateId ? { templateId } : {}) }]
      const { printJobIds } = await shop.command('paper.print', { papers })
      await shop.settled(printJobIds[0] ?? '')
      return printed(printer).at(-1)
    }
    const first = await shop.order()
    expect(await said(first.id)).toContain('Dank u wel')
    await shop.command('printTemplate.makeStandard', { id: standard, isStandard: true })
    const second = await shop.order()
    expect(await said(second.id)).toContain('Groeten van het huis')
    const third = await shop.order()
    const order = await shop.query('salesOrder.get', { id: third.id })
    const partyId = order.customer.partyId ?? ''
    await shop.command('printTemplate.assign', { id: own, partyId, isAssigned: true })
    expect(await said(third.id)).toContain('Voor de molen')
    expect(await said(third.id, chosen)).toContain('Fijne feestdagen')
    // Of another kind, or archived, it is no template of this paper.
    await shop.command('printTemplate.archive', { id: chosen, archived: true })
    const papers = [{ kind: receipt, documentId: third.id, printerId, templateId: chosen }]
    expect(await shop.refusal('command', 'paper.print', { papers })).toMatchObject({ code: 'printTemplate.notOfKind' })
  })

  test('[PR40][PR46] one standard of a kind, and none once it is archived', async () => {
    const [one, two] = [await add('Een', closing('een')), await add('Twee', closing('twee'))]
    const standards = async () =>
      (await shop.query('printTemplate.list', { withArchived: true })).templates
        .filter((each) => each.isStandard)
        .map((each) => each.name)
    await shop.command('printTemplate.makeStandard', { id: one, isStandard: true })
    await shop.command('printTemplate.makeStandard', { id: two, isStandard: true })
    expect(await standards()).toEqual(['Twee'])
    await shop.command('printTemplate.archive', { id: two, archived: true })
    expect(await standards()).toEqual([])
    expect(await shop.refusal('command', 'printTemplate.makeStandard', { id: two, isStandard: true })).toMatchObject({
      code: 'printTemplate.archived',
    })
    await shop.command('printTemplate.archive', { id: two, archived: false })
    expect(await standards()).toEqual([])
  })
})

describe('what was issued', () => {
  test('[PR44] comes out again as it was, whatever its template has become since', async () => {
    const printer = await sink()
    const printerId = await shop.receiptPrinter(printer)
    const id = await add('Huis', closing('Zoals het was'))
    await shop.command('printTemplate.makeStandard', { id, isStandard: true })
    const order = await shop.order()
    const again = async (templateId?: string) => {
      const papers = [{ kind: receipt, documentId: order.id, printerId, ...(templateId ? { templateId } : {}) }]
      // Two wishes within two seconds would be one.
      shop.clock.advance(5000)
      const { printJobIds } = await shop.command('paper.print', { papers })
      await shop.settled(printJobIds[0] ?? '')
      return printed(printer).at(-1) ?? ''
    }
    const issued = await again()
    expect(issued).toContain('Zoals het was')
    await shop.command('printTemplate.change', { id, version: 1, design: closing('Zoals het nu is') })
    const reprint = await again()
    expect(reprint).toContain('Zoals het was')
    expect(reprint).not.toContain('Zoals het nu is')
    const preview = await shop.local('paper.preview', { kind: receipt, documentId: order.id, printerId })
    expect(preview.copy).toBe(3)
    // Archived, it is no template any more; the paper is the one that was issued all the same.
    await shop.command('printTemplate.archive', { id, archived: true })
    expect(await again()).toContain('Zoals het was')
    // What the order says has changed: a paper that was never issued, in the look of today.
    await shop.command('printTemplate.archive', { id, archived: false })
    await shop.command('printTemplate.makeStandard', { id, isStandard: true })
    await shop.command('salesOrder.change', { id: order.id, head: { promised: { on: '2026-11-30', at: '09:00' } } })
    expect(await again()).toContain('Zoals het nu is')
  })
})

describe('a template', () => {
  test('[PR45] is versioned: an earlier one is taken up as the next, and nobody writes over another’s save', async () => {
    const id = await add('Huis', closing('een'))
    expect(await shop.command('printTemplate.change', { id, version: 1, design: closing('twee') })).toEqual({
      version: 2,
    })
    expect(await shop.refusal('command', 'printTemplate.change', { id, version: 1, design: closing('drie') })).toEqual({
      code: 'printTemplate.changedMeanwhile',
      params: { name: 'Huis', version: 2 },
    })
    const { versions } = await shop.query('printTemplate.versions', { id })
    expect(versions.map(({ version, design, byName }) => [version, design, byName])).toEqual([
      [2, closing('twee'), 'Marit Visser'],
      [1, closing('een'), 'Marit Visser'],
    ])
    const first = versions[1]?.design
    if (first === undefined) throw new Error('no first version')
    await shop.command('printTemplate.change', { id, version: 2, design: first })
    expect(await shop.query('printTemplate.get', { id })).toMatchObject({ version: 3, design: closing('een') })
  })

  test('[PR41] knows the blocks of its kind: strange and hidden ones that the paper needs are refused at the field', async () => {
    const hidden = {
      ...builtInDesign,
      sections: [
        { name: 'lines', isShown: false },
        { name: 'moon', isShown: true },
      ],
    }
    expect(
      await shop.refusal('command', 'printTemplate.add', { kind: receipt, name: 'x', design: hidden }),
    ).toMatchObject({
      code: 'printTemplate.invalid',
      problems: [
        { field: 'design.sections.0', code: 'template.pieceNeeded' },
        { field: 'design.sections.1', code: 'template.unknownPiece' },
      ],
    })
  })

  test('[PR43] a logo that papers cannot carry is refused at its field', async () => {
    const put = (bytes: Uint8Array) => shop.app.services.files.put(bytes)
    const png = samplePicture(40, 20)
    const own = (hash: string) => ({ ...builtInDesign, logo: { from: 'own' as const, hash } })
    const cmyk = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 9, 0, 9, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xd9,
    ])
    const cases = [
      [put(png.slice(0, 60)), 'template.pictureUnreadable'],
      [put(new TextEncoder().encode('<svg/>')), 'template.pictureUnreadable'],
      [put(cmyk), 'template.pictureCmyk'],
      [put(Uint8Array.from([...png, ...new Uint8Array(2 * 1024 * 1024)])), 'template.pictureTooLarge'],
      ['f'.repeat(64), 'template.pictureMissing'],
    ] as const
    for (const [hash, code] of cases)
      expect(
        await shop.refusal('command', 'printTemplate.add', { kind: receipt, name: 'x', design: own(hash) }),
      ).toMatchObject({
        problems: [{ field: 'design.logo', code }],
      })
    await add('Met logo', own(put(png)))
  })

  test('is made by who may, and rebuilt from its history', async () => {
    const id = await add('Huis', closing('een'))
    await shop.command('printTemplate.makeStandard', { id, isStandard: true })
    const { db } = shop.app.station
    const before = tableDump(db, ['print_templates'])
    shop.app.rebuild()
    expect(tableDump(db, ['print_templates'])).toEqual(before)
    await withPerson(shop, 'counter')
    expect((await shop.query('printTemplate.list', {})).templates.map((each) => each.name)).toEqual(['Huis'])
    expect(await shop.refusal('command', 'printTemplate.archive', { id, archived: true })).toMatchObject({
      code: 'permission.missing',
    })
  })
})

describe('labels of one’s own', () => {
  test('[PR47] come out of the printer as they were designed, turned parts and all, and scan', async () => {
    const printer = await sink('zpl')
    const printerId = await shop.labelPrinter(printer)
    const text = { part: 'text', size: 40, lines: 1, align: 'start', shrinkTo: 60 } as const
    const code = { hasCaption: false, turn: 0 } as const
    const id = await add(
      'Doos',
      {
        design: 'label',
        size: { width: 1000, height: 700 },
        parts: [
          { ...text, id: 'a', x: 40, y: 40, width: 700, content: 'Art. {sku}', turn: 0 },
          { ...code, part: 'dataMatrix', id: 'b', x: 40, y: 150, width: 200, height: 200, content: '{sku}' },
          { ...code, part: 'code128', id: 'c', x: 750, y: 60, width: 550, height: 150, content: '{sku}', turn: 90 },
          { ...code, part: 'qr', id: 'd', x: 300, y: 150, width: 200, height: 200, content: 'https://x.eu/{sku}' },
        ],
      },
      label,
    )
    await shop.order()
    const papers = [{ kind: label, documentId: businessCards.id, printerId, copies: 12, templateId: id }]
    const { printJobIds } = await shop.command('paper.print', { papers })
    expect(await shop.settled(printJobIds[0] ?? '')).toMatchObject({ state: 'printed', copies: 12 })
    const [bytes = new Uint8Array()] = printer.printed()
    expect(decodeZpl(bytes).commands).toContainEqual({ name: '^PQ', rest: '12' })
    const png = await pictureOfLabel(bytes, { width: 1016, height: 1524, dpi: 203 })
    const { sku } = businessCards
    expect((await readPicture(png)).map(({ format, text: read }) => [format, read]).sort()).toEqual([
      ['Code128', sku],
      ['DataMatrix', sku],
      ['QRCode', `https://x.eu/${sku}`],
    ])
  })

  test('[PR49] [CT20] with a price on them are for those who may see prices', async () => {
    const printerId = await shop.labelPrinter(await sink('zpl'))
    await shop.order()
    const papers = [{ kind: 'catalog.shelfLabel', documentId: businessCards.id, printerId }]
    await shop.command('paper.print', { papers })
    await withPerson(shop, 'warehouse')
    expect(await shop.refusal('command', 'paper.print', { papers })).toMatchObject({ code: 'permission.missing' })
  })

  test('[PR48] what is wrong with a part is said of the part', async () => {
    const text = { part: 'text', size: 60, lines: 1, align: 'start', shrinkTo: 100, turn: 0 } as const
    const code = { part: 'code128', height: 100, content: '{sku}', hasCaption: false, turn: 0 } as const
    const shown = await shop.local('printTemplate.preview', {
      kind: label,
      design: {
        design: 'label',
        size: { width: 600, height: 400 },
        parts: [
          { ...text, id: 'fine', x: 30, y: 30, width: 500, content: 'A' },
          {
            ...text,
            id: 'long',
            x: 30,
            y: 110,
            width: 60,
            content: 'Een veel te lange tekst voor een plekje van zes millimeter breed',
          },
          { ...text, id: 'price', x: 30, y: 180, width: 20, content: '{priceGross}' },
          { ...code, id: 'narrow', x: 200, y: 110, width: 60 },
          { ...text, id: 'out', x: 580, y: 330, width: 200, content: 'buiten' },
          { ...text, id: 'edge', x: 2, y: 330, width: 200, content: 'rand' },
        ],
      },
    })
    const codes = new Map(shown.label?.parts.map((part) => [part.id, part.warnings.map((each) => each.code)]))
    expect(codes.get('fine')).toEqual([])
    expect(codes.get('long')).toContain('textCut')
    expect(codes.get('price')).toEqual(['refusesLabel'])
    expect(codes.get('narrow')).toContain('codeNeedsRoom')
    expect(codes.get('out')).toContain('outsideLabel')
    expect(codes.get('edge')).toContain('nearEdge')
    expect(shown.label?.dpi).toBe(203)
  })

  test('[ST2] of bins: one for each code that was typed', async () => {
    const printer = await sink('zpl')
    const printerId = await shop.labelPrinter(printer)
    const papers = [{ kind: 'stock.binLabel', documentId: shop.newId(), printerId, codes: ['B-01', 'B-02', 'B-01'] }]
    const { printJobIds } = await shop.command('paper.print', { papers })
    expect(printJobIds.length).toBe(2)
    for (const id of printJobIds) expect((await shop.settled(id)).state).toBe('printed')
    const sent = printer.printed().map((bytes) => new TextDecoder().decode(bytes))
    expect(sent.map((zpl) => zpl.includes('B-01'))).toEqual([true, false])
  })
})

test.each([
  'fulfilment.packingSlip',
  'production.jobTicket',
  'sales-orders.orderConfirmation',
  'fulfilment.shippingLabel',
  receipt,
])('[PR17] a design of %s is shown before it is saved, also in a shop without an order', async (kind) => {
  const { kinds } = await shop.query('printTemplate.kinds', {})
  const shape = kinds.find((each) => each.kind === kind)?.shape
  const design = shape?.shape === 'label' ? shape.starter : { ...builtInDesign, accent: '#c2005f' }
  const shown = await shop.local('printTemplate.preview', { kind, design, language: 'pl' })
  expect(shown.pictures.length).toBeGreaterThan(0)
  expect(shown.label?.parts.flatMap((part) => part.warnings) ?? []).toEqual([])
})
