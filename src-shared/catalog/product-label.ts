import { isEan13 } from '../kernel/barcode.ts'
import type { Size } from '../kernel/length.ts'
import { type Language, textIn } from '../kernel/local-text.ts'
import type { LabelDocument, LabelPart } from '../printing/label-document.ts'
import type { Product } from './product.ts'

/** The roll most shelves have: 57 x 32 mm. */
export const productLabelSize: Size = { width: 570, height: 320 }

export interface LabelledProduct {
  readonly product: Pick<Product, 'names' | 'sku' | 'barcodes'>
  readonly shopName: string
  readonly language: Language
}

/** CT14: name, number and barcode of a product, for a shelf or a box, on the label that is in the printer. */
export function productLabel({ product, shopName, language }: LabelledProduct, medium: Size | null): LabelDocument {
  const size = medium === null || medium.width >= 900 ? productLabelSize : medium
  // Printers of cut labels leave three millimetres white at either end of each, and accents of capitals stand above a line.
  const margin = 36
  const width = size.width - 2 * margin
  const name = textIn(product.names, language, language)
  const line = Math.min(50, Math.round(size.height / 7))
  const parts: LabelPart[] = [
    text(margin, margin, width, shopName, Math.round(line * 0.55)),
    { ...text(margin, margin + Math.round(line * 0.7), width, name, line), lines: 2 },
    barcode(product, margin, size, Math.round(margin + line * 3)),
  ].flatMap((part) => (part === null ? [] : [part]))
  return { form: 'label', title: name, language, size, parts }
}

function text(x: number, y: number, width: number, words: string, size: number): Extract<LabelPart, { part: 'text' }> {
  return { part: 'text', x, y, width, size, text: words, lines: 1, shrinkTo: 60, tooLong: 'ellipsis' }
}

/** Its own barcode where it has one a till reads, else its number as Code 128. */
function barcode({ sku, barcodes }: LabelledProduct['product'], x: number, size: Size, y: number): LabelPart | null {
  const place = { x, y, width: size.width - 2 * x, height: size.height - y - x }
  const ean = barcodes.find((each) => isEan13(each.code))
  if (ean !== undefined) return { part: 'ean13', ...place, data: ean.code, caption: ean.code }
  const code = barcodes[0]?.code ?? sku
  return code === '' ? null : { part: 'code128', ...place, data: code, caption: code }
}
