import { afterEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#tests/support/create-test-app.ts'
import { tableDump } from '#tests/support/table-dump.ts'
import { createTestShop, testCompany } from '#tests/support/test-shop.ts'

let open: TestApp | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

const password = 'correct horse battery'
const administrator = { name: 'Marit Visser' }

test('[U1] the first start makes company, administrator and their sign-in at once, signed by the administrator', async () => {
  open = createTestApp()
  const { companyId, userId } = await open.command('company.setUp', { company: testCompany, administrator })
  expect(companyId).toBe(open.app.station.org)
  expect(await open.query('company.get', {})).toEqual({
    ...testCompany,
    id: companyId,
    logo: null,
    numberPatterns: {},
    pricesIncludeVat: false,
  })
  expect(await open.query('session.current', {})).toMatchObject({
    isSetUp: true,
    needsFirstPassword: true,
    user: { id: userId, name: 'Marit Visser', role: 'administrator' },
    grants: ['*'],
    language: 'nl',
  })
  expect(
    open.app.station.db.read('select entity, doc, actor, actor_role, command from changes order by lsn').all(),
  ).toEqual([
    { entity: 'company', doc: companyId, actor: userId, actor_role: 'administrator', command: 'company.setUp' },
    { entity: 'user', doc: userId, actor: userId, actor_role: 'administrator', command: 'company.setUp' },
  ])
})

test('[U1] a shop is set up once, and nobody else is signed in by it', async () => {
  const shop = await createTestShop()
  open = shop
  expect(await shop.refusal('command', 'company.setUp', { company: testCompany, administrator })).toEqual({
    code: 'company.alreadySetUp',
  })
  shop.actAs(undefined)
  expect(await shop.refusal('command', 'company.setUp', { company: testCompany, administrator })).toEqual({
    code: 'auth.notSignedIn',
  })
})

test('[U1] [SE2] a wrong VAT number or an unknown logo leaves the shop as it was', async () => {
  open = createTestApp()
  const wrong = { company: { ...testCompany, vatNumbers: ['NL123456789B01'] }, administrator }
  const refusal = await open.refusal('command', 'company.setUp', wrong)
  expect(refusal).toMatchObject({
    code: 'company.invalid',
    problems: [{ field: 'company.vatNumbers.0', code: 'vatNumber.checkDigits' }],
  })
  expect(
    await open.refusal('command', 'company.setUp', {
      company: { ...testCompany, logo: 'a'.repeat(64) },
      administrator,
    }),
  ).toEqual({ code: 'company.logoMissing' })
  expect(await open.query('session.current', {})).toMatchObject({ isSetUp: false, user: null })
  expect(open.app.station.db.read('select count(*) n from changes').get()).toEqual({ n: 0 })
})

test('[U1] a time zone, currency or country that does not exist is refused at its field', async () => {
  open = createTestApp()
  const refusal = await open.refusal('command', 'company.setUp', {
    company: { ...testCompany, timeZone: 'Europe/Kampen', currency: 'EUX', country: 'Nederland' },
    administrator,
  })
  expect(refusal.problems).toEqual([
    { field: 'company.country', code: 'country.malformed', params: expect.anything() },
    { field: 'company.currency', code: 'currency.unknown', params: expect.anything() },
    { field: 'company.timeZone', code: 'timeZone.unknown', params: expect.anything() },
  ])
})

test('[U2] the first password signs in, gives the recovery code once, and is never asked again', async () => {
  const shop = await createTestShop()
  open = shop
  const { userId, recoveryCode } = await shop.local('credential.setFirst', { password, pin: '4711' })
  expect(userId).toBe(shop.administratorId)
  expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(await shop.query('session.current', {})).toMatchObject({ needsFirstPassword: false })
  expect(await shop.refusal('local', 'credential.setFirst', { password })).toEqual({ code: 'credential.alreadySet' })
})

test('[U2] a crash between setting up and the password locks nobody out', async () => {
  const shop = await createTestShop()
  const after = await shop.reopen()
  open = after
  expect(await after.query('session.current', {})).toMatchObject({
    isSetUp: true,
    needsFirstPassword: true,
    user: null,
    grants: [],
  })
  expect(await after.local('credential.setFirst', { password })).toMatchObject({ userId: shop.administratorId })
  expect(await after.query('session.current', {})).toMatchObject({ user: { id: shop.administratorId } })
})

test('[U2] of two windows that set the first password at once, one is refused', async () => {
  const shop = await createTestShop()
  open = shop
  const replies = await Promise.all([
    shop.reply('local', 'credential.setFirst', { password }),
    shop.reply('local', 'credential.setFirst', { password: 'another long sentence' }),
  ])
  expect(replies.map((each) => each.ok).sort()).toEqual([false, true])
})

test('[U2] before the shop exists there is no password to set, and a clerk cannot set the first one', async () => {
  const app = createTestApp()
  expect(await app.refusal('local', 'credential.setFirst', { password })).toEqual({ code: 'company.notSetUp' })
  await app.close()
  const shop = await createTestShop()
  open = shop
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'counter' })
  shop.actAs(id)
  expect(await shop.refusal('local', 'credential.setFirst', { password })).toEqual({
    code: 'credential.onlyAdministrators',
  })
})

test('[U1] [W4] people and shop are the same after a rebuild from the log', async () => {
  const shop = await createTestShop()
  open = shop
  const { id } = await shop.command('user.add', { name: 'Noor', role: 'counter' })
  await shop.command('user.change', { id, given: ['user.see'], withheld: ['payment.receive'] })
  await shop.command('setting.put', { scope: 'company', key: 'quietHours', value: { from: '18:00' } })
  await shop.command('setting.put', { scope: 'company', key: 'quietHours', value: null })
  await shop.command('savedView.keep', { list: 'salesOrders', name: 'Late', filters: { late: true } })
  const tables = ['docs', 'users', 'companies', 'settings']
  const before = tableDump(shop.app.station.db, tables)
  shop.app.rebuild()
  expect(tableDump(shop.app.station.db, tables)).toEqual(before)
})
