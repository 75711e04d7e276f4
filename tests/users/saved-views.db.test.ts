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

const names = async (list = 'salesOrders') =>
  (await shop.query('savedView.list', { list })).views.map((each) => `${each.name}${each.isShared ? ' (shop)' : ''}`)

test('[U13] a view is its owner’s; sharing gives everybody a copy, before their own', async () => {
  shop.actAs(noor)
  const { id } = await shop.command('savedView.keep', { list: 'salesOrders', name: 'Te laat', filters: { late: true } })
  await shop.command('savedView.keep', { list: 'salesOrders', name: 'Aan mij', filters: { mine: true } })
  await shop.command('savedView.keep', { list: 'parties', name: 'Bakkers', filters: { group: 'bakery' } })
  expect(await names()).toEqual(['Aan mij', 'Te laat'])
  expect(await shop.refusal('command', 'savedView.share', { id })).toMatchObject({ code: 'permission.missing' })

  shop.actAs(shop.administratorId)
  expect(await names()).toEqual([])
  const own = await shop.command('savedView.keep', { list: 'salesOrders', name: 'Zaak', filters: [1, 'two'] })
  await shop.command('savedView.share', { id: own.id })
  expect(await names()).toEqual(['Zaak (shop)', 'Zaak'])
  expect(await shop.refusal('command', 'savedView.share', { id })).toMatchObject({ code: 'notFound.savedView' })

  shop.actAs(noor)
  expect(await names()).toEqual(['Zaak (shop)', 'Aan mij', 'Te laat'])
  const { views } = await shop.query('savedView.list', { list: 'salesOrders' })
  expect(views[0]?.filters).toEqual([1, 'two'])
})

test('[U13] a view is changed and removed by its owner only; a shared one needs the right', async () => {
  const own = await shop.command('savedView.keep', { list: 'salesOrders', name: 'Zaak', filters: {} })
  const shared = await shop.command('savedView.share', { id: own.id })
  await shop.command('savedView.keep', { id: own.id, list: 'salesOrders', name: 'Zaken', filters: { open: true } })
  expect(await names()).toEqual(['Zaak (shop)', 'Zaken'])

  shop.actAs(noor)
  const steal = { id: own.id, list: 'salesOrders', name: 'Mijn', filters: {} }
  expect(await shop.refusal('command', 'savedView.keep', steal)).toEqual({ code: 'savedView.notYours' })
  expect(await shop.refusal('command', 'savedView.keep', { ...steal, id: shared.id })).toEqual({
    code: 'savedView.notYours',
  })
  expect(await shop.refusal('command', 'savedView.remove', { id: own.id })).toMatchObject({
    code: 'notFound.savedView',
  })
  expect(await shop.refusal('command', 'savedView.remove', { id: shared.id })).toMatchObject({
    code: 'permission.missing',
  })

  shop.actAs(shop.administratorId)
  await shop.command('savedView.remove', { id: shared.id })
  await shop.command('savedView.remove', { id: own.id })
  expect(await names()).toEqual([])
  expect(await shop.refusal('command', 'savedView.remove', { id: own.id })).toMatchObject({
    code: 'notFound.savedView',
  })
})

test('[U13] a document that is no view cannot be taken for one', async () => {
  const { id } = await shop.command('preference.put', { key: 'density', value: 'compact' })
  expect(await shop.refusal('command', 'savedView.remove', { id })).toMatchObject({ code: 'notFound.savedView' })
  expect(await shop.refusal('command', 'savedView.keep', { id, list: 'salesOrders', name: 'X', filters: {} })).toEqual({
    code: 'savedView.notYours',
  })
})
