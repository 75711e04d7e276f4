import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fillShop, placeOrders, violations } from '#tests/sales-orders/screens-shop.ts'
import { type ProductBrowser, startProduct, typeByHand, type View } from '#tests/support/product-browser.ts'
import { scan } from '#tests/support/scanner.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser; oldestId?: string; codes?: readonly string[] } = {}

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

async function opened(view: View = {}): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  return page
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** A busy machine takes its time. */
const patience = { timeout: 15_000 }
const headed = (page: Page, words: string | RegExp) =>
  expect.poll(() => heading(page).textContent(), patience).toMatch(words)
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const alert = (page: Page) => page.getByRole('alert')

/** To an empty form for a new customer, whatever an earlier test left in it. */
async function newCustomer(page: Page): Promise<void> {
  await typeByHand(page, 'gp')
  await headed(page, 'Parties')
  await page.keyboard.press('n')
  await field(page, 'Company').waitFor()
}

/** Into the search of the list: a single key is obeyed only when it was not the beginning of a scan. */
async function search(page: Page, text: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Search parties' })
  await box.waitFor()
  await page.keyboard.press('/')
  await expect.poll(() => box.evaluate((input) => input === document.activeElement), patience).toBe(true)
  await typeByHand(page, text)
}

/** Types into the field that has the focus, and goes on to the next. */
async function fillAndGoOn(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
  // Slower than a scanner, whose Enter would belong to the code.
  await page.waitForTimeout(60)
}

async function focusedName(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement?.getAttribute("name")')
}

describe.skipIf(!hasTools('chromium'))('customers on screen', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await fillShop(shop)
        await placeOrders(shop, 'Bakkerij', [100, 250, 500, 1000, 250, 500, 1000])
        const { rows } = await shop.query('party.list', {})
        shared.codes = rows.map(({ code }) => code)
        for (const name of ['Café Twee', 'Café Drie', 'Zwaan Reclame', '’t Zwaantje'])
          await shop.command('party.register', { name })
      },
    })
  })
  afterAll(async () => {
    expect(shared.product?.complaints).toEqual([])
    await shared.product?.close()
  })

  test('[CUS-01] a customer is registered by keyboard alone, with contact and address, and has the next code', async () => {
    const page = await opened()
    await newCustomer(page)
    for (const text of ['Atelier Lumière SARL', '', '']) await fillAndGoOn(page, text)
    expect(await focusedName(page)).toBe('phone')
    for (const text of ['+33 1 23 45 67 89', 'bonjour@lumiere.example', '', '30', '5', ''])
      await fillAndGoOn(page, text)
    expect(await focusedName(page)).toMatch(/^contacts\./)
    for (const text of ['Camille Roy', 'Achats', '', '']) await fillAndGoOn(page, text)
    await page.keyboard.press('Enter')
    await page.getByLabel('Address 1: Street and number').focus()
    for (const text of ['12 rue des Arts', '', '75011', 'Paris']) await fillAndGoOn(page, text)
    // A country is typed until it is the one; Enter takes it.
    await typeByHand(page, 'Franc')
    await page.getByRole('option', { name: 'France' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await headed(page, 'Atelier Lumière SARL')
    const text = await page.locator('main').textContent()
    for (const part of [
      '+33123456789',
      'Camille Roy',
      'Achats',
      '12 rue des Arts',
      '75011 Paris, France',
      '30 days',
      '5%',
    ])
      expect(text).toContain(part)
    expect(await heading(page).textContent()).toMatch(/^\S*\d+/)
  })

  test('[PA7] a VAT number that does not pass is marked; F8 leads to it, and the customer is saved without it', async () => {
    const page = await opened()
    await newCustomer(page)
    await page.keyboard.insertText('Piekarnia Złoty Kłos')
    await field(page, 'VAT number').focus()
    await page.keyboard.insertText('PL 7792 4330 185')
    await page.keyboard.press('Control+Enter')
    await alert(page).waitFor()
    expect(await alert(page).textContent()).toContain(
      'The VAT number has 11 digits, a Polish one has 10 after PL. Everything you typed is still here.',
    )
    expect(await page.getByText('One digit too many. Example: PL').count()).toBe(1)
    await field(page, 'Company').focus()
    await page.keyboard.press('F8')
    expect(await focusedName(page)).toBe('vatNumber')
    expect(await violations(page)).toEqual([])
    await running().picture(page, 'customer-vat-wrong')
    await page.getByRole('button', { name: 'Save without VAT number' }).click()
    await headed(page, 'Piekarnia Złoty Kłos')
    expect(await page.getByText('VAT number', { exact: true }).count()).toBe(0)
  })

  test('[PA7] or it is kept, marked as not verified', async () => {
    const page = await opened()
    await newCustomer(page)
    await page.keyboard.insertText('Kancelaria Wiśniewska')
    await field(page, 'VAT number').focus()
    await page.keyboard.insertText('PL1234567890')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Keep it, not verified' }).click()
    await headed(page, 'Kancelaria Wiśniewska')
    expect(await page.getByText('Not verified').count()).toBe(1)
  })

  test('[W16] what was typed is there again after leaving, and can be let go', async () => {
    const page = await opened()
    await newCustomer(page)
    await page.keyboard.insertText('Half getypt <b>&')
    await page.getByText(/Kept on this station since/).waitFor()
    await page.keyboard.press('Escape')
    await headed(page, 'Parties')
    await page.keyboard.press('n')
    await expect.poll(() => field(page, 'Company').inputValue(), patience).toBe('Half getypt <b>&')
    await page.getByRole('button', { name: 'Discard draft' }).click()
    await headed(page, 'Parties')
    await page.keyboard.press('n')
    await expect.poll(() => field(page, 'Company').inputValue(), patience).toBe('')
  })

  test('[PA15] whoever may be the same is shown while the form is typed', async () => {
    const page = await opened()
    await newCustomer(page)
    await field(page, 'Phone').focus()
    await page.keyboard.insertText('030 231 77 40')
    const known = page.getByRole('region', { name: 'Already known?' })
    await known.waitFor()
    expect(await known.textContent()).toMatch(/Bakkerij van Dongen, Utrecht.*same phone number/)
    await page.getByRole('button', { name: 'Discard draft' }).click()
  })

  test('[PA8] found by a telephone number however it is written; nobody found begins a new customer', async () => {
    const page = await opened({ at: '/parties' })
    await headed(page, 'Parties')
    await search(page, '020 623 45 67')
    await page.keyboard.press('Enter')
    await headed(page, 'Huisartsenpraktijk De Linde')
    await page.keyboard.press('Escape')
    await headed(page, 'Parties')
    await search(page, 'Nergens BV')
    await page.getByRole('heading', { name: 'Nobody found for “Nergens BV”' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => field(page, 'Company').inputValue(), patience).toBe('Nergens BV')
    await page.keyboard.press('Escape')
  })

  test('[PA14] the list sorts by its heads, and is as it was left after opening a customer', async () => {
    const page = await opened({ at: '/parties' })
    const firstName = () => page.getByRole('row').nth(1).locator('td').nth(1).textContent()
    await expect.poll(firstName, patience).not.toBeNull()
    const name = page.getByRole('columnheader', { name: 'Name' })
    await name.getByRole('button').press('Enter')
    await name.getByRole('button').press('Enter')
    await expect.poll(firstName, patience).toBe('Zwaan Reclame')
    await page.getByRole('row').nth(1).dblclick()
    await headed(page, 'Zwaan Reclame')
    await page.keyboard.press('Escape')
    await expect.poll(firstName, patience).toBe('Zwaan Reclame')
    expect(await name.getAttribute('aria-sort')).toBe('descending')
  })

  test('[CUS-14] a customer’s page shows their latest orders, all of them, and opens one', async () => {
    const page = await opened({ at: '/parties' })
    await search(page, 'dongen')
    await page.keyboard.press('Enter')
    await headed(page, 'Bakkerij van Dongen')
    await page.getByRole('heading', { name: 'Latest orders' }).waitFor()
    expect(await page.getByRole('grid').getByRole('row').count()).toBe(7)
    await running().picture(page, 'customer-page')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Alt+2')
    await expect.poll(() => page.getByRole('grid').getByRole('row').count(), patience).toBe(8)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await headed(page, /26-A\d+/)
  })

  test('[PA10] an archived customer leaves the list, and Ctrl+Z takes that back', async () => {
    const page = await opened({ at: '/parties' })
    await search(page, 'café drie')
    await page.keyboard.press('Enter')
    await headed(page, 'Café Drie')
    await page.getByRole('button', { name: 'Archive' }).press('Enter')
    await page.getByRole('button', { name: 'Restore' }).waitFor()
    expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Archive' }).waitFor()
    await page.keyboard.press('Alt+3')
    await expect
      .poll(() => page.getByRole('list', { name: 'What happened' }).textContent(), patience)
      .toContain('Party restored')
  })

  test('[PA11] what others changed beside it stands; the same field is shown, not overwritten', async () => {
    const mine = await opened({ at: '/parties' })
    const theirs = await opened({ at: '/parties' })
    for (const page of [mine, theirs]) {
      await search(page, 'café twee')
      await page.keyboard.press('Enter')
      await headed(page, 'Café Twee')
      await page.keyboard.press('e')
      await field(page, 'Company').waitFor()
    }
    await field(theirs, 'Company').fill('Café Twee en Half')
    await field(theirs, 'E-mail').fill('half@cafe.example')
    await theirs.keyboard.press('Control+Enter')
    await headed(theirs, 'Café Twee en Half')

    await field(mine, 'Company').fill('Grand Café Twee')
    await field(mine, 'Note for the counter').fill('Wacht op de taart.')
    await mine.keyboard.press('Control+Enter')
    await mine.getByText('Somebody else has changed the same fields').waitFor()
    expect(await mine.getByText('now: Café Twee en Half. You wrote: Grand Café Twee.').count()).toBe(1)
    expect(await field(mine, 'E-mail').inputValue()).toBe('half@cafe.example')
    expect(await field(mine, 'Company').inputValue()).toBe('Grand Café Twee')
    expect(await violations(mine)).toEqual([])
    await mine.getByRole('button', { name: 'Take the other one' }).click()
    await expect.poll(() => field(mine, 'Company').inputValue(), patience).toBe('Café Twee en Half')
    await mine.keyboard.press('Control+Enter')
    await headed(mine, 'Café Twee en Half')
    await mine.getByText('Wacht op de taart.').waitFor()
  })

  test('[PA5] a contact taken off can be taken back before saving', async () => {
    const page = await opened({ at: '/parties' })
    await search(page, 'vieux')
    await page.keyboard.press('Enter')
    await headed(page, 'Brasserie')
    await page.keyboard.press('e')
    const name = page.getByLabel('Contact 1: Name')
    await name.waitFor()
    await page.getByRole('button', { name: 'Remove Jet Hoekstra' }).press('Enter')
    await expect.poll(() => name.count(), patience).toBe(0)
    await page.getByRole('button', { name: 'Take back' }).press('Enter')
    await expect.poll(() => name.inputValue(), patience).toBe('Jet Hoekstra')
    await page.keyboard.press('Escape')
  })

  test('a scanned customer code opens the customer, and the palette finds with @', async () => {
    const page = await opened()
    await scan(page, shared.codes?.[0] ?? '')
    await headed(page, 'Bakkerij van Dongen')
    await page.keyboard.press('Control+k')
    await typeByHand(page, '@linde')
    await page.keyboard.press('Enter')
    await headed(page, 'Huisartsenpraktijk De Linde')
  })

  test.each(['light', 'dark'] as const)('list and form have no accessibility violation in %s', async (scheme) => {
    const page = await opened({ scheme, at: '/parties' })
    await page.getByRole('row').nth(2).waitFor()
    expect(await violations(page)).toEqual([])
    await running().picture(page, `customers-${scheme}`)
    await page.keyboard.press('n')
    await field(page, 'Company').waitFor()
    expect(await violations(page)).toEqual([])
    await running().picture(page, `customer-new-${scheme}`)
  })
})
