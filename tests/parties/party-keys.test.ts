import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedPaths } from '#shared/kernel/change/changed-paths.ts'
import { sortKey } from '#shared/kernel/sort-key.ts'
import { ownMailDomain } from '#shared/parties/mail-domain.ts'
import { partyCodeKey, partyNameKey } from '#shared/parties/party-name-key.ts'
import { phoneDigits, phoneFragments, readPhoneText } from '#shared/parties/phone-number.ts'

describe('what a party is recognised by', () => {
  test('[PA15] a name without case, accents, signs and legal form', () => {
    const same = [
      ['Złoty Kłos Sp. z o.o.', 'ZLOTY KLOS', 'złoty-kłos sp. z o. o.', 'Złoty Kłos spółka'],
      ['Müller GmbH & Co. KG', 'muller', 'Müller, GmbH'],
      ["O'Brien B.V.", 'OBrien bv', 'o’brien'],
    ]
    expect(same.map((names) => names.map(partyNameKey))).toEqual([
      ['zlotyklos', 'zlotyklos', 'zlotyklos', 'zlotyklosspolka'],
      ['muller', 'muller', 'muller'],
      ['obrien', 'obrien', 'obrien'],
    ])
    // A firm that is called like a legal form keeps its name.
    expect([partyNameKey('SA'), partyNameKey('N.V. BV')]).toEqual(['sa', 'nv'])
  })

  test('[PA2] a code without case and blanks', () => {
    expect([' K 12', 'k12', 'K-12'].map(partyCodeKey)).toEqual(['k12', 'k12', 'k-12'])
  })

  test('[PA15] an e-mail domain of its own, not one that anybody may have', () => {
    expect(['a@Firma.example', 'a@gmail.com', 'a@T-Online.de', 'a', ''].map(ownMailDomain)).toEqual([
      'firma.example',
      null,
      null,
      null,
      null,
    ])
  })

  test('[PA8] a phone by its digits, with the extension kept', () => {
    expect(readPhoneText('030 233 5200 tst 12', 'NL')).toEqual({ ok: true, phone: '+31302335200;ext=12' })
    expect(readPhoneText('+31302335200;ext=12', 'PL')).toEqual({ ok: true, phone: '+31302335200;ext=12' })
    expect(readPhoneText('  ', 'NL')).toEqual({ ok: true, phone: '' })
    expect(phoneDigits('+31302335200;ext=12')).toBe('31302335200')
  })

  test('[PA8] every whole number that is kept is found by every way of writing it', () => {
    const national = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
    fc.assert(
      fc.property(national, (digits) => {
        const kept = `31${digits}`
        const grouped = digits.replace(/(..)(...)(....)/, '$1 $2-$3')
        for (const typed of [
          `0${digits}`,
          `+31${digits}`,
          `0031 ${grouped}`,
          `+31 (0)${grouped}`,
          `+31 0${digits}`,
          `(0${digits.slice(0, 2)}) ${digits.slice(2)}`,
        ])
          expect(
            phoneFragments(typed, 'NL').some((fragment) => kept.includes(fragment)),
            typed,
          ).toBe(true)
      }),
    )
    expect(['bakker', '12', '020', 'K-1127', '1e9'].map((typed) => phoneFragments(typed, 'NL'))).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })
})

describe('lists', () => {
  test('[PA14] sort without case, accents and leading signs, and count numbers', () => {
    const names = ['Zebra', 'élan', 'K-10', '’t Hof', 'Łódź', 'k-9', 'Ärzte', 'Elan 2', 'Berg']
    expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'Ärzte',
      'Berg',
      'élan',
      'Elan 2',
      'k-9',
      'K-10',
      'Łódź',
      '’t Hof',
      'Zebra',
    ])
  })
})

describe('changes of two people', () => {
  test('[PA11] only values that would become others count, row by row', () => {
    const before = { name: 'A', note: '', contacts: { x: { name: 'Jan', role: '' } } }
    const rows = new Set(['contacts'])
    expect(
      changedPaths(rows, before, {
        name: 'A',
        note: 'n',
        contacts: { x: { name: 'Jan', role: 'r' }, y: { name: 'P' } },
      }),
    ).toEqual(['note', 'contacts.x.role', 'contacts.y.name'])
    expect(changedPaths(rows, before, {})).toEqual([])
  })
})
