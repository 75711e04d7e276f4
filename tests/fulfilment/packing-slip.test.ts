import { beforeAll, describe, expect, it } from 'vitest'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewPage } from '#main/printing/preview/preview-page.ts'
import { narrowPackingSlip, packingSlip } from '#shared/fulfilment/packing-slip.ts'
import { languages } from '#shared/kernel/language.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { type EscposModel, escposModels } from '#shared/printing/printer-models.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { pictureOfReceipt } from '#tests/support/escpos-picture.ts'
import {
  paperWordsOf,
  sampleAmounts,
  sampleOrderOnPaper,
  textsOfPaper,
  unworded,
} from '#tests/support/order-on-paper.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'

/** 32 columns, as cheap printers have them, with a knife so that the decoder has nothing to say. */
const narrow: EscposModel = { ...escposModels.clone58, cut: 'partial' }
let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const names = {
  en: 'Packing slip',
  nl: 'Pakbon',
  fr: 'Bon de livraison',
  de: 'Lieferschein',
  pl: 'Dokument wydania WZ',
}

describe('the packing slip', { timeout: 30_000 }, () => {
  it.each(languages)('[FU1] in %s says what is in the box and nothing about money', async (language) => {
    const paper = packingSlip(sampleOrderOnPaper(), paperWordsOf('fulfilment', language))
    const texts = textsOfPaper(paper)
    expect(texts.filter((text) => unworded.test(text))).toEqual([])
    expect(texts.filter((text) => sampleAmounts.test(text))).toEqual([])
    expect(paper.title).toBe(`${names[language]} 26-A04831`)
    expect(texts).toContain('61-888 Poznań')
    const { bytes, warnings } = await drawPages([finishedPaper(paper, null, '')], fonts)
    expect(warnings).toEqual([])
    const { png } = await previewPage(bytes, 1, 150)
    expect((await readPicture(png)).map((code) => code.text)).toEqual(['26-A04831'])
  })

  it.each(languages)('[FU2] in %s has a layout of its own for rolls, with the same lines', async (language) => {
    for (const model of [escposModels.epsonTm80, narrow]) {
      const paper = narrowPackingSlip(sampleOrderOnPaper(), paperWordsOf('fulfilment', language))
      const profile = receiptPrinter(model)
      const { bytes } = await encodeReceipt(finishedPaper(paper, 'COPY 2', ''), profile, { fonts })
      const receipt = decodeEscpos(bytes, emulated(profile))
      expect(receipt.warnings).toEqual([])
      expect(textsOfPaper(paper).filter((text) => unworded.test(text) || sampleAmounts.test(text))).toEqual([])
      expect(receipt.barcodes).toEqual([{ kind: 'code128', data: '26-A04831' }])
      const png = pictureOfReceipt(receipt, emulated(profile))
      expect((await readPicture(png)).map((code) => code.text)).toEqual(['26-A04831'])
    }
  })
})
