import { beforeAll, describe, expect, it } from 'vitest'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { languages } from '#shared/kernel/language.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { orderConfirmation } from '#shared/sales-orders/order-confirmation.ts'
import { paperWordsOf, sampleOrderOnPaper, textsOfPaper, unworded } from '#tests/support/order-on-paper.ts'
import { pdfText } from '#tests/support/pdf-tools.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const names = {
  en: 'Order confirmation',
  nl: 'Orderbevestiging',
  fr: 'Confirmation de commande',
  de: 'Auftragsbestätigung',
  pl: 'Potwierdzenie zamówienia',
} as const

describe('the order confirmation', { timeout: 30_000 }, () => {
  it.each(languages)('[SO17] says what was agreed in %s, on paper as in the file', async (language) => {
    const paper = orderConfirmation(sampleOrderOnPaper(), paperWordsOf('sales-orders', language))
    const texts = textsOfPaper(paper)
    expect(texts.filter((text) => unworded.test(text))).toEqual([])
    expect(paper.title).toBe(`${names[language]} 26-A04831`)
    expect(texts).toContain('K7-9HD3 v2')
    const { warnings, pageCount } = await drawPages([finishedPaper(paper, null, '2026-11-19T13:07:00.000Z')], fonts)
    expect({ warnings, pageCount }).toEqual({ warnings: [], pageCount: 1 })
  })

  it('[SO17] reads in another program as it was meant', async (context) => {
    const paper = orderConfirmation(sampleOrderOnPaper(), paperWordsOf('sales-orders', 'pl'))
    const { bytes } = await drawPages([finishedPaper(paper, 'KOPIA 2', '2026-11-19T13:07:00.000Z')], fonts)
    const text = (await pdfText(context, bytes)).replaceAll('\u00a0', ' ')
    for (const expected of [
      'KOPIA 2',
      'Potwierdzenie zamówienia',
      '26-A04831',
      'Piekarnia „Złoty Kłos” Sp. z o.o.',
      '61-823 Poznań',
      'POLSKA',
      '5 × 500',
      'VAT 21% od 245,00',
      'VAT 9% od 93,00',
      'Pozostało do zapłaty',
      '24 listopada 2026, 16:00',
    ])
      expect(text).toContain(expected)
  })

  it.each(languages)('[SO17] adds up in %s: lines, delivery, VAT per rate, total, paid, open', (language) => {
    const paper = orderConfirmation(sampleOrderOnPaper(), paperWordsOf('sales-orders', language))
    const table = paper.blocks.find((block) => block.block === 'table')
    const values =
      table?.block === 'table' ? table.totals.map((row) => row.value.replace(/[^\d.,]/gu, '').replace('.', ',')) : []
    expect(values).toEqual(['330,00', '8,00', '338,00', '51,45', '8,37', '397,82', '100,00', '297,82'])
  })

  it('[SO17] says why no VAT is charged', () => {
    const paper = sampleOrderOnPaper({ vatTreatment: 'intra_community' })
    expect(textsOfPaper(orderConfirmation(paper, paperWordsOf('sales-orders', 'de'))).join(' ')).toContain(
      'Artikel 138 der Richtlinie 2006/112/EG',
    )
  })

  it('[SO17] shows prices with VAT as they were agreed, and what of them is VAT', () => {
    const sample = sampleOrderOnPaper({ pricesIncludeVat: true })
    const paper = orderConfirmation(sample, paperWordsOf('sales-orders', 'nl'))
    const table = paper.blocks.find((block) => block.block === 'table')
    const labels = table?.block === 'table' ? table.totals.map((row) => row.label) : []
    expect(labels.slice(2, 5)).toEqual(['Totaal EUR inclusief btw', 'Btw 21% over 202,48', 'Btw 9% over 85,32'])
    expect(labels).not.toContain('Totaal exclusief btw')
  })
})
