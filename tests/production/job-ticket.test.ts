import { beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewPage } from '#main/printing/preview/preview-page.ts'
import { languages } from '#shared/kernel/language.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { jobTicket } from '#shared/production/job-ticket.ts'
import { narrowJobTicket } from '#shared/production/narrow-job-ticket.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import {
  paperWordsOf,
  sampleAmounts,
  sampleOrderOnPaper,
  textsOfPaper,
  unworded,
} from '#tests/support/order-on-paper.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'

/** Of the layout of sheets, not of their words. */
const layoutWords = new Set(
  'block text columns facts barcode code128 picture box rule space keep mono huge large small bold end thick'.split(
    ' ',
  ),
)
let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

function ticket(
  language: (typeof languages)[number],
  place = 1,
  change: Parameters<typeof sampleOrderOnPaper>[0] = {},
) {
  const paper = sampleOrderOnPaper(change)
  const line = paper.lines[place - 1]
  if (line === undefined) throw new Error(`no line ${place}`)
  return jobTicket(paper, { line, place, product: null }, paperWordsOf('production', language))
}

describe('the job ticket', { timeout: 30_000 }, () => {
  it.each(languages)('[PD1][PD2] in %s names the goods and their file, and no money at all', async (language) => {
    const paper = ticket(language)
    const texts = textsOfPaper(paper)
    expect(texts.filter((text) => unworded.test(text))).toEqual([])
    expect(texts.filter((text) => sampleAmounts.test(text))).toEqual([])
    for (const expected of [
      '26-A04831',
      'K7-9HD3 v2',
      'Visitekaartjes 85 × 55, 350 g',
      'Let op de rode rand',
      'Niet vouwen.',
    ])
      expect(texts).toContain(expected)
    expect((await drawPages([finishedPaper(paper, null, '')], fonts)).warnings).toEqual([])
  })

  it('[PD1] makes the whole quantity the largest figure, and says how it is made up', () => {
    const texts = textsOfPaper(ticket('nl'))
    expect(texts).toContain('2.500')
    expect(texts).toContain('Verdeeld in 5 × 500')
  })

  it('[SO12][PD1] scans as the line it is of', async () => {
    const { bytes } = await drawPages([finishedPaper(ticket('nl', 2), 'KOPIE 2', '')], fonts)
    const { png } = await previewPage(bytes, 1, 150)
    expect((await readPicture(png)).map(({ format, text }) => ({ format, text }))).toEqual([
      { format: 'Code128', text: '26-A04831/2' },
    ])
  })

  it.each(languages)('[PD5] on a roll in %s says the same as on a sheet, and no money at all', (language) => {
    const sample = sampleOrderOnPaper()
    for (const [at, line] of sample.lines.entries()) {
      const words = paperWordsOf('production', language)
      const ticket = { line, place: at + 1, product: businessCards }
      const [sheet, roll] = [jobTicket(sample, ticket, words), narrowJobTicket(sample, ticket, words)]
      const said = textsOfPaper(roll.lines).join('\n')
      expect(said.match(sampleAmounts)).toBe(null)
      expect(said.match(unworded)).toBe(null)
      const blocks = textsOfPaper(sheet.blocks).filter((text) => !layoutWords.has(text))
      expect(blocks.filter((text) => !said.includes(text))).toEqual([])
    }
  })

  it('[PD3] a made-to-order line without a file says so in a box', () => {
    const sample = sampleOrderOnPaper()
    const [line] = sample.lines
    if (line === undefined) throw new Error('no line')
    const bare = { ...line, line: { ...line.line, artwork: null } }
    const paper = jobTicket(sample, { line: bare, place: 1, product: null }, paperWordsOf('production', 'de'))
    expect(paper.blocks).toContainEqual({ block: 'box', lines: ['Noch keine Druckdatei'] })
  })

  it('[PD1] names each option with what was chosen, in the language of the shop', () => {
    const sample = sampleOrderOnPaper()
    const [line] = sample.lines
    if (line === undefined) throw new Error('no line')
    const configuration = Object.fromEntries(
      businessCards.options.flatMap((option) =>
        option.defaultValue === null ? [] : [[option.code, option.defaultValue]],
      ),
    )
    const made = { ...line, item: { ...line.item, configuration } }
    const paper = jobTicket(sample, { line: made, place: 1, product: businessCards }, paperWordsOf('production', 'en'))
    const facts = paper.blocks.flatMap((block) =>
      block.block === 'facts' ? block.facts.map((fact) => fact.label) : [],
    )
    expect(facts).toEqual(expect.arrayContaining([businessCards.options[0]?.names.en]))
  })
})
