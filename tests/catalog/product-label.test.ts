import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewLabel } from '#main/printing/preview/preview-label.ts'
import { productLabel } from '#shared/catalog/product-label.ts'
import { languages } from '#shared/kernel/language.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { labelPrinter } from '#tests/support/printer-profiles.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

const names = {
  en: 'Copy paper A4, 80 g',
  nl: 'Kopieerpapier A4, 80 g',
  fr: 'Papier copie A4, 80 g',
  de: 'Kopierpapier A4, 80 g',
  pl: 'Papier ksero A4, 80 g',
}
const small = { width: 570, height: 320 }

async function scanned(product: Parameters<typeof productLabel>[0]['product'], language: (typeof languages)[number]) {
  const label = productLabel({ product, shopName: 'Drukkerij De Kade', language }, small)
  const drawn = await previewLabel(label, labelPrinter({ label: small }), { fonts })
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  expect(drawn.value.warnings.filter((each) => each.code !== 'drawnAsPicture' && each.code !== 'textShrunk')).toEqual(
    [],
  )
  return (await readPicture(drawn.value.png)).map(({ format, text }) => ({ format, text }))
}

describe('the label of a product', () => {
  it.each(languages)('[CT14] in %s carries its trade barcode where it has one', async (language) => {
    const product = { names, sku: 'KP-80', barcodes: [{ kind: 'ean13', code: '4006381333931' } as const] }
    expect(await scanned(product, language)).toEqual([{ format: 'EAN13', text: '4006381333931' }])
    expect(productLabel({ product, shopName: 'x', language }, small).title).toBe(names[language])
  })

  it('[CT14] else its number', async () => {
    expect(await scanned({ names, sku: 'KP-80', barcodes: [] }, 'nl')).toEqual([{ format: 'Code128', text: 'KP-80' }])
  })
})
