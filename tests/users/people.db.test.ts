import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestShop, type TestShop, withPerson } from '#tests/support/test-shop.ts'

let shop: TestShop
beforeEach(async () => {
  shop = await createTestShop()
})
afterEach(async () => {
  await shop.close()
})

test('[U4] two people with access do not share a name; capitals and accents make no difference', async () => {
  const { id } = await shop.command('user.add', { name: 'Zoë Łapińska', role: 'counter' })
  expect(await shop.refusal('command', 'user.add', { name: 'ZOE LAPINSKA', role: 'warehouse' })).toMatchObject({
    code: 'user.nameTaken',
    problems: [{ field: 'name', code: 'user.nameTaken' }],
  })
  await shop.command('user.archive', { id })
  await shop.command('user.add', { name: 'Zoe Lapinska', role: 'warehouse' })
  expect(await shop.refusal('command', 'user.restore', { id })).toMatchObject({ code: 'user.nameTaken' })
  await shop.command('user.change', { id, name: 'Zoë Łapińska-Kos' })
  await shop.command('user.restore', { id })
  expect((await shop.query('user.list', {})).users.map((each) => each.name)).toEqual([
    'Marit Visser',
    'Zoe Lapinska',
    'Zoë Łapińska-Kos',
  ])
})

test('[U5] [USR-02] a person may have grants beside the role and lack some of it', async () => {
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'warehouse' })
  await shop.command('user.change', { id, given: ['user.see', 'price.see'], withheld: ['party.see'] })
  shop.actAs(id)
  expect((await shop.query('user.list', {})).users.find((each) => each.id === id)).toMatchObject({
    role: 'warehouse',
    given: ['price.see', 'user.see'],
    withheld: ['party.see'],
  })
  const { grants } = await shop.query('session.current', {})
  expect([grants.includes('price.see'), grants.includes('product.see'), grants.includes('party.see')]).toEqual([
    true,
    true,
    false,
  ])
  shop.actAs(shop.administratorId)
  await shop.command('user.change', { id, given: ['party.see'], withheld: ['price.see'] })
  expect((await shop.query('user.list', {})).users.find((each) => each.id === id)).toMatchObject({
    given: ['party.see'],
    withheld: ['price.see'],
  })
  await shop.command('user.change', { id, given: [], withheld: [] })
  expect((await shop.query('user.list', {})).users.find((each) => each.id === id)).toMatchObject({
    given: [],
    withheld: [],
  })
})

test('[U5] nobody is given everything, and the same grant is not given and withheld', async () => {
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'warehouse' })
  expect(await shop.refusal('command', 'user.change', { id, given: ['*'] })).toMatchObject({ code: 'input.invalid' })
  expect(await shop.refusal('command', 'user.change', { id, given: ['price.see'], withheld: ['price.see'] })).toEqual({
    code: 'user.grantGivenAndWithheld',
    params: { grant: 'price.see' },
  })
  await shop.command('user.change', { id: shop.administratorId, withheld: ['user.change'] })
  expect(await shop.query('session.current', {})).toMatchObject({ grants: ['*'] })
})

test('[U6] the last administrator keeps role and access, and loses either once there is another', async () => {
  const id = shop.administratorId
  expect(await shop.refusal('command', 'user.change', { id, role: 'counter' })).toEqual({
    code: 'user.lastAdministrator',
  })
  expect(await shop.refusal('command', 'user.archive', { id })).toEqual({ code: 'user.lastAdministrator' })
  await withPerson(shop, 'administrator')
  await shop.command('user.archive', { id })
  shop.actAs(id)
  expect(await shop.query('session.current', {})).toMatchObject({ user: null, grants: [] })
})

test('[U3] a role that changes holds from the next frame on, in sessions that are already open', async () => {
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'counter' })
  const hers = shop.sessionOf(id)
  await shop.command('user.change', { id, role: 'warehouse' })
  expect(shop.app.sessions.viewerOf(hers)?.grants.has('price.see')).toBe(false)
})

test('[U7] an administrator sees who has which secret here, and never the secret', async () => {
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'counter' })
  await shop.local('user.setPin', { userId: id, pin: '1234' })
  const { users } = await shop.query('user.list', {})
  expect(users.find((each) => each.id === id)).toMatchObject({ hasPin: true, hasPassword: false })
  await shop.local('user.setPin', { userId: id, pin: null })
  expect((await shop.query('user.list', {})).users.find((each) => each.id === id)).toMatchObject({ hasPin: false })
})
