import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
let noor: string
beforeEach(async () => {
  shop = await createTestShop()
  noor = (await shop.command('user.add', { name: 'Noor', role: 'counter' })).id
})
afterEach(async () => {
  await shop.close()
})

test('[U14] [USR-05] [USR-06] a history says who, when, where, why and every field from and to, newest first', async () => {
  shop.clock.advance(60_000)
  await shop.command('user.change', { id: noor, name: 'Noor de Wit', role: 'warehouse', given: ['user.see'] })
  shop.clock.advance(60_000)
  await shop.command('user.archive', { id: noor, reason: 'moved to Gent' })
  const { entries, next } = await shop.query('history.get', { entity: 'user', doc: noor })
  expect(next).toBeNull()
  const by = {
    user: { id: shop.administratorId, name: 'Marit Visser' },
    role: 'administrator',
    station: { id: shop.app.station.identity.id, code: 'A' },
    verdict: 'local',
  }
  expect(entries.map(({ id: _, commandId: __, ...entry }) => entry)).toEqual([
    {
      ...by,
      at: '2026-11-19T13:09:00.000Z',
      kind: 'set',
      command: 'user.archive',
      reason: 'moved to Gent',
      fields: [{ path: 'archived', from: false, to: true, isHidden: false }],
    },
    {
      ...by,
      at: '2026-11-19T13:08:00.000Z',
      kind: 'add',
      command: 'user.change',
      reason: null,
      fields: [
        { path: 'grants.user.see', from: null, to: 'given', isHidden: false },
        { path: 'name', from: 'Noor', to: 'Noor de Wit', isHidden: false },
        { path: 'role', from: 'counter', to: 'warehouse', isHidden: false },
      ],
    },
    {
      ...by,
      at: '2026-11-19T13:07:00.000Z',
      kind: 'create',
      command: 'user.add',
      reason: null,
      fields: [
        { path: 'language', from: null, to: 'nl', isHidden: false },
        { path: 'name', from: null, to: 'Noor', isHidden: false },
        { path: 'role', from: null, to: 'counter', isHidden: false },
      ],
    },
  ])
})

test('[U14] a long history comes in pages, each once', async () => {
  for (let each = 0; each < 7; each += 1) await shop.command('user.change', { id: noor, name: `Noor ${each}` })
  const seen: string[] = []
  let before: number | undefined
  for (;;) {
    const page = await shop.query('history.get', {
      entity: 'user',
      doc: noor,
      limit: 3,
      ...(before === undefined ? {} : { before }),
    })
    seen.push(...page.entries.map((entry) => entry.command))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual([...Array.from({ length: 7 }, () => 'user.change'), 'user.add'])
})

test('[U14] [W13] a page of history is read by the index of its document', () => {
  const plan = shop.app.station.db
    .read<{ detail: string }>(
      'explain query plan select lsn from changes where doc = ? and entity = ? and lsn < ? order by lsn desc limit ?',
    )
    .all(noor, 'user', 1e9, 50)
    .map((row) => row.detail)
  expect(plan).toEqual(['SEARCH changes USING INDEX ix_changes__doc (doc=? AND lsn<?)'])
})

test('[U15] a clerk sees no history of what they may not see', async () => {
  shop.actAs(noor)
  expect(await shop.refusal('query', 'history.get', { entity: 'user', doc: noor })).toEqual({
    code: 'permission.missing',
    params: { permission: 'user.see' },
  })
  expect((await shop.query('history.get', { entity: 'company', doc: shop.companyId })).entries).toHaveLength(1)
})
