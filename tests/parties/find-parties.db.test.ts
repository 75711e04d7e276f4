import { afterEach, expect, test } from 'vitest'
import { codesFromSql, namesFromSql } from '#main/parties/party-search.ts'
import { listSql } from '#main/parties/queries/list-parties.ts'
import { alikeSql } from '#main/parties/queries/similar-parties.ts'
import { rowsByIdSql } from '#main/parties/stored-rows.ts'
import type { OutputFor } from '#shared/contract.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
afterEach(() => shop.close())

const row = (last: string) => `01900000-0000-7000-8000-${last.padStart(12, '0')}`

async function someParties(): Promise<void> {
  shop = await createTestShop()
  const at = (city: string, country = 'NL') => [{ id: shop.newId(), address: { street: 'Straat 1', city, country } }]
  const parties = [
    {
      name: 'Piekarnia Złoty Kłos Sp. z o.o.',
      addresses: at('Kraków', 'PL'),
      contacts: [
        { id: row('c1'), name: 'Agnieszka Wróblewska', email: 'biuro@zlotyklos.example', phone: '601 224 590' },
      ],
      vatNumber: 'PL1234563218',
    },
    { name: 'Bakkerij de Gouden Aar', addresses: at('Utrecht'), phone: '030 233 52 00' },
    { name: 'Café Olé', addresses: at('’s-Hertogenbosch'), phone: '+31 6 12345678', email: 'ole@cafe.example' },
    { name: "O'Brien & Söhne GmbH", code: 'AAR-1', addresses: at('Köln', 'DE'), phone: '0221 55 44 33' },
    { name: '100%_raak', code: 'R1', phone: '020-1234567' },
    { name: 'Raak', code: 'R10' },
    { name: 'Straatkrant', code: 'R2', addresses: at('Aarle') },
  ]
  for (const party of parties) await shop.command('party.register', party)
}

const namesOf = async (text: string): Promise<string[]> =>
  (await shop.query('party.find', { text })).rows.map((each) => each.name)

test('[PA8] [W13] a fragment is found in name, code, contact, e-mail and town, whatever case and accents', async () => {
  await someParties()
  const gold = ['Piekarnia Złoty Kłos Sp. z o.o.']
  for (const text of [
    'zloty',
    'ŁOTY KŁ',
    'agnieszka',
    'wrobl',
    '@zlotyklos.ex',
    'krakow',
    'PL123456',
    'pie',
    'złoty kraków',
  ])
    expect(await namesOf(text), text).toEqual(gold)
  expect(await namesOf('hertogenbosch')).toEqual(['Café Olé'])
  expect(await namesOf('nergens')).toEqual([])
})

test('[PA8] one or two characters find the beginnings of words, and combine with longer parts', async () => {
  await someParties()
  expect(await namesOf('kł')).toEqual(['Piekarnia Złoty Kłos Sp. z o.o.'])
  expect(await namesOf('d')).toEqual(['Bakkerij de Gouden Aar'])
  expect(await namesOf('de goud')).toEqual(['Bakkerij de Gouden Aar'])
  expect(await namesOf('xe goud')).toEqual([])
  await shop.command('party.register', { name: "'t Hoekje" })
  expect(await namesOf("'t")).toEqual(["'t Hoekje"])
  expect(await namesOf('’t h')).toEqual(["'t Hoekje"])
})

test('[PA8] the code typed comes first, then names that begin so, then the rest by name', async () => {
  await someParties()
  expect(await namesOf('aar-1')).toEqual(["O'Brien & Söhne GmbH"])
  expect(await namesOf('aar')).toEqual(['Bakkerij de Gouden Aar', "O'Brien & Söhne GmbH", 'Straatkrant'])
  expect(await namesOf('r1')).toEqual(['100%_raak', 'Raak'])
})
test('[PA8] [reliability 6] what is typed is looked for literally', async () => {
  await someParties()
  expect(await namesOf("O'Brien")).toEqual(["O'Brien & Söhne GmbH"])
  expect(await namesOf('100%_')).toEqual(['100%_raak'])
  for (const text of [
    '%',
    '_',
    '*',
    '"',
    'raa*',
    'a OR b',
    'name:raak',
    'NEAR(raak)',
    '"raak',
    "Robert'); DROP TABLE",
    '%%%',
    '___',
    '(raak',
    '^raak',
    '-raak',
  ])
    expect(await namesOf(text), text).toEqual([])
  expect(shop.problems).toEqual([])
})

test('[PA8] a phone is found by any spelling of it and by its parts', async () => {
  await someParties()
  const spellings: readonly (readonly [string, string])[] = [
    ['+31 30 2335200', 'Bakkerij de Gouden Aar'],
    ['0031302335200', 'Bakkerij de Gouden Aar'],
    ['030-2335200', 'Bakkerij de Gouden Aar'],
    ['(030) 233 52 00', 'Bakkerij de Gouden Aar'],
    ['+31 (0)30 233 52 00', 'Bakkerij de Gouden Aar'],
    ['+31 030 2335200', 'Bakkerij de Gouden Aar'],
    ['233 52 00', 'Bakkerij de Gouden Aar'],
    ['030 2335', 'Bakkerij de Gouden Aar'],
    ['06-12 34 56 78', 'Café Olé'],
    ['0048 601 224 590', 'Piekarnia Złoty Kłos Sp. z o.o.'],
    ['601224590', 'Piekarnia Złoty Kłos Sp. z o.o.'],
    ['0221 554433', "O'Brien & Söhne GmbH"],
    ['+49 221', "O'Brien & Söhne GmbH"],
  ]
  for (const [typed, name] of spellings) expect(await namesOf(typed), typed).toEqual([name])
})

test('[PA8] a search brings so many and says when there are more', async () => {
  await someParties()
  expect(await shop.query('party.find', { text: 'a', limit: 1 })).toMatchObject({ rows: [{}], more: true })
  expect(await shop.query('party.find', { text: '  ' })).toEqual({ rows: [], more: false })
})

test('[PA14] [W13] lists go page by page in every order, without accents and with numbers as numbers', async () => {
  await someParties()
  const pages = async (sort: 'name' | 'code' | 'city', descending: boolean): Promise<string[]> => {
    const seen: string[] = []
    for (let after: [string, string] | null = null, more = true; more; ) {
      const page: OutputFor<'party.list'> = await shop.query('party.list', { sort, descending, after, limit: 2 })
      expect(page.total).toBe(7)
      seen.push(...page.rows.map((each) => (sort === 'name' ? each.name : sort === 'code' ? each.code : each.city)))
      after = page.next
      more = after !== null
    }
    return seen
  }
  const byName = [
    '100%_raak',
    'Bakkerij de Gouden Aar',
    'Café Olé',
    "O'Brien & Söhne GmbH",
    'Piekarnia Złoty Kłos Sp. z o.o.',
    'Raak',
    'Straatkrant',
  ]
  expect(await pages('name', false)).toEqual(byName)
  expect(await pages('name', true)).toEqual(byName.toReversed())
  expect(await pages('code', false)).toEqual(['AAR-1', 'KA0001', 'KA0002', 'KA0003', 'R1', 'R2', 'R10'])
  expect(await pages('city', false)).toEqual(['', '', 'Aarle', 'Köln', 'Kraków', '’s-Hertogenbosch', 'Utrecht'])
})

test('[PA15] the form is told who may be meant, by VAT number, e-mail, phone, name or e-mail domain', async () => {
  await someParties()
  const alike = async (input: Parameters<typeof shop.query<'party.similar'>>[1]) =>
    (await shop.query('party.similar', input)).map((each) => [each.name, each.because])
  const gold = 'Piekarnia Złoty Kłos Sp. z o.o.'
  expect(await alike({ email: 'sklep@ZLOTYKLOS.example' })).toEqual([[gold, ['emailDomain']]])
  expect(await alike({ email: 'biuro@zlotyklos.example', name: 'Piekarnia Zloty Klos' })).toEqual([
    [gold, ['email', 'name', 'emailDomain']],
  ])
  expect(await alike({ vatNumber: '123 456 32 18', country: 'PL' })).toEqual([[gold, ['vatNumber']]])
  expect(await alike({ phone: '030 2335200', name: 'Raak B.V.' })).toEqual([
    ['Bakkerij de Gouden Aar', ['phone']],
    ['Raak', ['name']],
  ])
  expect(await alike({ name: 'o’brien und soehne' })).toEqual([])
  expect(await alike({ name: 'O’BRIEN & SÖHNE' })).toEqual([["O'Brien & Söhne GmbH", ['name']]])
  await shop.command('party.register', { name: 'Jan Jansen', kind: 'consumer', email: 'jan@gmail.com' })
  expect(await alike({ email: 'piet@gmail.com' })).toEqual([])
  const { rows } = await shop.query('party.find', { text: 'jansen' })
  expect(await alike({ name: 'Jan Jansen', exceptId: rows[0]?.id ?? null })).toEqual([])
  expect(await alike({ name: 'x', email: 'half@', phone: '06', vatNumber: 'N' })).toEqual([])
})

test('[W13] every read names its index: nothing is scanned, nothing is sorted', async () => {
  shop = await createTestShop()
  const planOf = (sql: string): string[] =>
    shop.app.station.db
      .read<{ detail: string }>(`explain query plan ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map((each) => each.detail)
  for (const sort of ['name', 'code', 'city'] as const)
    for (const descending of [false, true])
      expect(planOf(listSql(sort, descending))).toEqual([
        `SEARCH p USING INDEX ix_parties__is_archived_sort_${sort} (is_archived=? AND (sort_${sort},id)${descending ? '<' : '>'}(?,?))`,
      ])
  expect(planOf(namesFromSql)).toEqual([
    'SEARCH parties USING INDEX ix_parties__is_archived_sort_name (is_archived=? AND sort_name>? AND sort_name<?)',
  ])
  expect(planOf(codesFromSql)).toEqual(['SEARCH party_keys USING PRIMARY KEY (kind=? AND key>? AND key<?)'])
  expect(planOf(alikeSql)).toEqual(['SEARCH party_keys USING PRIMARY KEY (kind=? AND key=?)'])
  expect(planOf(rowsByIdSql)).toEqual([
    'SCAN j VIRTUAL TABLE INDEX 1:',
    'SEARCH p USING INDEX sqlite_autoindex_parties_1 (id=?)',
  ])
})
