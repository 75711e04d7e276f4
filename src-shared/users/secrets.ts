import { z } from 'zod'
import { countCharacters } from '#shared/kernel/text.ts'
import { isCommonPassword } from './common-passwords.ts'

/**
 * What people prove themselves with. A password is taken as typed (blanks, emoji, 300 characters) and never cut; only its
 * Unicode form is settled, because the same keys give other code points on another keyboard.
 */
const longest = 1024

export const typedSecret = z
  .string()
  .min(1)
  .max(longest)
  .transform((text) => text.normalize('NFC'))

export const newPassword = typedSecret.superRefine((password, context) => {
  if (countCharacters(password) < 8)
    context.addIssue({ code: 'custom', message: 'password.tooShort', params: { min: 8 } })
  else if (isCommonPassword(password)) context.addIssue({ code: 'custom', message: 'password.common' })
})

export const newPin = z.string().regex(/^[0-9]{4,8}$/, 'pin.malformed')

/** Either of the two a person may have; the PIN is quick, the password always works. */
export const proof = z.union([z.strictObject({ pin: z.string().max(8) }), z.strictObject({ password: typedSecret })])
export type Proof = z.output<typeof proof>

// Crockford's alphabet: no I, L, O, U, so that handwriting and print cannot be misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 100 bits, in four groups of five. */
export const recoveryCodeBytes = 20

/** Random bytes -> `7K2MD-Q9X4T-...`; one letter per byte keeps it even. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, recoveryCodeBytes), (byte) => alphabet.charAt(byte % 32)).join('')
  return letters.replace(/(.{5})(?=.)/g, '$1-')
}

/** As it was typed from paper: case, blanks and dashes do not matter, and look-alikes are read as what was printed. */
export function readRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/(.{5})(?=.)/g, '$1-')
}

export const recoveryCode = z
  .string()
  .max(100)
  .transform(readRecoveryCode)
  .refine((code) => /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/.test(code), 'recoveryCode.malformed')
