/**
 * What a scanner typed, brought to the text of the code (reliability c 26-30): without the prefix that names the symbology,
 * the ending key and the marks of GS1, with digits repaired that a French or Belgian keyboard layout turned into signs. What
 * comes out is text to look up: it is never opened, run or guessed at.
 */

export interface Scan {
  readonly text: string
  /** AIM identifier of the symbology (`C1`, `Q3`), when the scanner sends it. */
  readonly symbology: string | null
  /** A GS1 code: its text is element strings for `readElements`. */
  readonly isGs1: boolean
  /** Digits were repaired: the keyboard layout of station and scanner differ, which set-up should say. */
  readonly repaired: boolean
}

export type ScanReading =
  | ({ readonly ok: true } & Scan)
  | { readonly ok: false; readonly code: 'scan.empty' | 'scan.tooLong' | 'scan.controlKeys' }

export const longestScan = 4096
/** Separates GS1 elements of variable length; scanners send it for FNC1. */
export const groupSeparator = '\u001D'

const outerSeparators = new RegExp(`^${groupSeparator}+|${groupSeparator}+$`, 'gu')
const gs1Symbologies: ReadonlySet<string> = new Set(['C1', 'd2', 'Q3', 'e0', 'J1'])
const belgianDigits: Readonly<Record<string, string>> = { '§': '6', '!': '8' }
const frenchDigits: Readonly<Record<string, string>> = {
  à: '0',
  '&': '1',
  é: '2',
  '"': '3',
  "'": '4',
  '(': '5',
  '-': '6',
  è: '7',
  _: '8',
  ç: '9',
}

export function readScan(raw: string): ScanReading {
  if (raw.length > longestScan || bytesOf(raw) > longestScan) return { ok: false, code: 'scan.tooLong' }
  let text = raw.replace(/[\r\n\t]+$/u, '').normalize('NFC')
  const prefix = /^\](?<symbology>[A-Za-z][0-9A-Za-z])/u.exec(text)
  const symbology = prefix?.groups?.symbology ?? null
  text = text.slice(prefix?.[0].length ?? 0)
  const startsWithMark = text.startsWith(groupSeparator)
  const isGs1 = startsWithMark || (symbology !== null && gs1Symbologies.has(symbology))
  text = text.replace(outerSeparators, '').trim()
  // A set-up code or a scanner acting as a keyboard may send Ctrl combinations: none of it is taken.
  if (/\p{Cc}/u.test(isGs1 ? text.replaceAll(groupSeparator, '') : text)) return { ok: false, code: 'scan.controlKeys' }
  if (text === '') return { ok: false, code: 'scan.empty' }
  const digits = repairDigits(text)
  return { ok: true, text: digits ?? text, symbology, isGs1, repaired: digits !== null }
}

/** The digits a French or Belgian layout turned into signs; null unless the whole text is such signs. */
export function repairDigits(text: string): string | null {
  // Hyphens and quotes alone may be what the code says; letters with accents and & are not.
  if (text.length < 4 || !/[&éèçà§]/u.test(text)) return null
  const belgian = /[§!]/u.test(text)
  const digits = [...text].map((sign) =>
    belgian ? (belgianDigits[sign] ?? (/[-_]/u.test(sign) ? undefined : frenchDigits[sign])) : frenchDigits[sign],
  )
  return digits.every((digit) => digit !== undefined) ? digits.join('') : null
}

/** The GS1 check digit of the digits before it: weights 3 and 1 from the right. */
export function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((before, digit, at) => before + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** EAN-13, EAN-8, UPC-A or GTIN-14 with a right check digit. */
export function isGtin(text: string): boolean {
  return /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/u.test(text) && hasCheckDigit(text)
}

export function isEan13(text: string): boolean {
  return /^\d{13}$/u.test(text) && hasCheckDigit(text)
}

export function isEan8(text: string): boolean {
  return /^\d{8}$/u.test(text) && hasCheckDigit(text)
}

/** All lengths of one article as the same 14 digits, to look it up by; null when it is no article number. */
export function gtin14(text: string): string | null {
  return isGtin(text) ? text.padStart(14, '0') : null
}

function hasCheckDigit(digits: string): boolean {
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1))
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
