import { beforeAll, describe, expect, it } from 'vitest'
import { type DrawnPages, drawPages } from '#main/printing/pdf/draw-pages.ts'
import { layOutPages } from '#main/printing/pdf/page-flow.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { a4, letter, type PageBlock, type PageDocument } from '#shared/printing/page-document.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { checkPdf, inkOf, pdfFonts, pdfPictures, pdfText } from '#tests/support/pdf-tools.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { jobTicket, orderConfirmation, packingSlip } from '#tests/support/sample-pages.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const draw = (...documents: PageDocument[]): Promise<DrawnPages> => drawPages(documents, fonts)
const withBlocks = (...blocks: PageBlock[]): PageDocument => jobTicket({ blocks })

/** Marks of text on each page, in the order of their lines. */
function words(document: PageDocument): string[][] {
  return layOutPages(document, fonts, new Map()).pages.map((page) =>
    page.marks
      .flatMap((mark) => (mark.mark === 'text' ? [mark] : []))
      .toSorted((a, b) => a.y - b.y || a.x - b.x)
      .map((mark) => mark.text),
  )
}

describe('a file of papers', { timeout: 60_000 }, () => {
  it('[PR19] is the same bytes for the same papers, twice in one process', async () => {
    const once = await draw(orderConfirmation(), packingSlip('D26-A00031'))
    const twice = await draw(orderConfirmation(), packingSlip('D26-A00031'))
    expect(Buffer.compare(once.bytes, twice.bytes)).toBe(0)
    expect(Buffer.compare(once.bytes, (await draw(orderConfirmation(5), packingSlip('D26-A00031'))).bytes)).not.toBe(0)
  })

  it('[P21][PRN-04] holds a batch in its order and knows where each paper begins', async () => {
    const drawn = await draw(packingSlip('D1'), packingSlip('D2', 60), packingSlip('D3'))
    expect(drawn.firstPages).toEqual([1, 2, drawn.pageCount])
    expect(drawn.pageCount).toBeGreaterThan(3)
    expect(drawn.warnings).toEqual([])
  })

  it('[P21] of a hundred slips is one file with each font once', async (context) => {
    const slips = Array.from({ length: 100 }, (_, index) => packingSlip(`D26-A0${1000 + index}`))
    const drawn = await drawPages(slips, fonts)
    expect([drawn.pageCount, drawn.firstPages.at(-1)]).toEqual([100, 100])
    expect(drawn.bytes.length).toBeLessThan(400_000)
    expect(await pdfFonts(context, drawn.bytes)).toHaveLength(3)
  })

  it('[P15][bad input 94] is sound, embeds cut fonts, keeps its own size and asks viewers not to scale', async (context) => {
    const { bytes } = await draw(orderConfirmation(40, { copyTag: 'KOPIE 2' }), jobTicket({ size: letter }))
    await checkPdf(context, bytes)
    for (const font of await pdfFonts(context, bytes)) expect(font).toMatchObject({ isEmbedded: true, isSubset: true })
    const { PDFDocument } = await import('pdf-lib')
    const file = await PDFDocument.load(bytes, { updateMetadata: false })
    const sizes = file
      .getPages()
      .map((page) => [Math.round((page.getWidth() * 254) / 72), Math.round((page.getHeight() * 254) / 72)])
    expect(sizes.at(0)).toEqual([a4.width, a4.height])
    expect(sizes.at(-1)).toEqual([letter.width, letter.height])
    expect(file.catalog.getOrCreateViewerPreferences().getPrintScaling()).toBe('None')
    expect([file.getCreationDate()?.toISOString(), file.getProducer(), file.getAuthor()]).toEqual([
      '2026-11-19T13:07:00.000Z',
      'Counterproof',
      'Drukkerij De Waal',
    ])
  })

  it('[P10] says in every language what it was given, for readers and for copying', async (context) => {
    const text = await pdfText(context, (await draw(packingSlip('D26-A00031'), orderConfirmation(), jobTicket())).bytes)
    for (const each of [
      'Dowód dostawy',
      'Agnieszka Wróblewska',
      'żółta farba',
      '№ 3',
      '10',
      't.a.v. Zoë Müller-Noël',
      '€ 453,75',
      'Größere Schnittmarken verwenden',
    ])
      expect(text).toContain(each)
  })

  it('[PRN-01] has symbols that scanners read from the picture of another program', async (context) => {
    const pages = await pdfPictures(
      context,
      (await draw(packingSlip('D26-A00031'), orderConfirmation(), jobTicket())).bytes,
      150,
    )
    const read = await Promise.all(pages.map(async (page) => (await readPicture(page)).map((each) => each.text).sort()))
    expect(read).toEqual([['D26-A00031'], ['https://dewaal.example/o/26-A04831?n=Zoë'], ['26-A04831', 'K7-9HD3/2']])
    for (const page of pages) expect(inkOf(page)).toBeGreaterThan(5000)
  })

  it('[P10] warns of characters no font here has, and still prints all others', async () => {
    const drawn = await draw(withBlocks({ block: 'text', text: 'Yamada 山田, Zażółć → שלום नमस्ते' }))
    expect(drawn.warnings.map((each) => each.warning)).toEqual([
      { code: 'charactersMissing', characters: '山田שלוםनमस्ते', text: 'Yamada 山田, Zażółć → שלום नमस्ते' },
    ])
  })

  it('carries pictures of the file store, and says in words the ones that are not here', async (context) => {
    const logo = { hash: 'logo', description: 'Logo' }
    const document = withBlocks(
      { block: 'header', logo, company: { name: 'Drukkerij De Waal', lines: [] } },
      { block: 'picture', picture: logo, maxWidth: 500, maxHeight: 300, framed: true },
    )
    const without = await drawPages([document], fonts)
    expect(without.warnings).toEqual([{ document: 0, warning: { code: 'pictureMissing', ...logo } }])
    const withIt = await drawPages([document], fonts, { pictures: new Map([['logo', samplePicture(200, 100)]]) })
    expect(withIt.warnings).toEqual([])
    await checkPdf(context, withIt.bytes)
  })
})

describe('a paper of several pages', { timeout: 60_000 }, () => {
  it('[PRN-07] names its columns again, numbers its pages and says on each loose sheet whose it is', () => {
    const pages = words(orderConfirmation(40, { copyTag: 'KOPIE 2' }))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${index + 1} / ${pages.length}`)
      expect(page).toContain('KOPIE 2')
      if (index > 0) expect(page.join(' ')).toContain('Orderbevestiging 26-A04831')
    }
    expect(pages.filter((page) => page.includes('Omschrijving'))).toHaveLength(2)
    expect(pages.filter((page) => page.includes('Te betalen'))).toHaveLength(1)
  })

  it('loses no line, and never sets one beyond the edge', () => {
    for (const lines of [0, 1, 13, 14, 15, 16, 40, 200]) {
      const laid = layOutPages(orderConfirmation(lines), fonts, new Map())
      const texts = laid.pages.flatMap((page) => page.marks.flatMap((mark) => (mark.mark === 'text' ? [mark] : [])))
      expect(texts.filter((mark) => mark.text.startsWith('Flyers A5'))).toHaveLength(lines)
      for (const mark of texts) {
        expect(mark.x).toBeGreaterThan(20)
        expect(mark.y).toBeLessThan((a4.height * 72) / 254 - 10)
      }
    }
  })

  it('[bad input 92] [item 92] boxes its COPY tag on every page and not on the first print', () => {
    expect(words(orderConfirmation(40)).flat()).not.toContain('KOPIE 2')
    const tagged = layOutPages(orderConfirmation(40, { copyTag: 'KOPIE 2' }), fonts, new Map())
    for (const page of tagged.pages) expect(page.marks.filter((mark) => mark.mark === 'frame')).toHaveLength(1)
  })

  it('runs a single text longer than a page over pages, and keeps together what was asked for', () => {
    const long = Array.from({ length: 200 }, (_, index) => `Voorwaarde ${index}.`).join('\n')
    expect(
      words(withBlocks({ block: 'text', text: long }))
        .flat()
        .filter((each) => each.startsWith('Voorwaarde')),
    ).toHaveLength(200)
    const blocks: PageBlock[] = [
      { block: 'space', height: 2300 },
      {
        block: 'keep',
        blocks: [
          { block: 'text', text: 'a' },
          { block: 'space', height: 300 },
          { block: 'text', text: 'b' },
        ],
      },
    ]
    const pages = words(withBlocks(...blocks))
    expect(pages.map((page) => page.filter((each) => each === 'a' || each === 'b'))).toEqual([[], ['a', 'b']])
  })

  it('lines numbers up at the decimal mark', () => {
    const laid = layOutPages(orderConfirmation(3), fonts, new Map())
    const marks = laid.pages[0]?.marks.flatMap((mark) => (mark.mark === 'text' ? [mark] : [])) ?? []
    const decimals = marks.filter((mark) => /^,\d+$/u.test(mark.text) && mark.size === 9)
    const columns = Map.groupBy(decimals, (mark) => Math.round(mark.x))
    expect([...columns.values()].map((column) => column.map((mark) => mark.text))).toEqual([
      [',0750', ',2', ',50'],
      [',50', ',00', ',50'],
    ])
  })

  it('breaks a word wider than its column instead of running over the next', () => {
    const url = `https://dewaal.example/${'very-long-name-'.repeat(20)}`
    const pages = words(
      withBlocks({
        block: 'table',
        columns: [
          { title: 'a', width: { share: 1 }, align: 'start' },
          { title: 'b', width: { share: 1 }, align: 'start' },
        ],
        rows: [{ cells: [url, 'next'] }],
        totals: [],
      }),
    )
    const text = pages
      .flat()
      .filter((each) => each.includes('long') || each.includes('very') || each.includes('name'))
      .join('')
    expect(text).toBe(url)
  })

  it('[P15] keeps the address in the window of the envelope, or says that it cannot', () => {
    const laid = layOutPages(orderConfirmation(), fonts, new Map())
    const line = laid.pages[0]?.marks.find((mark) => mark.mark === 'text' && mark.text.startsWith('Oudegracht'))
    expect(line?.mark === 'text' && [line.x > 56, line.x < 60, line.y > 127, line.y < 127 + 127]).toEqual([
      true,
      true,
      true,
      true,
    ])
    const tall: PageBlock[] = [{ block: 'space', height: 600 }, ...orderConfirmation().blocks]
    expect(layOutPages(orderConfirmation(1, { blocks: tall }), fonts, new Map()).warnings).toEqual([
      { code: 'addressOutsideWindow' },
    ])
  })
})
