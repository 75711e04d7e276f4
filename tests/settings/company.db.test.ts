import { afterEach, beforeEach, expect, test } from 'vitest'
import { houseRules } from '#main/settings/index.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'
import { createTestShop, type TestShop } from '#tests/support/test-shop.ts'

let shop: TestShop
beforeEach(async () => {
  shop = await createTestShop()
})
afterEach(async () => {
  await shop.close()
})

const company = () => shop.query('company.get', {})
const field = async (input: unknown) => (await shop.refusal('command', 'company.change', input)).problems

test('[SE1] a correction changes what it names and leaves the rest', async () => {
  const before = await company()
  await shop.command('company.change', { phone: '+31 20 765 43 21', pricesIncludeVat: true })
  expect(await company()).toEqual({ ...before, phone: '+31 20 765 43 21', pricesIncludeVat: true })
})

test('[SE1] before the first start there is no company to change', async () => {
  const app = createTestApp()
  expect(await app.query('session.current', {})).toMatchObject({ isSetUp: false })
  expect(await app.refusal('command', 'company.change', { phone: '1' })).toEqual({ code: 'auth.notSignedIn' })
  await app.close()
})

test('[SE2] VAT numbers are kept as papers show them, each once', async () => {
  await shop.command('company.change', { vatNumbers: ['nl 1234.56.782.b90', 'DE 123456788'] })
  expect((await company())?.vatNumbers).toEqual(['NL123456782B90', 'DE123456788'])
  expect(await field({ vatNumbers: ['NL123456782B90', 'NL 123456782 B90', '123'] })).toMatchObject([
    { field: 'vatNumbers.1', code: 'vatNumber.twice' },
    { field: 'vatNumbers.2' },
  ])
})

test('[Values] [SE3] a number pattern tells stations and years apart', async () => {
  await shop.command('company.change', { numberPatterns: { sales_order: 'K{yyyy}-{station}{counter:4}' } })
  expect(
    await field({
      numberPatterns: {
        sales_order: '{counter}',
        invoice: '{station}{counter}',
        quotation: '{yy}{station}',
        delivery: '{yy}{station}{counter}{month}',
        customer: '{station}{counter:4}',
        horoscope: '{yy}{station}{counter}',
      },
    }),
  ).toMatchObject([
    { field: 'numberPatterns.sales_order', code: 'numberPattern.withoutStation' },
    { field: 'numberPatterns.invoice', code: 'numberPattern.withoutYear' },
    { field: 'numberPatterns.quotation', code: 'numberPattern.withoutCounter' },
    { field: 'numberPatterns.delivery', code: 'numberPattern.unknownPart' },
    { field: 'numberPatterns.horoscope', code: 'numberPattern.unknownSeries' },
  ])
})

test('[SE4] the currency stands from the first number on', async () => {
  await shop.command('company.change', { currency: 'PLN' })
  await shop.command('company.change', { currency: 'EUR' })
  shop.app.station.db.driver.exec(
    `insert into document_numbers (series, station, year, counter, doc, entity, number)
     values ('sales_order', 'A', 2026, 1, 'x', 'sales_order', '26-A00001')`,
  )
  expect(await shop.refusal('command', 'company.change', { currency: 'PLN' })).toMatchObject({
    code: 'company.currencyInUse',
    problems: [{ field: 'currency' }],
  })
  await shop.command('company.change', { currency: 'EUR' })
})

test('[Values] [SE9] the business day is that of the company’s zone, on both sides of midnight', async () => {
  const { businessDay } = houseRules(shop.app.station.db)
  const evening = '2026-11-19T23:30:00.000Z'
  expect(businessDay(evening)).toBe('2026-11-20')
  await shop.command('company.change', { timeZone: 'Atlantic/Azores' })
  expect(businessDay(evening)).toBe('2026-11-19')
})
