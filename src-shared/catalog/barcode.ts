/** Barcodes of products (CAT-19): trade numbers with a check digit, or any text of the shop's own. */
export const barcodeKinds = ['ean13', 'ean8', 'upca', 'gtin14', 'free'] as const
export type BarcodeKind = (typeof barcodeKinds)[number]

export interface Barcode {
  readonly kind: BarcodeKind
  readonly code: string
}

const lengths: Readonly<Record<number, BarcodeKind>> = { 8: 'ean8', 12: 'upca', 13: 'ean13', 14: 'gtin14' }

/** GS1: digits weigh 3 and 1 in turn from the right. */
export function hasGs1CheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    sum += Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 3)
  }
  return sum % 10 === 0
}

/**
 * Reads a barcode as typed or scanned. Digits of a trade number's length with a wrong check digit are kept as a free code
 * and said so: a shop may use such codes, a typing slip looks the same.
 */
export function readBarcode(text: string): { readonly barcode: Barcode; readonly hasWrongCheckDigit: boolean } | null {
  const code = text.trim()
  if (code === '') return null
  const digits = code.replace(/[\s-]/g, '')
  const kind = /^\d+$/.test(digits) ? lengths[digits.length] : undefined
  if (kind === undefined) return { barcode: { kind: 'free', code }, hasWrongCheckDigit: false }
  if (!hasGs1CheckDigit(digits)) return { barcode: { kind: 'free', code: digits }, hasWrongCheckDigit: true }
  return { barcode: { kind, code: digits }, hasWrongCheckDigit: false }
}

/** One spelling for searching: a UPC-A is the EAN-13 with a leading zero, and scanners give either. */
export function barcodeKey(barcode: Barcode): string {
  return barcode.kind === 'upca' ? `0${barcode.code}` : barcode.code
}
