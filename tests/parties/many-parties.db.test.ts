import { afterEach, expect, test, vi } from 'vitest'
import { partyEntity } from '#shared/parties/replication.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
afterEach(() => shop.close())

const trades = ['Bakkerij', 'Drukkerij', 'Boekhandel', 'Café', 'Apotheek', 'Garage', 'Piekarnia', 'Fleurs de']
const people = ['Jansen', 'de Vries', 'Wróblewski', 'Müller', 'van den Berg', 'Lefèvre', 'Bakker', 'Złoty Kłos']
const towns = ['Utrecht', 'Gent', 'Kraków', 'Köln', 'Lyon', 'Amsterdam']

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? ''
}

/** Written by the store itself, a hundred documents a time: the search is what is tested here. */
function fill(count: number): void {
  const { store, station } = shop.app
  station.db.transact(() => {
    for (let done = 0; done < count; done += 100) {
      const draft = store.draft()
      for (let at = done; at < done + 100; at += 1)
        draft.create(partyEntity, shop.newId(), {
          name: `${pick(trades, at)} ${pick(people, Math.floor(at / 8))} ${at}`,
          code: `K${String(at).padStart(5, '0')}`,
          phone: `+3130${String(2_000_000 + at * 7)}`,
          email: `info@firma${at}.example`,
          contacts: { [shop.newId()]: { name: `Contact ${pick(people, at)}`, position: 'i000' } },
          addresses: {
            [shop.newId()]: {
              address: { label: '', street: 'Straat 1', extra: '', postcode: '', city: pick(towns, at), country: 'NL' },
              position: 'i000',
            },
          },
        })
      store.apply(
        draft,
        { commandId: shop.newId(), command: 'party.register' },
        { actor: 'test', actorRole: 'test', reason: null },
        shop.clock.now(),
      )
      store.forget()
    }
  })
}

test('[PA8] [W13] the search over 5,000 customers prepares each statement once', async () => {
  shop = await createTestShop()
  fill(5000)
  const typed = [
    'b',
    'ba',
    'bak',
    'bakker',
    'bakkerij jansen',
    'K04321',
    '030 203',
    '0302010101',
    'kraków',
    'info@firma77',
    'de',
    '%',
  ]
  const ask = async (text: string): Promise<void> => {
    await shop.query('party.find', { text })
    await shop.query('party.similar', { name: text, email: 'x@firma9.example', phone: text })
    await shop.query('party.list', { sort: 'city', after: ['gent', ''] })
  }
  for (const text of typed) await ask(text)
  const prepare = vi.spyOn(shop.app.station.db.driver, 'prepare')
  for (const text of typed) await ask(text)
  expect(prepare).not.toHaveBeenCalled()
  expect((await shop.query('party.find', { text: 'K04321' })).rows[0]?.code).toBe('K04321')
  expect((await shop.query('party.find', { text: 'bakker' })).more).toBe(true)
}, 60_000)
