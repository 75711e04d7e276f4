import { beforeAll, describe, expect, it } from 'vitest'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { languages } from '#shared/kernel/language.ts'
import { orderReceipt } from '#shared/payments/order-receipt.ts'
import { type EscposModel, escposModels } from '#shared/printing/printer-models.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { pictureOfReceipt } from '#tests/support/escpos-picture.ts'
import { paperWordsOf, sampleOrderOnPaper, textsOfPaper, unworded } from '#tests/support/order-on-paper.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'

/** 32 columns, as cheap printers have them, with a knife so that the decoder has nothing to say. */
const narrow: EscposModel = { ...escposModels.clone58, cut: 'partial' }
let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const deposit = { amount: 10_000, method: 'pin', reference: '0047 2231', receivedOn: '2026-11-19' } as const
const says = {
  en: 'This is a receipt of your order, not a VAT invoice.',
  nl: 'Dit is een bewijs van uw bestelling, geen btw-factuur.',
  fr: 'Ce reçu de commande ne tient pas lieu de facture.',
  de: 'Dieser Beleg bestätigt Ihren Auftrag und ist keine Rechnung.',
  pl: 'To pokwitowanie zamówienia, a nie faktura ani paragon fiskalny.',
} as const

describe('the receipt of an order', { timeout: 30_000 }, () => {
  it.each(languages)('[PY6] in %s, on 80 and 58 mm, says what it is, and its number scans', async (language) => {
    const paper = orderReceipt(sampleOrderOnPaper(), [deposit], paperWordsOf('payments', language))
    const texts = textsOfPaper(paper)
    expect(texts.filter((text) => unworded.test(text))).toEqual([])
    expect(texts).toContain(says[language])
    for (const model of [escposModels.epsonTm80, narrow]) {
      const profile = receiptPrinter(model)
      const { bytes } = await encodeReceipt(paper, profile, { fonts })
      const receipt = decodeEscpos(bytes, emulated(profile))
      expect({ warnings: receipt.warnings, drawer: receipt.drawer }).toEqual({ warnings: [], drawer: [] })
      const png = pictureOfReceipt(receipt, emulated(profile))
      expect((await readPicture(png)).map((code) => code.text)).toEqual(['26-A04831'])
    }
  })

  it('[PY6][PY7] shows VAT per rate, total, what was paid how, and what is open', async () => {
    const paper = orderReceipt(sampleOrderOnPaper(), [deposit], paperWordsOf('payments', 'en'))
    const profile = receiptPrinter()
    const { bytes } = await encodeReceipt(paper, profile, { fonts })
    const lines = decodeEscpos(bytes, emulated(profile)).lines.map((line) => line.replace(/\s+/gu, ' ').trim())
    expect(lines).toEqual(
      expect.arrayContaining([
        'VAT 21% of 245.00 51.45',
        'VAT 9% of 93.00 8.37',
        'Total EUR 397.82',
        'Received: Card 100.00',
        '19 November 2026 · 0047 2231',
        'Still to pay EUR 297.82',
      ]),
    )
  })

  it('[PY6] an order that is paid says so instead of an amount', () => {
    const sample = sampleOrderOnPaper()
    const paid = { ...sample, paid: sample.totals.gross, open: 0 }
    expect(textsOfPaper(orderReceipt(paid, [], paperWordsOf('payments', 'fr')))).toContain('Entièrement réglé')
  })
})
