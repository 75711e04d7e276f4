import { describe, expect, it } from 'vitest'
import { emailField, emailKey, readEmail, readPhone } from '#shared/kernel/contact.ts'

describe('[K9] e-mail addresses', () => {
  it('[K9] writes the domain small and leaves the name', () => {
    expect(readEmail(' Anna.Kowalska+druk@Przyklad.PL ')).toEqual({ ok: true, email: 'Anna.Kowalska+druk@przyklad.pl' })
    expect(readEmail('mailto:info@müller-druck.de')).toEqual({ ok: true, email: 'info@müller-druck.de' })
    expect(emailKey('Info@x.nl')).toBe('info@x.nl')
    expect(emailField.parse('A@B.NL')).toBe('A@b.nl')
  })

  it('[K9] refuses what cannot be one', () => {
    const wrong = [
      '',
      'a',
      '@b.nl',
      'a@',
      'a@b',
      'a b@c.nl',
      'a@b..nl',
      '.a@b.nl',
      'a..b@c.nl',
      'a@-b.nl',
      'a@b.nl\r\nBcc: x@y.z',
      '"a"@b.nl',
      'a@b.nl, c@d.nl',
      `${'x'.repeat(65)}@b.nl`,
    ]
    expect(wrong.filter((raw) => readEmail(raw).ok)).toEqual([])
  })
})

describe('[K9] phone numbers', () => {
  const read = (raw: string, country: string | null) => {
    const reading = readPhone(raw, country)
    return reading.ok ? reading.phone + (reading.extension ? `;${reading.extension}` : '') : reading.code
  }

  it('[Values] [K9] reads national and international spellings as E.164', () => {
    expect(read('020-123 45 67', 'NL')).toBe('+31201234567')
    expect(read('+31 (0)20 1234567', 'PL')).toBe('+31201234567')
    expect(read('0031 20 123 45 67', 'DE')).toBe('+31201234567')
    expect(read('0471/12.34.56', 'BE')).toBe('+32471123456')
    expect(read('01 23 45 67 89', 'FR')).toBe('+33123456789')
    expect(read('(030) 123 456', 'DE')).toBe('+4930123456')
    expect(read('601 234 567', 'PL')).toBe('+48601234567')
    expect(read('06 1 234 5678', 'HU')).toBe('+3612345678')
    expect(read('06 1234 5678', 'IT')).toBe('+390612345678')
    expect(read('tel:+48601234567', null)).toBe('+48601234567')
  })

  it('[K9] keeps an extension beside the number', () => {
    expect(read('020 1234567 tst. 12', 'NL')).toBe('+31201234567;12')
    expect(read('22 123 45 67 wew. 104', 'PL')).toBe('+48221234567;104')
  })

  it('[K9] asks for the country or says that it is no number', () => {
    expect(read('020 1234567', null)).toBe('phone.countryNeeded')
    expect(read('020 1234567', 'ZZ')).toBe('phone.countryNeeded')
    expect(
      ['', 'call me', '+0123456789', '12', '+1234567890123456', '020 123 4567 or 8'].map((raw) => read(raw, 'NL')),
    ).toEqual(Array.from({ length: 6 }, () => 'phone.malformed'))
  })
})
