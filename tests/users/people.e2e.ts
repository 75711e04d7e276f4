import type { Page } from 'playwright-core'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  type ProductBrowser,
  type ProductOptions,
  signIn,
  startProduct,
  typeByHand,
} from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

const products: ProductBrowser[] = []

async function startShop(options: Omit<ProductOptions, 'fill'> = {}): Promise<ProductBrowser> {
  const product = await startProduct({
    ...options,
    fill: async (shop) => {
      await shop.command('company.change', { language: 'en' })
      await shop.command('user.change', { id: shop.administratorId, language: 'en' })
    },
  })
  products.push(product)
  return product
}

async function opened(product: ProductBrowser, at?: string): Promise<Page> {
  const page = await product.open(at === undefined ? {} : { at })
  onTestFinished(() => page.context().close())
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

describe.skipIf(!hasTools('chromium'))('people on screen', () => {
  afterAll(async () => {
    for (const product of products) await product.close()
  })

  test('[USR-01] [U5] somebody added with a PIN signs in with it and may do what was ticked', async () => {
    const product = await startShop()
    const page = await opened(product, '/settings/people')
    await signIn(page)
    await heading(page, 'People').waitFor()
    await page.keyboard.press('n')
    await heading(page, 'Add a person').waitFor()
    await page.getByLabel('Name').fill('Noor de Wit')
    await page.getByRole('radio', { name: /Warehouse/ }).check({ force: true })
    await page.getByLabel('See prices and amounts').check()
    await page.getByLabel('New PIN').fill('24')
    await page.keyboard.press('Control+Enter')
    await page.getByText('A PIN has 4 to 8 digits.').waitFor()
    await page.getByLabel('New PIN').fill('2468')
    await product.picture(page, 'person-new-light')
    await page.keyboard.press('Control+Enter')
    // The person is recorded first, the PIN kept after it: the row says so a moment later.
    await page.getByRole('row', { name: /Noor de Wit.*PIN only/ }).waitFor()

    await page.getByRole('button', { name: /^Marit Visser:/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await heading(page, 'Who is there?').waitFor()
    await page.getByRole('radio', { name: 'Noor de Wit' }).check({ force: true })
    await typeByHand(page, '2468')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Noor de Wit:/ }).waitFor()
    expect(await page.getByRole('link', { name: 'Parties' }).count()).toBe(1)
  })

  test('[U8] the recovery code opens the account with a new password, and its successor is seen first', async () => {
    const product = await startShop()
    const page = await opened(product)
    await page.getByRole('button', { name: 'Use the password' }).click()
    await page.getByRole('button', { name: 'Forgot the password' }).click()
    await page.getByLabel('Recovery code').fill(product.recoveryCode?.toLowerCase().replaceAll('-', ' ') ?? '')
    await page.getByLabel('New password').fill('een ander zinnetje')
    await product.picture(page, 'recovery-light')
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await heading(page, 'Your new recovery code').waitFor()
    expect(await page.getByText(product.recoveryCode ?? '').count()).toBe(0)
    await product.picture(page, 'recovery-code-light')
    await page.getByRole('button', { name: 'It is safe, go on' }).click()
    await heading(page, 'Counter').waitFor()
    expect(product.complaints).toEqual([])
  })

  test('[U11] a screen that nobody touches for a quarter of an hour locks', async () => {
    const product = await startShop()
    const page = await opened(product)
    await page.clock.install()
    await signIn(page)
    await page.clock.fastForward('14:00')
    await page.keyboard.press('Shift')
    await page.clock.fastForward('14:00')
    expect(await heading(page, 'Counter').count()).toBe(1)
    await page.clock.fastForward('02:00')
    await heading(page, 'Locked by Marit Visser').waitFor()
  })

  test('[U2] a first start that stopped before the password goes on there', async () => {
    const product = await startShop({ isWithoutPassword: true })
    const page = await opened(product)
    await heading(page, 'Who are you?').waitFor()
    expect(await page.getByLabel('Name').count()).toBe(0)
    await page.getByLabel('Password').fill('inkt op papier')
    await page.keyboard.press('Enter')
    await heading(page, 'Put this code in a safe place').waitFor()
  })
})
