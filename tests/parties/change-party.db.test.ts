import { afterEach, expect, test } from 'vitest'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
afterEach(() => shop.close())

const anna = '01900000-0000-7000-8000-0000000000c1'
const bert = '01900000-0000-7000-8000-0000000000c2'
const office = '01900000-0000-7000-8000-0000000000a1'
const store = '01900000-0000-7000-8000-0000000000a2'
const address = (street: string) => ({ street, postcode: '3511 AB', city: 'Utrecht', country: 'NL' })

async function registered(): Promise<string> {
  shop = await createTestShop()
  const { id } = await shop.command('party.register', {
    name: 'Boekhandel Broese',
    contacts: [
      { id: anna, name: 'Anna', phone: '030 233 5200 tst 12' },
      { id: bert, name: 'Bert', email: 'bert@broese.example' },
    ],
    addresses: [
      { id: office, address: address('Oudegracht 112') },
      { id: store, address: address('Stadhuisbrug 5') },
    ],
  })
  return id
}

const changesOf = (id: string) =>
  shop.app.station.db
    .read<{ command: string; payload: string; reason: string | null }>(
      'select command, payload, reason from changes where doc = ? order by lsn',
    )
    .all(id)
    .slice(1)
    .map(({ command, payload, reason }) => ({ command, fields: JSON.parse(payload), reason }))

test('[PA5] [PA6] rows are changed by their ids: what is left out stays, what is removed stays in the log', async () => {
  const id = await registered()
  await shop.command('party.change', {
    id,
    contacts: [
      { id: anna, removed: true },
      { id: bert, role: 'inkoop' },
    ],
    addresses: [{ id: store, isInvoice: true }],
  })
  const party = await shop.query('party.get', { id })
  expect(party.contacts).toEqual([
    { id: bert, name: 'Bert', email: 'bert@broese.example', phone: '', role: 'inkoop', isMain: true },
  ])
  expect(party.addresses.map((each) => [each.id, each.isInvoice, each.isDelivery])).toEqual([
    [office, false, true],
    [store, true, false],
  ])
  expect(changesOf(id)).toEqual([
    {
      command: 'party.change',
      fields: {
        [`contacts.${anna}.removed`]: [false, true],
        [`contacts.${bert}.role`]: ['', 'inkoop'],
        invoiceAddressId: [null, store],
        // What was there to be seen of the contact that was taken away (SPEC Y40).
        [`takenAway.contacts.${anna}`]: [null, { name: expect.any(String), phone: expect.any(String) }],
      },
      reason: null,
    },
  ])
  // Taken back in, with the extension of its phone.
  await shop.command('party.change', { id, contacts: [{ id: anna, removed: false }] })
  expect((await shop.query('party.get', { id })).contacts.map((each) => [each.name, each.phone, each.isMain])).toEqual([
    ['Anna', '+31302335200;ext=12', true],
    ['Bert', '', false],
  ])
})

test('[PA3] a change that changes nothing is accepted and records nothing', async () => {
  const id = await registered()
  await shop.command('party.change', { id, name: 'Boekhandel Broese ', contacts: [{ id: anna, name: 'Anna' }] })
  expect(changesOf(id)).toEqual([])
})

test('[PA10] archiving takes a party out of lists with a reason in the history, restoring brings it back', async () => {
  const id = await registered()
  await shop.command('party.archive', { id, reason: 'opgeheven' })
  expect(await shop.query('party.list', {})).toMatchObject({ rows: [], total: 0 })
  expect(await shop.query('party.list', { archived: true })).toMatchObject({ rows: [{ id, archived: true }], total: 1 })
  expect((await shop.query('party.find', { text: 'broese' })).rows).toEqual([])
  expect((await shop.query('party.find', { text: 'broese', withArchived: true })).rows).toMatchObject([{ id }])
  expect(await shop.refusal('command', 'party.change', { id, note: 'x' })).toEqual({
    code: 'party.archived',
    params: { name: 'Boekhandel Broese', code: 'KA0001' },
  })
  await shop.command('party.restore', { id })
  expect(await shop.query('party.list', {})).toMatchObject({ rows: [{ id }], total: 1 })
  expect(changesOf(id).map(({ command, reason }) => [command, reason])).toEqual([
    ['party.archive', 'opgeheven'],
    ['party.restore', null],
  ])
})

test('[PA11] [reliability 18, 19] what others changed meanwhile is merged, or shown instead of overwritten', async () => {
  const id = await registered()
  const { version } = await shop.query('party.get', { id })
  await shop.command('party.change', { id, email: 'winkel@broese.example', contacts: [{ id: anna, role: 'eigenaar' }] })
  // Another field: merged.
  await shop.command('party.change', { id, seen: version, note: 'belt liever' })
  // The same fields: both are named; the one that comes to the same value is not.
  expect(
    await shop.refusal('command', 'party.change', {
      id,
      seen: version,
      email: 'info@broese.example',
      name: 'Broese Boeken',
      contacts: [{ id: anna, role: 'inkoop' }],
    }),
  ).toEqual({
    code: 'party.changedMeanwhile',
    params: { at: '2026-11-19T13:07:00.000Z', by: shop.administratorId },
    problems: ['email', `contacts.${anna}.role`].map((field) => ({
      field,
      code: 'party.changedMeanwhile',
      params: { at: '2026-11-19T13:07:00.000Z', by: shop.administratorId },
    })),
  })
  const now = await shop.query('party.get', { id })
  expect(now).toMatchObject({ note: 'belt liever', email: 'winkel@broese.example', name: 'Boekhandel Broese' })
  // Seen again, the person may decide.
  await shop.command('party.change', { id, seen: now.version, email: 'info@broese.example' })
})

test('[PA9] customers without a name share one party per company, which is no entry of the customer list', async () => {
  shop = await createTestShop()
  const first = await shop.command('party.walkIn', {})
  expect(await shop.command('party.walkIn', {})).toEqual(first)
  expect(changesOf(first.id)).toEqual([])
  expect(await shop.query('party.get', first)).toMatchObject({
    kind: 'walk_in',
    name: '',
    code: '',
    pricesIncludeVat: true,
  })
  expect(await shop.query('party.list', {})).toEqual({ rows: [], next: null, total: 0 })
  for (const name of ['party.change', 'party.archive'] as const)
    expect((await shop.refusal('command', name, first)).code).toBe('party.walkInStays')
})

test('[PA10] a party that is not there is refused by name', async () => {
  shop = await createTestShop()
  const id = '01900000-0000-7000-8000-00000000dead'
  const refusal = { code: 'notFound.party', params: { id } }
  expect(await shop.refusal('query', 'party.get', { id })).toEqual(refusal)
  for (const name of ['party.change', 'party.archive', 'party.restore'] as const)
    expect(await shop.refusal('command', name, { id })).toEqual(refusal)
})

test('[W4] every table of parties is the same after a rebuild from the log', async () => {
  const id = await registered()
  await shop.command('party.walkIn', {})
  await shop.command('party.change', { id, name: 'Broese', contacts: [{ id: bert, removed: true }] })
  await shop.command('party.register', { name: 'Café Olé', email: 'ole@cafe.example' })
  await shop.command('party.archive', { id })
  const tables = ['docs', 'parties', 'party_keys', 'party_search', 'party_words', 'counters', 'document_numbers']
  const before = tableDump(shop.app.station.db, tables)
  expect(before.party_search).toHaveLength(2)
  shop.app.rebuild()
  expect(tableDump(shop.app.station.db, tables)).toEqual(before)
  expect((await shop.query('party.find', { text: 'broese', withArchived: true })).rows).toMatchObject([{ id }])
})
