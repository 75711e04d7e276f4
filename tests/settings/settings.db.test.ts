import { afterEach, beforeEach, expect, test } from 'vitest'
import { vatRatesReader } from '#main/settings/index.ts'
import { defaultVatRates } from '#shared/settings/vat-rates.ts'
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

const branch = '01900000-0000-7000-8000-00000000b001'
const density = async (branchId?: string) =>
  (await shop.query('setting.get', { keys: ['density', 'unknown'], ...(branchId ? { branchId } : {}) })).values

test('[SE5] the narrowest scope that says something holds, and null gives the word back', async () => {
  expect(await density(branch)).toEqual({})
  await shop.command('setting.put', { scope: 'company', key: 'density', value: 'calm' })
  expect(await density(branch)).toEqual({ density: { value: 'calm', scope: 'company' } })
  await shop.command('setting.put', { scope: 'branch', scopeId: branch, key: 'density', value: 'middle' })
  expect(await density(branch)).toEqual({ density: { value: 'middle', scope: 'branch' } })
  expect(await density()).toEqual({ density: { value: 'calm', scope: 'company' } })
  await shop.command('setting.put', { scope: 'station', key: 'density', value: 'dense' })
  expect(await density(branch)).toEqual({ density: { value: 'dense', scope: 'station' } })
  await shop.command('preference.put', { key: 'density', value: { rows: 33 } })
  expect(await density(branch)).toEqual({ density: { value: { rows: 33 }, scope: 'user' } })
  await shop.command('preference.put', { key: 'density', value: null })
  await shop.command('setting.put', { scope: 'station', key: 'density', value: null })
  expect(await density(branch)).toEqual({ density: { value: 'middle', scope: 'branch' } })
  expect(await shop.refusal('command', 'setting.put', { scope: 'branch', key: 'density', value: 1 })).toEqual({
    code: 'setting.withoutBranch',
  })
})

test('[SE5] the same setting has the same id wherever it is first set', async () => {
  const first = await shop.command('setting.put', { scope: 'company', key: 'density', value: 1 })
  const again = await shop.command('setting.put', { scope: 'company', key: 'density', value: 2 })
  const other = await shop.command('setting.put', { scope: 'company', key: 'densities', value: 2 })
  expect(again.id).toBe(first.id)
  expect(other.id).not.toBe(first.id)
  expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('[SE6] [SET-02] VAT rates are checked before they are kept, and are the company’s', async () => {
  const rates = [{ country: 'NL', level: 'standard', rate: 2200, validFrom: '2027-01-01' }]
  await shop.command('setting.put', { scope: 'company', key: 'vatRates', value: rates })
  expect(
    await shop.refusal('command', 'setting.put', {
      scope: 'company',
      key: 'vatRates',
      value: [...rates, ...rates, { ...rates[0], rate: 10_001 }],
    }),
  ).toMatchObject({
    code: 'setting.invalid',
    problems: [
      { field: 'value.2.rate' },
      { field: 'value.1.validFrom', code: 'vatRate.twice' },
      { field: 'value.2.validFrom', code: 'vatRate.twice' },
    ],
  })
  expect(await shop.refusal('command', 'setting.put', { scope: 'station', key: 'vatRates', value: rates })).toEqual({
    code: 'setting.wrongScope',
    params: { key: 'vatRates', scope: 'station' },
  })
  expect(await shop.refusal('command', 'preference.put', { key: 'vatRates', value: rates })).toMatchObject({
    code: 'setting.wrongScope',
  })
})

test('[SE6] the shop’s own VAT rates hold from the moment they are set until they are taken back', async () => {
  const rates = vatRatesReader(shop.app.station.db)
  const one = [{ country: 'NL', level: 'standard', rate: 2200, validFrom: '2027-01-01' }]
  const other = [{ country: 'NL', level: 'standard', rate: 2300, validFrom: '2028-01-01' }]
  const put = (value: typeof one | null) => shop.command('setting.put', { scope: 'company', key: 'vatRates', value })
  expect(rates()).toBe(defaultVatRates)
  await put(one)
  expect(rates()).toEqual(one)
  expect(rates()).toBe(rates())
  await put(other)
  expect(rates()).toEqual(other)
  await put(null)
  expect(rates()).toBe(defaultVatRates)
})

test('[SE6] a setting is at most 64 KiB', async () => {
  expect(await shop.refusal('command', 'preference.put', { key: 'density', value: 'x'.repeat(65_536) })).toMatchObject({
    problems: [{ field: 'value', code: 'setting.tooLarge' }],
  })
})

test('[SE7] preferences are one’s own, to set and to see', async () => {
  await shop.command('preference.put', { key: 'density', value: 'boss' })
  shop.actAs(noor)
  expect(await density()).toEqual({})
  await shop.command('preference.put', { key: 'density', value: 'hers' })
  expect(await shop.query('setting.list', { scope: 'user', scopeId: shop.administratorId })).toMatchObject({
    settings: [{ key: 'density', value: 'hers' }],
  })
  expect(await shop.refusal('command', 'setting.put', { scope: 'company', key: 'density', value: 1 })).toMatchObject({
    code: 'permission.missing',
  })
})

test('[SE5] a scope’s settings are listed by key; views have a list of their own', async () => {
  await shop.command('setting.put', { scope: 'company', key: 'b', value: 2 })
  await shop.command('setting.put', { scope: 'company', key: 'a', value: 1 })
  await shop.command('setting.put', { scope: 'company', key: 'gone', value: 1 })
  await shop.command('setting.put', { scope: 'company', key: 'gone', value: null })
  const view = await shop.command('savedView.keep', { list: 'salesOrders', name: 'All', filters: {} })
  await shop.command('savedView.share', { id: view.id })
  expect(await shop.query('setting.list', { scope: 'company' })).toMatchObject({
    settings: [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ],
    next: null,
  })
})
