import { afterEach, expect, test } from 'vitest'
import type { InputFor } from '#shared/contract.ts'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'

let shop: TestShop
afterEach(() => shop.close())

const ids = {
  contact: '01900000-0000-7000-8000-0000000000c1',
  secondContact: '01900000-0000-7000-8000-0000000000c2',
  office: '01900000-0000-7000-8000-0000000000a1',
  bakery: '01900000-0000-7000-8000-0000000000a2',
}
const zlotyKlos: InputFor<'party.register'> = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Piekarnia Złoty Kłos Sp. z o.o.',
  contacts: [
    {
      id: ids.contact,
      name: 'Agnieszka Wróblewska',
      email: 'biuro@ZlotyKlos.example',
      phone: '601 224 590',
      role: 'zakupy',
    },
  ],
  addresses: [
    { id: ids.office, address: { street: 'ul. Piekary 17/3', postcode: '61-823', city: 'Poznań', country: 'PL' } },
    {
      id: ids.bakery,
      address: { label: 'Piekarnia', street: 'ul. Garbary 4', postcode: '61-868', city: 'Poznań', country: 'PL' },
      isDelivery: true,
    },
  ],
  language: 'pl',
  vatNumber: '123-456-32-18',
  paymentTermDays: 14,
  discount: 750,
  note: 'Stickers every first Monday,\nalways matt.',
}

test('[PA1] [CUS-01] a customer is kept with contacts, addresses, code and terms, and comes back as given', async () => {
  shop = await createTestShop()
  const { id, code } = await shop.command('party.register', zlotyKlos)
  expect({ id, code }).toEqual({ id: zlotyKlos.id, code: 'KA0001' })
  const { version, ...party } = await shop.query('party.get', { id })
  expect(version).toBeGreaterThan(0)
  expect(party).toEqual({
    id,
    kind: 'business',
    isCustomer: true,
    isSupplier: false,
    name: 'Piekarnia Złoty Kłos Sp. z o.o.',
    code: 'KA0001',
    number: 'KA0001',
    phone: '',
    email: '',
    language: 'pl',
    vatNumber: { number: 'PL1234563218', country: 'PL', checked: 'check_digits' },
    note: 'Stickers every first Monday,\nalways matt.',
    archived: false,
    contacts: [
      {
        id: ids.contact,
        name: 'Agnieszka Wróblewska',
        email: 'biuro@zlotyklos.example',
        phone: '+48601224590',
        role: 'zakupy',
        isMain: true,
      },
    ],
    addresses: [
      {
        id: ids.office,
        address: {
          label: '',
          street: 'ul. Piekary 17/3',
          extra: '',
          postcode: '61-823',
          city: 'Poznań',
          country: 'PL',
        },
        isInvoice: true,
        isDelivery: false,
      },
      {
        id: ids.bakery,
        address: {
          label: 'Piekarnia',
          street: 'ul. Garbary 4',
          extra: '',
          postcode: '61-868',
          city: 'Poznań',
          country: 'PL',
        },
        isInvoice: false,
        isDelivery: true,
      },
    ],
    paymentTermDays: 14,
    discount: 750,
    pricesIncludeVat: false,
  })
  expect(shop.problems).toEqual([])
})

test('[PA1] what a form leaves out is filled from the house: language, prices by kind of customer', async () => {
  shop = await createTestShop()
  const { id } = await shop.command('party.register', { name: 'Els de Boer', kind: 'consumer' })
  expect(await shop.query('party.get', { id })).toMatchObject({
    language: 'nl',
    pricesIncludeVat: true,
    paymentTermDays: null,
    discount: 0,
    vatNumber: null,
    contacts: [],
    addresses: [],
  })
})

test('[PA2] codes count on over the new year and pass over a code that somebody typed', async () => {
  shop = await createTestShop()
  const codes: string[] = []
  const register = async (name: string, code?: string) =>
    codes.push((await shop.command('party.register', { name, ...(code === undefined ? {} : { code }) })).code)
  await register('One')
  await register('Typed', 'ka 0002')
  await register('Two')
  shop.clock.set('2027-01-04T09:00:00.000Z')
  shop.actAs(shop.administratorId)
  await register('Three')
  expect(codes).toEqual(['KA0001', 'ka 0002', 'KA0003', 'KA0004'])
})

test('[PA2] a code that is taken is refused with who has it, however it is spelt', async () => {
  shop = await createTestShop()
  const { id } = await shop.command('party.register', { name: 'Bakkerij Smit', code: 'Smit-1' })
  const params = { code: 'Smit-1', name: 'Bakkerij Smit', partyId: id }
  expect(await shop.refusal('command', 'party.register', { name: 'Smit en Zoon', code: ' SMIT-1 ' })).toEqual({
    code: 'party.codeTaken',
    params,
    problems: [{ field: 'code', code: 'party.codeTaken', params }],
  })
  // Its own code is no obstacle to a party, and an emptied one falls back to the series.
  expect(await shop.command('party.change', { id, code: 'SMIT-1' })).toEqual({ id, code: 'SMIT-1' })
  expect(await shop.command('party.change', { id, code: '' })).toEqual({ id, code: 'KA0001' })
})

test('[PA3] a refused form uses no number up and says every problem at its field', async () => {
  shop = await createTestShop()
  expect(
    await shop.refusal('command', 'party.register', {
      name: 'Drukwerk',
      phone: '12',
      vatNumber: 'PL 7792 4330 185',
      contacts: [{ id: ids.contact }, { id: ids.secondContact, name: 'Jan', phone: 'mobiel' }],
      addresses: [{ id: ids.office, address: { country: 'nl' } }],
    }),
  ).toEqual({
    code: 'party.invalid',
    params: { count: 5 },
    problems: [
      { field: 'addresses.0.address.street', code: 'address.empty' },
      { field: 'contacts.0.name', code: 'contact.empty' },
      { field: 'contacts.1.phone', code: 'phone.malformed', params: { country: 'NL' } },
      { field: 'phone', code: 'phone.malformed', params: { country: 'NL' } },
      expect.objectContaining({ field: 'vatNumber', code: 'vatNumber.tooManyDigits' }),
    ],
  })
  expect(await shop.command('party.register', { name: 'Drukwerk' })).toMatchObject({ code: 'KA0001' })
})

test('[PA3] an address, a name or an e-mail that cannot be is refused before anything is written', async () => {
  shop = await createTestShop()
  const problemsOf = async (input: Record<string, unknown>) =>
    (await shop.refusal('command', 'party.register', { name: 'A', ...input })).problems?.map(({ field, code }) => [
      field,
      code,
    ])
  expect(await problemsOf({ name: '\u0000 \u200b' })).toEqual([['name', 'text.required']])
  expect(await problemsOf({ name: 'x'.repeat(1_000_000) })).toEqual([['name', 'text.tooLong']])
  expect(await problemsOf({ email: 'a@b,c@d;' })).toEqual([['email', 'email.malformed']])
  expect(await problemsOf({ addresses: [{ id: ids.office, address: { city: 'Gent', country: 'België' } }] })).toEqual([
    ['addresses.0.address.country', 'country.malformed'],
  ])
  expect(await problemsOf({ discount: 10_001 })).toEqual([['discount', 'discount.range']])
  expect(await problemsOf({ discount: -500 })).toEqual([['discount', 'discount.range']])
  expect(await problemsOf({ paymentTermDays: 366 })).toEqual([['paymentTermDays', 'paymentTerm.range']])
})

test('[PA4] [reliability 4, 5, 7] names are text: markup stays as typed, what nobody sees goes, turned text is marked', async () => {
  shop = await createTestShop()
  const markup = ['<script>alert(1)</script>', '{{7*7}}', '$', '{x}'].join(' ')
  const names: Record<string, string> = {
    "Robert'); DROP TABLE parties;--": "Robert'); DROP TABLE parties;--",
    [markup]: markup,
    'Ba\u0000kker\uFEFF\u200B': 'Bakker',
    'evil\u202Etxt.exe': 'evil\uFFFDtxt.exe',
    'Cafe\u0301 👩‍🍳 Z̸̧͓': 'Café 👩‍🍳 Z̸̧͓',
  }
  const kept: Record<string, string> = {}
  for (const name of Object.keys(names)) {
    const { id } = await shop.command('party.register', { name })
    kept[name] = (await shop.query('party.get', { id })).name
  }
  expect(kept).toEqual(names)
})

test('[PA7] [reliability 13] a VAT number that does not pass stops the form, with both ways out', async () => {
  shop = await createTestShop()
  const form = { ...zlotyKlos, vatNumber: 'PL 7792 4330 185' }
  const commandId = shop.newId()
  const refusal = await shop.refusal('command', 'party.register', form, commandId)
  expect(refusal.code).toBe('vatNumber.tooManyDigits')
  expect(refusal.problems?.map((each) => each.field)).toEqual(['vatNumber'])
  // Save as unverified: under the id of the refused form (W8).
  const { id } = await shop.command('party.register', { ...form, saveUnverifiedVat: true }, commandId)
  expect((await shop.query('party.get', { id })).vatNumber).toEqual({
    number: 'PL 7792 4330 185',
    country: 'PL',
    checked: 'unverified',
  })
  // The form sends it back untouched with another change: it stays as it is.
  await shop.command('party.change', { id, vatNumber: 'PL 7792 4330 185', note: 'asked again' })
  // Save without.
  await shop.command('party.change', { id, vatNumber: '' })
  expect((await shop.query('party.get', { id })).vatNumber).toBeNull()
})

test('[PA13] [CAT-07] [reliability 12] giving everything away needs the right to', async () => {
  shop = await createTestShop()
  const { id } = await shop.command('party.register', { name: 'Eigen gebruik', discount: 10_000 })
  await withPerson(shop, 'counter')
  expect(await shop.refusal('command', 'party.register', { name: 'Vriend', discount: 10_000 })).toEqual({
    code: 'permission.missing',
    params: { permission: 'discount.full' },
    problems: [{ field: 'discount', code: 'discount.fullNeedsRight', params: { permission: 'discount.full' } }],
  })
  await shop.command('party.register', { name: 'Vriend', discount: 9_999 })
  // What somebody with the right has given stays when another field is changed.
  await shop.command('party.change', { id, discount: 10_000, note: 'huisdrukwerk' })
})

test('[PA12] [W12] whoever packs sees whom it goes to and no terms, and changes nothing', async () => {
  shop = await createTestShop()
  const { id } = await shop.command('party.register', zlotyKlos)
  await withPerson(shop, 'warehouse')
  const party = await shop.query('party.get', { id })
  expect(party.addresses).toHaveLength(2)
  expect(Object.keys(party).filter((key) => /discount|payment|price/i.test(key))).toEqual([])
  const attempts = [
    ['party.register', { name: 'x' }],
    ['party.change', { id }],
    ['party.archive', { id }],
    ['party.restore', { id }],
    ['party.walkIn', {}],
  ] as const
  for (const [name, input] of attempts)
    expect((await shop.refusal('command', name, input)).code, name).toBe('permission.missing')
})
