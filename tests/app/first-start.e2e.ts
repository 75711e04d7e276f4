import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ProductBrowser, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser } = {}

describe.skipIf(!hasTools('chromium'))('the first start', () => {
  beforeAll(async () => {
    shared.product = await startProduct()
  })
  afterAll(() => shared.product?.close())

  test('[SC11] is walked through by keyboard alone, and shows the recovery code before letting anybody in', async () => {
    const product = shared.product
    if (!product) throw new Error('no product')
    const page = await product.open()
    await page.getByRole('heading', { name: 'Which language, which country?' }).waitFor()
    await product.picture(page, 'first-start-1-light')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'What is the shop called?' }).waitFor()
    await typeByHand(page, 'Drukkerij De Kade')
    await product.picture(page, 'first-start-2-light')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await typeByHand(page, 'Marit Visser')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await typeByHand(page, 'inkt op papier')
    await page.keyboard.press('Tab')
    await typeByHand(page, '1379')
    await product.picture(page, 'first-start-3-light')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'Put this code in a safe place' }).waitFor()
    expect(await page.getByText(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/).count()).toBe(1)
    await product.picture(page, 'first-start-4-light')
    await page.getByLabel('I have printed it or written it down').press('Space')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: 'The shop is open' }).waitFor()
    await product.picture(page, 'first-start-5-light')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Counter' }).waitFor()
    await product.picture(page, 'start-page-light')
    expect(product.complaints).toEqual([])
  })
})
