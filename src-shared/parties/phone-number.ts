import { readPhone } from '#shared/kernel/contact.ts'

/** A phone as it is kept: E.164, an extension behind it as telephone links write it (`+31201234567;ext=12`). */
export type PhoneText = string

export type PhoneTextReading =
  | { readonly ok: true; readonly phone: PhoneText }
  | { readonly ok: false; readonly code: 'phone.malformed' | 'phone.countryNeeded' }

/** '' stays ''. */
export function readPhoneText(typed: string, country: string | null): PhoneTextReading {
  if (typed.trim() === '') return { ok: true, phone: '' }
  const reading = readPhone(typed, country)
  if (!reading.ok) return reading
  return { ok: true, phone: reading.extension === null ? reading.phone : `${reading.phone};ext=${reading.extension}` }
}

/** The digits that are dialled from anywhere; '' for none. */
export function phoneDigits(phone: PhoneText): string {
  return phone.replace(/;.*$/, '').replace(/\D/g, '')
}

const written = /^[+\d\s().\-/\u2010-\u2015]+$/u
const fewestDigits = 4

/**
 * What to look for in the digits of kept numbers when a person searches with (part of) a number in any spelling: as dialled
 * at home, with + or 00, with the trunk zero shown or wrongly kept. Empty when the text is no number.
 */
export function phoneFragments(typed: string, country: string | null): readonly string[] {
  const text = typed.normalize('NFKC').trim()
  if (!written.test(text)) return []
  const digits = text.replace(/\(0\)/g, '').replace(/\D/g, '')
  const isInternational = /^\(?(?:\+|00)/.test(text)
  const plain = digits.replace(/^0+/, '')
  const whole = readPhone(text, country)
  const found = [plain, whole.ok ? phoneDigits(whole.phone) : '']
  // "+31 020 ...": after a calling code of two or three digits a trunk zero is never dialled.
  if (isInternational) found.push(plain.replace(/^(\d{2})0/, '$1'), plain.replace(/^(\d{3})0/, '$1'))
  return [...new Set(found)].filter((each) => each.length >= fewestDigits)
}
