import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pathOf,
  withAddressBack,
  withContactBack,
  withoutAddress,
  withoutContact,
  withRow,
} from '#renderer/parties/form/form-rows.ts'
import { disputedFields, overMeanwhile, withTheirs } from '#renderer/parties/form/meanwhile.ts'
import { asChange, readPartyValues, sentContacts } from '#renderer/parties/form/party-input.ts'
import {
  emptyContact,
  newParty,
  type OpenedParty,
  openParty,
  type Party,
  type PartyValues,
} from '#renderer/parties/form/party-values.ts'
import { productContract } from '#shared/contract.ts'
import { formatFor } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/language.ts'

const row = (last: string) => `01900000-0000-7000-8000-${last.padStart(12, '0')}`
const house = { country: 'NL', language: 'nl' } as const
const reader = { language: 'nl', country: 'NL', seesTerms: true } as const

function counter(): () => string {
  let count = 0
  return () => {
    count += 1
    return row(String(count))
  }
}

const kept: Party = {
  id: row('a'),
  kind: 'business',
  isCustomer: true,
  isSupplier: false,
  name: 'Bakkerij van Dongen BV',
  code: 'K-12',
  number: 'K-12',
  phone: '+31302317740',
  email: 'info@vandongen.example',
  language: 'nl',
  vatNumber: { number: 'NL123456782B90', country: 'NL', checked: 'check_digits' },
  note: 'Vraagt naar Marieke.',
  archived: false,
  version: 7,
  contacts: [
    { id: row('c1'), name: 'Marieke van Dongen', email: '', phone: '+31611111111', role: 'Inkoop', isMain: true },
    { id: row('c2'), name: 'Piet', email: 'piet@vandongen.example', phone: '', role: '', isMain: false },
  ],
  addresses: [
    {
      id: row('d1'),
      address: { label: '', street: 'Biltstraat 88', extra: '', postcode: '3572 BC', city: 'Utrecht', country: 'NL' },
      isInvoice: true,
      isDelivery: false,
    },
    {
      id: row('d2'),
      address: { label: 'Hal', street: 'Kade 1', extra: '', postcode: '1000 AA', city: 'Amsterdam', country: 'NL' },
      isInvoice: false,
      isDelivery: true,
    },
  ],
  paymentTermDays: 14,
  discount: 250,
  pricesIncludeVat: false,
}

const opened = openParty(kept, formatFor('nl'))
const typed = (part: Partial<PartyValues>, from: OpenedParty = opened): OpenedParty => ({
  ...from,
  values: { ...from.values, ...part },
})
const change = (form: OpenedParty) => asChange(readPartyValues(form, reader).input, form)

describe('what the customer form sends', () => {
  test('[PA11] a form in which nothing was touched sends nothing, in every language', () => {
    for (const language of languages) {
      const form = openParty(kept, formatFor(language))
      const { input, found } = readPartyValues(form, { ...reader, language })
      expect(asChange(input, form)).toEqual({
        id: kept.id,
        seen: 7,
        contacts: [{ id: row('c1') }, { id: row('c2') }],
        addresses: [{ id: row('d1') }, { id: row('d2') }],
      })
      expect(found).toEqual([])
    }
  })

  test('[PA11] only what differs is sent, rows by their own fields', () => {
    const { values } = opened
    const form = typed({
      name: 'Bakkerij Van Dongen',
      discount: '5,5',
      contacts: [...withRow(values.contacts, row('c2'), { phone: '06 22222222' }), emptyContact(row('c3'))],
      mainContactId: row('c2'),
      addresses: withRow(values.addresses, row('d2'), { street: 'Kade 3' }),
    })
    expect(change(form)).toEqual({
      id: kept.id,
      seen: 7,
      name: 'Bakkerij Van Dongen',
      discount: 550,
      contacts: [{ id: row('c1') }, { id: row('c2'), phone: '06 22222222', isMain: true }],
      addresses: [
        { id: row('d1') },
        {
          id: row('d2'),
          address: { label: 'Hal', street: 'Kade 3', extra: '', postcode: '1000 AA', city: 'Amsterdam', country: 'NL' },
        },
      ],
    })
  })

  test('[PA5] a row taken away is sent as removed, behind the others, and its mark goes to the first left', () => {
    const form = { ...opened, values: withoutAddress(withoutContact(opened.values, row('c1')), row('d1')) }
    expect(change(form)).toEqual({
      id: kept.id,
      seen: 7,
      contacts: [
        { id: row('c2'), isMain: true },
        { id: row('c1'), removed: true },
      ],
      addresses: [
        { id: row('d2'), isInvoice: true },
        { id: row('d1'), removed: true },
      ],
    })
  })

  test('[PA5] a row taken back stands where it stood, with the mark it had', () => {
    const { values } = opened
    const [contact] = values.contacts
    const [address] = values.addresses
    if (contact === undefined || address === undefined) throw new Error('the party has rows')
    expect(withContactBack(withoutContact(values, contact.id), contact, 0, values)).toEqual(values)
    expect(withAddressBack(withoutAddress(values, address.id), address, 0, values)).toEqual(values)
  })

  test('[PA1] a new party is sent whole, without the rows nobody filled in', () => {
    const form = newParty(counter(), house, 'De Linde')
    const { input, found } = readPartyValues(form, reader)
    expect(found).toEqual([])
    expect(input).toMatchObject({ name: 'De Linde', kind: 'business', code: '', language: 'nl', discount: 0 })
    expect(input).not.toHaveProperty('contacts')
    expect(input).not.toHaveProperty('addresses')
    expect(productContract['party.register'].input.safeParse(input).success).toBe(true)
  })

  test('[CUS-01] what was searched for begins the new customer', () => {
    const begun = (text: string) => {
      const { name, phone, email } = newParty(counter(), house, text).values
      return { name, phone, email }
    }
    expect(begun(' De Linde ')).toEqual({ name: 'De Linde', phone: '', email: '' })
    expect(begun('030 231 77 40')).toEqual({ name: '', phone: '030 231 77 40', email: '' })
    expect(begun('hanneke@delinde.example')).toEqual({ name: '', phone: '', email: 'hanneke@delinde.example' })
    expect(begun('3M')).toEqual({ name: '3M', phone: '', email: '' })
  })

  test('[PA12] whoever may not see terms sends none', () => {
    const form = newParty(counter(), house, 'De Linde')
    const { input } = readPartyValues(form, { ...reader, seesTerms: false })
    for (const field of ['paymentTermDays', 'discount', 'pricesIncludeVat']) expect(input).not.toHaveProperty(field)
  })

  test('reliability 8: a term or discount that cannot be read is said at its field and not sent', () => {
    const form = typed({ paymentTerm: 'veertien', discount: '120' })
    const { input, found } = readPartyValues(form, reader)
    expect(found).toEqual([
      { field: 'paymentTermDays', code: 'number.malformed' },
      { field: 'discount', code: 'discount.range' },
    ])
    expect(input).not.toHaveProperty('paymentTermDays')
    expect(input).not.toHaveProperty('discount')
  })

  test('[PA7] a VAT number that does not pass is found and marked; kept unverified it passes', () => {
    const wrong = typed({ vatNumber: 'PL 7792 4330 185' })
    const { found, vat } = readPartyValues(wrong, reader)
    expect(found.map(({ field, code }) => ({ field, code }))).toEqual([
      { field: 'vatNumber', code: 'vatNumber.tooManyDigits' },
    ])
    expect(vat?.ok === false && vat.problem.marked).toEqual({ from: 15, to: 15 })
    const unverified = readPartyValues(typed({ keepsUnverifiedVat: true }, wrong), reader)
    expect(unverified.found).toEqual([])
    expect(unverified.input).toMatchObject({ vatNumber: 'PL 7792 4330 185', saveUnverifiedVat: true })
  })

  test('[PA7] a number that stands already is not checked again', () => {
    const odd = openParty({ ...kept, vatNumber: { number: 'X1', country: '', checked: 'unverified' } }, formatFor('nl'))
    expect(readPartyValues(odd, reader)).toMatchObject({ found: [], vat: null })
  })

  test('problems find their row although empty ones are not sent', () => {
    const { values, base } = opened
    const contacts = [emptyContact(row('c0')), ...values.contacts]
    const sent = sentContacts({ ...values, contacts }, base)
    expect(pathOf('contacts', sent, row('c2'), 'email')).toBe('contacts.1.email')
    expect(pathOf('contacts', sent, row('c0'), 'email')).toBe(`contacts.${row('c0')}.email`)
  })
})

describe('what others changed while the form was open', () => {
  const theirs = openParty(
    {
      ...kept,
      version: 9,
      name: 'Bakkerij Van Dongen & Zn',
      email: 'nieuw@vandongen.example',
      contacts: kept.contacts.map((each) => (each.id === row('c1') ? { ...each, phone: '+31699999999' } : each)),
    },
    formatFor('nl'),
  )

  test('[PA11] what was not touched here is taken from them, what was touched stays as typed', () => {
    const mine = typed({ name: 'Van Dongen', note: 'Belt altijd vroeg.' })
    const over = overMeanwhile(mine, theirs)
    expect(over).toEqual({
      seen: 9,
      base: theirs.values,
      values: { ...theirs.values, name: 'Van Dongen', note: 'Belt altijd vroeg.' },
    })
    // Saved again it sends the own version knowingly, and nothing of theirs back.
    expect(change(over)).toEqual({
      id: kept.id,
      seen: 9,
      name: 'Van Dongen',
      note: 'Belt altijd vroeg.',
      contacts: [{ id: row('c1') }, { id: row('c2') }],
      addresses: [{ id: row('d1') }, { id: row('d2') }],
    })
  })

  test('[PA11] rows are merged field by field; added and removed ones stay so', () => {
    const mine = typed({
      contacts: [
        ...withRow(opened.values.contacts, row('c1'), { role: 'Directie' }).filter(({ id }) => id !== row('c2')),
        { ...emptyContact(row('c9')), name: 'Nieuw' },
      ],
    })
    expect(overMeanwhile(mine, theirs).values.contacts).toEqual([
      { id: row('c1'), name: 'Marieke van Dongen', email: '', phone: '+31699999999', role: 'Directie' },
      { ...emptyContact(row('c9')), name: 'Nieuw' },
    ])
  })

  test('reliability 18: both versions are said side by side, and theirs can be taken field by field', () => {
    const mine = typed({
      name: 'Van Dongen',
      contacts: withRow(opened.values.contacts, row('c1'), { phone: '06 1' }),
      paymentTerm: '30',
    })
    const problems = ['name', `contacts.${row('c1')}.phone`, 'paymentTermDays'].map((field) => ({ field, code: 'x' }))
    expect(disputedFields(problems, mine.values, theirs.values)).toEqual([
      { path: 'name', theirs: 'Bakkerij Van Dongen & Zn', mine: 'Van Dongen' },
      { path: `contacts.${row('c1')}.phone`, theirs: '+31699999999', mine: '06 1' },
      { path: 'paymentTermDays', theirs: '14', mine: '30' },
    ])
    const taken = problems.reduce((values, { field }) => withTheirs(values, field, theirs.values), mine.values)
    expect(taken).toEqual({
      ...mine.values,
      name: theirs.values.name,
      contacts: theirs.values.contacts,
      paymentTerm: '14',
    })
  })

  test('[PA11] property: a form nobody touched becomes exactly what they made of it', () => {
    const text = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(text, text, text, (name, note, city) => {
        const fresh = openParty(
          {
            ...kept,
            version: 8,
            name,
            note,
            addresses: kept.addresses.map((each) => ({ ...each, address: { ...each.address, city } })),
          },
          formatFor('nl'),
        )
        expect(overMeanwhile(opened, fresh)).toEqual(fresh)
      }),
    )
  })
})
