import { beforeAll, describe, expect, it } from 'vitest'
import { encodeLabel } from '#main/printing/drivers/zpl-encoder.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewLabel } from '#main/printing/preview/preview-label.ts'
import { shippingLabel } from '#shared/fulfilment/shipping-label.ts'
import { languages } from '#shared/kernel/language.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import {
  paperWordsOf,
  sampleAmounts,
  sampleOrderOnPaper,
  textsOfPaper,
  unworded,
} from '#tests/support/order-on-paper.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { labelPrinter } from '#tests/support/printer-profiles.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const countries = { en: 'POLAND', nl: 'POLEN', fr: 'POLOGNE', de: 'POLEN', pl: 'POLSKA' }

describe('the shipping label', { timeout: 60_000 }, () => {
  it.each(languages)('[FU3][FU4] in %s: address whole, country in capitals, number to scan', async (language) => {
    const label = shippingLabel(sampleOrderOnPaper(), paperWordsOf('fulfilment', language))
    const texts = textsOfPaper(label)
    expect(texts.filter((text) => unworded.test(text) || sampleAmounts.test(text))).toEqual([])
    expect(texts).toContain(countries[language])
    const drawn = await previewLabel(finishedPaper(label, 'COPY 2', ''), labelPrinter(), { fonts })
    if (!drawn.ok) throw new Error(drawn.refusal.code)
    const cut = drawn.value.warnings.filter((each) => each.code === 'textCut' || each.code === 'outsideLabel')
    expect(cut).toEqual([])
    expect((await readPicture(drawn.value.png)).map((code) => code.text)).toEqual(['26-A04831'])
  })

  it('[FU3] prints on a real decoder of its language, and scans there', async () => {
    const label = finishedPaper(shippingLabel(sampleOrderOnPaper(), paperWordsOf('fulfilment', 'nl')), null, '')
    const encoded = await encodeLabel(label, labelPrinter(), { fonts })
    if (!encoded.ok) throw new Error(encoded.refusal.code)
    const png = await pictureOfLabel(encoded.value.bytes, { width: 1016, height: 1524, dpi: 203 })
    expect((await readPicture(png)).map((code) => code.text)).toEqual(['26-A04831'])
  })

  it('[FU3][item 91] an address that does not fit refuses the label instead of being cut', async () => {
    const paper = sampleOrderOnPaper()
    const street = 'Wydłużona '.repeat(60)
    const long = { ...paper, order: { ...paper.order, deliveryAddress: { ...paper.order.deliveryAddress, street } } }
    const label = finishedPaper(shippingLabel(long, paperWordsOf('fulfilment', 'pl')), null, '')
    expect(await encodeLabel(label, labelPrinter(), { fonts })).toMatchObject({
      ok: false,
      refusal: { code: 'label.textDoesNotFit' },
    })
  })
})
