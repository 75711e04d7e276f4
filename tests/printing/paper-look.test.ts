import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import { previewPage } from '#main/printing/preview/preview-page.ts'
import { narrowPackingSlip, packingSlip } from '#shared/fulfilment/packing-slip.ts'
import type { Language } from '#shared/kernel/language.ts'
import { orderReceipt } from '#shared/payments/order-receipt.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { arranged, builtInDesign, inOrder, lookOf, type PaperDesign } from '#shared/printing/templates/paper-look.ts'
import { standingTemplate } from '#shared/printing/templates/template-choice.ts'
import { jobTicket } from '#shared/production/job-ticket.ts'
import { orderConfirmation } from '#shared/sales-orders/order-confirmation.ts'
import { paperWordsOf, sampleOrderOnPaper, textsOfPaper } from '#tests/support/order-on-paper.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'

const order = sampleOrderOnPaper()
const look = (change: Partial<PaperDesign>, language: Language = 'nl') =>
  lookOf({ ...builtInDesign, ...change }, language)
const shown = (name: string) => ({ name, isShown: true })
const hidden = (name: string) => ({ name, isShown: false })

describe('what stands where', () => {
  const standard = [{ name: 'a' }, { name: 'b', isNeeded: true as const }, { name: 'c' }]

  it('[PR41] pieces come in the order wished, and hidden ones not at all', () => {
    expect(arranged(standard, [shown('c'), hidden('a'), shown('b')], { a: [1], b: [2], c: [3] })).toEqual([3, 2])
  })

  it('[PR41] what the paper cannot be without is shown all the same', () => {
    expect(inOrder(standard, [hidden('b'), hidden('a')])).toEqual([shown('b'), shown('c'), hidden('a')])
  })

  it('[PR41] one that the template does not know yet keeps its standard place', () => {
    expect(inOrder(standard, [shown('b'), shown('a')]).map((each) => each.name)).toEqual(['b', 'c', 'a'])
    expect(inOrder(standard, [shown('gone'), shown('a')]).map((each) => each.name)).toEqual(['a', 'b', 'c'])
  })

  it('[PR41] a confirmation without prices each, its columns turned round', () => {
    const columns = [shown('quantity'), shown('description'), hidden('each')]
    const paper = orderConfirmation(order, paperWordsOf('sales-orders', 'nl'), look({ columns }))
    const table = paper.blocks.find((block) => block.block === 'table')
    expect(table?.columns.map((column) => column.title)).toEqual(['Aantal', 'Omschrijving', 'Bedrag EUR'])
    expect(new Set(table?.rows.map((row) => row.cells.length))).toEqual(new Set([3]))
  })

  it('[PR41] a slip without its signature, on a sheet and on a roll', () => {
    const sections = [hidden('received')]
    const words = paperWordsOf('fulfilment', 'nl')
    for (const slip of [packingSlip, narrowPackingSlip]) {
      const with_ = textsOfPaper(slip(order, words))
      const without = textsOfPaper(slip(order, words, look({ sections })))
      const check = words.say('paper.packingSlip.check')
      expect([with_.includes(check), without.includes(check)]).toEqual([true, false])
    }
  })
})

describe('words and pictures of the shop', () => {
  const texts: PaperDesign['texts'] = {
    head: { nl: 'Kop' },
    greeting: { nl: 'Aanhef' },
    closing: { nl: 'Slot' },
    foot: { nl: 'Voet' },
  }

  it.each([
    [
      'sales-orders',
      (at: ReturnType<typeof look>, words: ReturnType<typeof paperWordsOf>) => orderConfirmation(order, words, at),
      ['Kop', 'Aanhef', 'Slot', 'Voet'],
    ],
    [
      'fulfilment',
      (at: ReturnType<typeof look>, words: ReturnType<typeof paperWordsOf>) => packingSlip(order, words, at),
      ['Kop', 'Aanhef', 'Slot', 'Voet'],
    ],
    [
      'fulfilment',
      (at: ReturnType<typeof look>, words: ReturnType<typeof paperWordsOf>) => narrowPackingSlip(order, words, at),
      ['Kop', 'Aanhef', 'Slot', 'Voet'],
    ],
    [
      'payments',
      (at: ReturnType<typeof look>, words: ReturnType<typeof paperWordsOf>) => orderReceipt(order, [], words, at),
      ['Kop', 'Aanhef', 'Slot', 'Voet'],
    ],
  ] as const)('[PR42] of %s stand in the language they were written in, and nowhere else', (feature, make, said) => {
    const found = (language: Language) =>
      textsOfPaper(make(look({ texts }, language), paperWordsOf(feature, language))).filter((text) =>
        Object.values(texts).some((each) => each?.nl === text),
      )
    expect(found('nl')).toEqual([...said])
    expect(found('fr')).toEqual([])
    // The built-in words give way to the shop's own.
    const thanks = paperWordsOf(feature, 'nl')
    expect(textsOfPaper(make(look({ texts }), thanks)).join('\n')).not.toMatch(/Controleer|Dank u wel/u)
  })

  it('[PR42] of a job ticket stand on it as well', () => {
    const [line] = order.lines
    if (line === undefined) throw new Error('the sample order has no lines')
    const words = paperWordsOf('production', 'nl')
    const ticket = jobTicket(order, { line, place: 1, product: null }, words, look({ texts }))
    expect(textsOfPaper(ticket)).toEqual(expect.arrayContaining(['Kop', 'Slot']))
  })

  it('[PR40] the built-in look is the paper as it is without any template', () => {
    const words = paperWordsOf('sales-orders', 'nl')
    expect(orderConfirmation(order, words, look({}))).toEqual(orderConfirmation(order, words))
  })

  it('[PR40] a logo of its own, or none, takes the place of the shop’s', () => {
    const words = paperWordsOf('sales-orders', 'nl')
    const branded = { ...order, shop: { ...order.shop, logo: 'a'.repeat(64) } }
    const logo = (design: Partial<PaperDesign>) => {
      const [head] = orderConfirmation(branded, words, look(design)).blocks
      return head?.block === 'header' ? head.logo?.hash : undefined
    }
    expect(logo({})).toBe('a'.repeat(64))
    expect(logo({ logo: { from: 'own', hash: 'b'.repeat(64) } })).toBe('b'.repeat(64))
    expect(logo({ logo: { from: 'none' } })).toBeUndefined()
  })
})

describe('which template stands', () => {
  const template = (id: string, change: Partial<Parameters<typeof standingTemplate>[0][number]> = {}) => ({
    id,
    standardSince: null,
    customers: {},
    isArchived: false,
    ...change,
  })

  it('[PR40] where two stations named two, the later word stands, whatever the order they are read in', () => {
    const two = [template('a', { standardSince: '2026-01-01' }), template('b', { standardSince: '2026-02-01' })]
    expect(standingTemplate(two, null)?.id).toBe('b')
    expect(standingTemplate(two.toReversed(), null)?.id).toBe('b')
    const tie = [template('a', { customers: { p: '2026-01-01' } }), template('b', { customers: { p: '2026-01-01' } })]
    expect(standingTemplate(tie, 'p')?.id).toBe(standingTemplate(tie.toReversed(), 'p')?.id)
  })

  it('[PR46] an archived one is nobody’s look', () => {
    const all = [template('a', { standardSince: '2026-02-01', customers: { p: '2026-02-01' }, isArchived: true })]
    expect([standingTemplate(all, 'p'), standingTemplate(all, null)]).toEqual([null, null])
  })
})

describe('the colour of a template', () => {
  /** Whether any dot of a picture has this colour, and how many have another than grey. */
  function inked(png: Uint8Array, hex: string) {
    const { data } = PNG.sync.read(Buffer.from(png))
    let [found, coloured] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      const rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
      if (`#${rgb.map((each) => each.toString(16).padStart(2, '0')).join('')}` === hex) found += 1
      if (Math.max(...rgb) - Math.min(...rgb) > 40) coloured += 1
    }
    return { found: found > 200, coloured: coloured > 0 }
  }

  it('[PR40] is on titles and thick rules, and nowhere without one', async () => {
    const drawn = async (accent: string | null) => {
      const paper = orderConfirmation(order, paperWordsOf('sales-orders', 'nl'), look({ accent }))
      const { bytes } = await drawPages([finishedPaper(paper, null, '2026-11-22T10:00:00.000Z')], shippedFonts())
      return inked((await previewPage(bytes, 1)).png, '#a30050')
    }
    expect(await drawn('#a30050')).toEqual({ found: true, coloured: true })
    expect(await drawn(null)).toEqual({ found: false, coloured: false })
  })
})
