import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCommonPassword } from '#shared/users/common-passwords.ts'
import { newPassword, newPin, readRecoveryCode, recoveryCode, writeRecoveryCode } from '#shared/users/secrets.ts'
import { waitAfter, waitLeft } from '#shared/users/sign-in-delay.ts'

const problem = (password: string) => newPassword.safeParse(password).error?.issues[0]?.message

test('[U10] a password has at least eight characters, counted as people count', () => {
  expect(problem('1234567')).toBe('password.tooShort')
  // Four emoji are eight units of text, and four characters.
  expect(problem('🖨️🖨️')).toBe('password.tooShort')
  expect(problem('vier 🖨 en zo')).toBeUndefined()
  expect(newPassword.parse('  with blanks  ')).toBe('  with blanks  ')
  expect(newPassword.parse('y'.repeat(150) + 'x'.repeat(150))).toHaveLength(300)
})

test('[U10] common passwords are refused, with a capital, a year or a mark as well', () => {
  for (const each of [
    'password',
    'Password1!',
    'WELKOM01',
    'Zomer2026',
    'motdepasse',
    'haslo123',
    'qwertyuiop',
    '00000000',
  ])
    expect({ each, problem: problem(each) }).toEqual({ each, problem: 'password.common' })
  for (const each of ['zomer in de drukkerij', 'Passwort des Chefs ist geheim', 'tr0ub4dor&3', 'kwadraat 88 bruin'])
    expect({ each, problem: problem(each) }).toEqual({ each, problem: undefined })
  expect(isCommonPassword('p@ssw0rd')).toBe(true)
})

test('[U10] a PIN has four to eight digits', () => {
  expect(['0000', '12345678'].map((pin) => newPin.safeParse(pin).success)).toEqual([true, true])
  expect(['123', '123456789', '12 4', '１２３４', '12a4', ''].map((pin) => newPin.safeParse(pin).success)).toEqual(
    Array.from({ length: 6 }, () => false),
  )
})

test('[U8] a recovery code is read back however it was typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.boolean(), (bytes, isSmall) => {
      const code = writeRecoveryCode(bytes)
      expect(recoveryCode.parse(code)).toBe(code)
      const handwritten = code.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('-', ' – ')
      expect(readRecoveryCode(isSmall ? handwritten.toLowerCase() : handwritten)).toBe(code)
    }),
  )
  expect(recoveryCode.safeParse('ABCDE-FGHJK').success).toBe(false)
})

test('[U8] every letter of a recovery code is as likely as any other', () => {
  const all = Array.from({ length: 256 }, (_, byte) => byte)
  const counts = new Map<string, number>()
  for (const byte of all) {
    const letter = writeRecoveryCode(new Uint8Array(20).fill(byte)).charAt(0)
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
})

test('[U9] waits double from 30 seconds to a quarter of an hour', () => {
  expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('[U9] what is left of a wait is never longer than the wait, whatever the clock says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -1e12, max: 1e12 }), (failures, ahead) => {
      const left = waitLeft(failures, new Date(1.8e12 + ahead).toISOString(), 1.8e12)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThanOrEqual(waitAfter(failures))
    }),
  )
})
