import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PaletteSubject, ScreenTools } from '#renderer/client/index.ts'
import { printingPaletteActions } from '#renderer/printing/palette.ts'

const i18n = createInstance()
const printing: Record<string, object> = JSON.parse(readFileSync('resources/locales/en/printing.json', 'utf8'))
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { printing } }, interpolation: { escapeValue: false } }))

/** Where the palette led to, with the words it offered. */
function palette(subjects: readonly PaletteSubject[]) {
  const places: string[] = []
  const used: Partial<ScreenTools> = { t: i18n.t, go: (to) => void places.push(to) }
  const tools = used as ScreenTools
  const offered = printingPaletteActions.flatMap((action) => {
    const offer = action.offer(subjects, tools)
    return offer === null ? [] : [{ action, title: offer.title }]
  })
  return {
    titles: offered.map(({ title }) => title),
    choose: async (title: string) => {
      await offered.find((each) => each.title === title)?.action.run(subjects, tools)
      return places
    },
  }
}

const order = (facts?: PaletteSubject['facts']): PaletteSubject => ({
  ...{ entity: 'sales_order', id: 'order-1', name: '26-A04817' },
  ...(facts === undefined ? {} : { facts }),
})
const party: PaletteSubject = { entity: 'party', id: 'party-1', name: 'Bakkerij De Molen' }

describe('printing in the palette', () => {
  test('[ORD-40][PRN-08] with an order found it prints all papers of that order, where each says how it came out', async () => {
    const { titles, choose } = palette([order({ isDraft: false }), party])
    expect(titles).toEqual(['Print all papers of 26-A04817', 'Papers of 26-A04817'])
    expect(await choose('Print all papers of 26-A04817')).toEqual(['/orders/order-1?part=papers&print=all'])
  })

  test('papers are looked at without printing one', async () => {
    expect(await palette([order()]).choose('Papers of 26-A04817')).toEqual(['/orders/order-1?part=papers'])
  })

  test('a draft has no papers, and a customer alone has none either', () => {
    expect([palette([order({ isDraft: true })]).titles, palette([party]).titles]).toEqual([[], []])
  })

  test('by itself it leads to what asks, the drawer and a new printer, and prints nothing', async () => {
    const alone = palette([])
    expect(alone.titles.some((title) => title.includes('papers of'))).toBe(false)
    const places = await Promise.all(alone.titles.map((title) => alone.choose(title)))
    expect(new Set(places.flat())).toEqual(new Set(['/print-journal', '/cash-drawer', '/printers?add=1']))
  })

  test('[PR10] each needs the right of what it does', () => {
    expect(Object.fromEntries(printingPaletteActions.map(({ id, grant }) => [id, grant]))).toEqual({
      printAllOfOrder: 'printJob.print',
      papersOfOrder: 'printJob.print',
      answerPrints: 'printJob.answer',
      openDrawer: 'drawer.open',
      addPrinter: 'printer.change',
    })
  })
})
