import { afterEach, expect, test } from 'vitest'
import { createTestShop, withPerson } from '#tests/support/test-shop.ts'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'

let open: TestApp | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

test('[U1] the first start makes the company, its administrator and their session at once', async () => {
  const shop = await createTestShop()
  open = shop
  expect(await shop.query('company.get', {})).toMatchObject({ id: shop.app.station.org, name: 'Drukkerij De Kade' })
  expect(shop.problems).toEqual([])
  await withPerson(shop, 'counter')
  expect(await shop.query('session.current', {})).toMatchObject({ user: { name: 'Noor de Wit', role: 'counter' } })
})
