/** E-mail addresses and phone numbers in the one form they are stored and compared in. */
import { z } from 'zod'

export type EmailReading =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly code: 'email.malformed' }

/** The domain is written small; what stands before the @ is the receiver's own business and stays as typed. */
export function readEmail(raw: string): EmailReading {
  const typed = raw.trim().replace(/^mailto:/iu, '')
  const at = typed.lastIndexOf('@')
  const name = typed.slice(0, at)
  const domain = typed
    .slice(at + 1)
    .toLowerCase()
    .normalize('NFC')
  const wellFormed =
    at > 0 &&
    typed.length <= 254 &&
    name.length <= 64 &&
    /^[^\s@<>()[\]\\,;:"\p{C}]+$/u.test(name) &&
    !/^\.|\.\.|\.$/u.test(name) &&
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(domain)
  return wellFormed ? { ok: true, email: `${name}@${domain}` } : { ok: false, code: 'email.malformed' }
}

/** Two spellings with one key are taken for one mailbox. */
export function emailKey(email: string): string {
  return email.toLowerCase()
}

/** Calling code and the prefix dialled inside the country only, by ISO 3166-1 code. */
const countries: Readonly<Record<string, readonly [calling: string, trunk: string]>> = {
  AT: ['43', '0'],
  BE: ['32', '0'],
  BG: ['359', '0'],
  CH: ['41', '0'],
  CY: ['357', ''],
  CZ: ['420', ''],
  DE: ['49', '0'],
  DK: ['45', ''],
  EE: ['372', ''],
  ES: ['34', ''],
  FI: ['358', '0'],
  FR: ['33', '0'],
  GB: ['44', '0'],
  GR: ['30', ''],
  HR: ['385', '0'],
  HU: ['36', '06'],
  IE: ['353', '0'],
  IS: ['354', ''],
  IT: ['39', ''],
  LI: ['423', ''],
  LT: ['370', '0'],
  LU: ['352', ''],
  LV: ['371', ''],
  MT: ['356', ''],
  NL: ['31', '0'],
  NO: ['47', ''],
  PL: ['48', ''],
  PT: ['351', ''],
  RO: ['40', '0'],
  SE: ['46', '0'],
  SI: ['386', '0'],
  SK: ['421', '0'],
  UA: ['380', '0'],
  US: ['1', '1'],
}

export type PhoneReading =
  | { readonly ok: true; readonly phone: string; readonly extension: string | null }
  | { readonly ok: false; readonly code: 'phone.malformed' | 'phone.countryNeeded' }

/** E.164, read as dialled in `country` unless it starts with + or 00. An extension is kept beside the number. */
export function readPhone(raw: string, country: string | null): PhoneReading {
  if (raw.length > 60) return { ok: false, code: 'phone.malformed' }
  const typed = raw.normalize('NFKC').trim().replace(/^tel:/iu, '')
  const parts =
    /^(?<number>[+\d\s().\-/\u2010-\u2015]+?)(?:\s*(?:ext|tst|toestel|poste|wew|dw|x|#|;ext=)\.?\s*(?<extension>\d{1,8}))?$/iu.exec(
      typed,
    )
  const written = parts?.groups?.number
  if (!written) return { ok: false, code: 'phone.malformed' }
  const extension = parts.groups?.extension ?? null
  // "+31 (0)20" shows the trunk zero for callers at home; abroad it is not dialled.
  const international = /^\s*(?:\+|00)/u.test(written)
  const digits = (international ? written.replace(/\(0\)/u, '') : written).replace(/\D/gu, '')
  let phone = digits
  if (written.trim().startsWith('+')) phone = digits
  else if (international) phone = digits.slice(2)
  else {
    const dialling = country === null ? undefined : countries[country]
    if (!dialling) return { ok: false, code: 'phone.countryNeeded' }
    const [calling, trunk] = dialling
    phone = calling + (trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits)
  }
  if (!/^[1-9]\d{6,14}$/u.test(phone)) return { ok: false, code: 'phone.malformed' }
  return { ok: true, phone: `+${phone}`, extension }
}

/** An e-mail address of a contract. */
export const emailField = z.string().transform((raw, context) => {
  const reading = readEmail(raw)
  if (reading.ok) return reading.email
  context.addIssue({ code: 'custom', message: reading.code })
  return z.NEVER
})
