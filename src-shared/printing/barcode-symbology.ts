/** The four symbols the product prints, and what each can carry. Pure: a screen asks the same question before saving. */
export type Symbology = 'code128' | 'ean13' | 'qr' | 'dataMatrix'

export interface Barcode {
  readonly symbology: Symbology
  readonly data: string
}

export type BarcodeProblem = 'empty' | 'charactersNotAllowed' | 'wrongLength' | 'wrongCheckDigit' | 'tooLong'

/** More than this in one symbol is neither scanned at a counter nor printed on a label. */
const longest = { code128: 80, ean13: 13, qr: 1000, dataMatrix: 800 } as const

/** The thirteenth digit that belongs to twelve (GS1): weights 1 and 3 from the left. */
export function ean13CheckDigit(firstTwelve: string): number {
  let sum = 0
  for (let index = 0; index < 12; index += 1) sum += Number(firstTwelve[index]) * (index % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10
}

export function barcodeProblem({ symbology, data }: Barcode): BarcodeProblem | null {
  if (data === '') return 'empty'
  if (symbology === 'ean13') {
    if (!/^\d+$/u.test(data)) return 'charactersNotAllowed'
    if (data.length !== 13) return 'wrongLength'
    return ean13CheckDigit(data) === Number(data[12]) ? null : 'wrongCheckDigit'
  }
  // Code 128 could carry controls; a scanner would type them as key presses, so printable ASCII is all we allow.
  if (symbology === 'code128' && !/^[ -~]+$/u.test(data)) return 'charactersNotAllowed'
  if (symbology !== 'code128' && /[\p{Cc}\p{Cs}]/u.test(data)) return 'charactersNotAllowed'
  return utf8Length(data) > longest[symbology] ? 'tooLong' : null
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Modules of a Code 128 symbol without its quiet zones, packed as our encoders pack it: even digits in set C, else B. */
export function code128Modules(data: string): number {
  const symbols = isDigitPairs(data) ? data.length / 2 : data.length
  return (symbols + 2) * 11 + 13
}

/**
 * Whether Code 128 may use set C, two digits to a symbol. Pairs become bytes, and 16 before 04, 05 or 20 is the beginning
 * of a command that receipt printers obey even inside data: such numbers are packed as letters are.
 */
export function isDigitPairs(data: string): boolean {
  if (data.length < 4 || data.length % 2 !== 0 || !/^\d+$/u.test(data)) return false
  const pairs = data.match(/../gu) ?? []
  return !pairs.some((pair, index) => pair === '16' && ['04', '05', '20'].includes(pairs[index + 1] ?? ''))
}
