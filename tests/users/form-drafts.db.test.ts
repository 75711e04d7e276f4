import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
let noor: string
beforeEach(async () => {
  shop = await createTestShop()
  noor = (await shop.command('user.add', { name: 'Noor', role: 'counter' })).id
  shop.actAs(noor)
})
afterEach(async () => {
  await shop.close()
})

const keep = (key: string, data: unknown, title = 'New order for Bakkerij Zon') =>
  shop.local('formDraft.keep', { key, kind: 'salesOrder', title, data })
const keys = async () => (await shop.query('formDraft.list', {})).drafts.map((each) => each.key)

test('[U12] [W16] several forms are kept at once, the latest first, and typed text comes back as it was', async () => {
  const typed = { lines: [{ quantity: '1 000', text: '  “quoted” <b>&' }], note: null }
  await keep('salesOrder/1', { lines: [] })
  shop.clock.advance(2000)
  await keep('salesOrder/2', { lines: [] })
  shop.clock.advance(2000)
  await keep('salesOrder/1', typed)
  expect(await keys()).toEqual(['salesOrder/1', 'salesOrder/2'])
  expect(await shop.query('formDraft.get', { key: 'salesOrder/1' })).toEqual({
    key: 'salesOrder/1',
    kind: 'salesOrder',
    title: 'New order for Bakkerij Zon',
    data: typed,
  })
  await shop.local('formDraft.discard', { key: 'salesOrder/1' })
  expect(await keys()).toEqual(['salesOrder/2'])
  expect(await shop.query('formDraft.get', { key: 'salesOrder/1' })).toBeNull()
})

test('[bad input 103] [U12] [W16] drafts survive a crash and another person’s turn at the counter', async () => {
  await keep('salesOrder/1', { customer: 'Zon' })
  shop.actAs(shop.administratorId)
  expect(await keys()).toEqual([])
  expect(await shop.query('formDraft.get', { key: 'salesOrder/1' })).toBeNull()
  shop = { ...shop, ...(await shop.reopen()) }
  shop.actAs(noor)
  expect(await shop.query('formDraft.get', { key: 'salesOrder/1' })).toMatchObject({ data: { customer: 'Zon' } })
})

test('[U12] a draft is at most 256 KiB, and nothing is kept of a larger one', async () => {
  await keep('salesOrder/1', 'x'.repeat(256 * 1024 - 2))
  expect(
    await shop.refusal('local', 'formDraft.keep', {
      key: 'salesOrder/2',
      kind: 'salesOrder',
      title: '',
      data: 'x'.repeat(256 * 1024 - 1),
    }),
  ).toMatchObject({ code: 'input.invalid', problems: [{ field: 'data', code: 'formDraft.tooLarge' }] })
  expect(await keys()).toEqual(['salesOrder/1'])
})

test('[U12] a colleague’s draft is taken over whole, and is then theirs alone', async () => {
  await keep('salesOrder/1', { customer: 'Zon' })
  expect(await shop.refusal('query', 'formDraft.list', { everybody: true })).toMatchObject({
    code: 'permission.missing',
  })
  shop.actAs(shop.administratorId)
  expect((await shop.query('formDraft.list', { everybody: true })).drafts).toMatchObject([
    { key: 'salesOrder/1', userId: noor, userName: 'Noor' },
  ])
  await shop.local('formDraft.takeOver', { userId: noor, key: 'salesOrder/1' })
  expect(await shop.query('formDraft.get', { key: 'salesOrder/1' })).toMatchObject({ data: { customer: 'Zon' } })
  shop.actAs(noor)
  expect(await keys()).toEqual([])
  await keep('salesOrder/1', {})
  shop.actAs(shop.administratorId)
  expect(await shop.refusal('local', 'formDraft.takeOver', { userId: noor, key: 'salesOrder/1' })).toMatchObject({
    code: 'formDraft.ownExists',
  })
  expect(await shop.refusal('local', 'formDraft.takeOver', { userId: noor, key: 'salesOrder/9' })).toMatchObject({
    code: 'notFound.formDraft',
  })
})

test('[U12] forms are never in the log', async () => {
  const before = shop.app.station.db.read('select count(*) n from changes').get()
  await keep('salesOrder/1', { customer: 'Zon' })
  expect(shop.app.station.db.read('select count(*) n from changes').get()).toEqual(before)
})
