import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ProductBrowser, startProduct, typeByHand, type View } from '#tests/support/product-browser.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { scan } from '#tests/support/scanner.ts'
import { hasTools } from '#tests/support/tools.ts'
import { cardsBarcode, fillShop, placeOrders, violations } from './screens-shop.ts'

const shared: { product?: ProductBrowser; numbers?: readonly string[] } = {}

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

async function opened(view: View = {}): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  return page
}

const total = (page: Page) =>
  page.getByRole('complementary', { name: 'Price' }).locator('dl > div').last().locator('dd')
const who = (page: Page) => page.getByRole('combobox', { name: 'Who is it for?' })
const placed = (page: Page) => page.getByText(/Order 26-A\d+ is placed/)

/** To an open order with its customer, without the mouse. */
async function newOrder(page: Page, customer: string): Promise<void> {
  await page.keyboard.press('Alt+n')
  await who(page).waitFor()
  // Nobody waits for the list: Enter means the answer that is on its way.
  await typeByHand(page, customer)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change', exact: true }).waitFor()
}

async function addLine(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Insert')
  await typeByHand(page, words)
  await page.keyboard.press('Enter')
}

describe.skipIf(!hasTools('chromium'))('taking an order', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await fillShop(shop)
        shared.numbers = await placeOrders(shop, 'Bakkerij', [250, 500])
      },
    })
  })
  afterAll(() => shared.product?.close())

  test('[ORD-01] from the customer’s name to the order’s number by keyboard alone', async () => {
    const page = await opened()
    await newOrder(page, 'dongen')
    await addLine(page, '500 business')
    await expect.poll(() => total(page).textContent()).toBe('45.98')
    // Arrows choose inside a row, Enter goes on: size, own size, paper.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => total(page).textContent()).toBe('53.24')
    await page.keyboard.press('Alt+d')
    await typeByHand(page, '+3')
    await page.keyboard.press('Control+Enter')
    await placed(page).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Bakkerij van Dongen')
    expect(await page.getByText('53.24').count()).toBeGreaterThan(0)
  })

  test('[SOE4] the price moves with every key, and "Why this price?" says every step', async () => {
    const page = await opened()
    await newOrder(page, 'linde')
    await addLine(page, '2x500 business cards 74x105')
    await page.getByRole('button', { name: /Business cards A7/ }).waitFor()
    const amount = page.locator('.t-total').first()
    await expect.poll(() => amount.textContent()).toBe('76.00')
    await page.keyboard.press('F2')
    const why = page.getByRole('dialog')
    await why.getByText('Why 76.00?').waitFor()
    expect(await why.locator('dt').allTextContents()).toEqual([
      'Business cards, tier 500',
      'One more set of 500',
      'Net price',
    ])
    await running().picture(page, 'order-entry-why-light')
    await page.keyboard.press('F2')
    // A digit on the strip of quantities begins another one.
    await page.getByRole('radio', { name: /1,000/ }).focus()
    await typeByHand(page, '1200')
    await expect.poll(() => amount.textContent()).toBe('62.40')
  })

  test('[CAT-13] a discount by hand needs its reason before the order can be placed', async () => {
    const page = await opened()
    await newOrder(page, 'linde')
    await addLine(page, '1000 business')
    await page.getByRole('radio', { name: 'Discount', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Discount, %').focus()
    await page.keyboard.press('Control+a')
    await typeByHand(page, '10')
    await page.getByText('Line 1 has no price yet: Say why you give this discount.').waitFor()
    await page.getByLabel('Reason').focus()
    await typeByHand(page, 'regular customer')
    await expect.poll(() => page.locator('.t-total').first().textContent()).toBe('46.80')
    await page.keyboard.press('Control+Enter')
    await placed(page).waitFor()
  })

  test('[W16] what was typed survives a reload, and two drafts do not disturb each other', async () => {
    const page = await opened()
    await newOrder(page, 'dongen')
    await addLine(page, '250 business')
    await page.getByText('35.09').waitFor()
    await page.keyboard.press('Alt+n')
    await who(page).waitFor()
    await page.keyboard.press('Alt+w')
    await page.getByText('Walk-in customer').first().waitFor()
    const second = page.url()
    // Within two seconds of the last key it is on the disk.
    await page.waitForTimeout(1500)
    await page.reload()
    await page.getByText('Walk-in customer').first().waitFor()
    expect(page.url()).toBe(second)
    await page.goBack()
    await page.getByText('Bakkerij van Dongen').first().waitFor()
    await page.getByText('35.09').waitFor()
  })

  test('[CUS] a customer is made inside the order and taken over with the address', async () => {
    const page = await opened()
    await page.keyboard.press('Alt+n')
    await who(page).waitFor()
    await typeByHand(page, 'Atelier Zonnig')
    await page.getByRole('option', { name: /New customer/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('Name', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await typeByHand(page, 'Zoë')
    await page.keyboard.press('Enter')
    await typeByHand(page, '+31 6 12345678')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Atelier Zonnig').first().waitFor()
    await page.getByText(/Zoë · KA\d+/).waitFor()
  })

  test('[SOE12] a line in own words with its price and VAT, and a line removed and taken back', async () => {
    const page = await opened()
    await newOrder(page, 'linde')
    await page.keyboard.press('Insert')
    await typeByHand(page, '2 hours DTP work')
    await page.getByRole('option', { name: /Line in own words/ }).waitFor()
    await page.keyboard.press('End')
    await page.getByRole('option', { name: /Line in own words/ }).click()
    await page.getByLabel('Quantity').waitFor()
    await page.keyboard.press('Enter')
    await typeByHand(page, '62')
    await expect.poll(() => total(page).textContent()).toBe('150.04')
    await page.keyboard.press('Control+Delete')
    await page.getByText('Line 1 was removed').waitFor()
    expect(await page.getByText('DTP work').count()).toBe(0)
    await page.getByRole('combobox', { name: 'Add a line' }).blur()
    await page.keyboard.press('Control+z')
    await page.getByText('DTP work').first().waitFor()
    await expect.poll(() => total(page).textContent()).toBe('150.04')
  })

  test('[SC7] a product scanned while an order is typed goes onto that order, whatever has the focus', async () => {
    const page = await opened()
    await newOrder(page, 'linde')
    await page.keyboard.press('Insert')
    await scan(page, cardsBarcode)
    await page.getByText('Business cards 85×55, 350 g').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'Add a line' }).inputValue()).toBe('')
  })

  test('[FIL] artwork put on a line shows its short code', async () => {
    const page = await opened()
    await newOrder(page, 'linde')
    await addLine(page, '500 business')
    await page.getByText('A file is missing: drop it here').waitFor()
    await page.setInputFiles('input[type="file"]', {
      name: 'De Linde kaartje.png',
      mimeType: 'image/png',
      buffer: Buffer.from(samplePicture(340, 220)),
    })
    await page.getByText('De Linde kaartje.png').waitFor()
    await page
      .getByText(/^[2-9A-Z]{2}-[2-9A-Z]{4} v1/)
      .first()
      .waitFor()
    await page.keyboard.press('Control+Enter')
    await placed(page).waitFor()
    await page.getByText('File is here').waitFor()
  })

  test('[SOE1] without a customer or a line the button says what is missing and nothing is placed', async () => {
    const page = await opened()
    await page.keyboard.press('Alt+n')
    await page.getByText('Say first who it is for.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Alt+w')
    await page.getByText('Add at least one line.').waitFor()
    await page.keyboard.press('Control+Enter')
    expect(await page.getByRole('button', { name: 'Place order' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('[W16] kept as a draft it stands on every station without a number, and is finished later', async () => {
    const page = await opened()
    await newOrder(page, 'vieux')
    await addLine(page, '250 business')
    await page.getByText('35.09').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText(/Kept as a draft/).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /Finish the draft/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await placed(page).waitFor()
  })

  test('[ORD-25] a reprint is confirmed in six steps from anywhere', async () => {
    const page = await opened()
    const number = shared.numbers?.[1] ?? ''
    let steps = 0
    const step = async (press: () => Promise<unknown>) => {
      steps += 1
      await press()
    }
    await step(() => page.keyboard.press('Control+k'))
    await step(() => typeByHand(page, number))
    await page
      .getByRole('option', { name: new RegExp(number) })
      .first()
      .waitFor()
    await step(() => page.keyboard.press('Tab'))
    await step(() => typeByHand(page, 'reprint'))
    await page.getByText(`Reprint ${number}, identical artwork`).waitFor()
    await step(() => page.keyboard.press('Enter'))
    await page.getByText(`Reprint of ${number}`).first().waitFor()
    await page.getByText(`identical to ${number}`).first().waitFor()
    await step(() => page.keyboard.press('Control+Enter'))
    await placed(page).waitFor()
    expect(steps).toBeLessThanOrEqual(6)
  })

  test('[ORD-24] a duplicate asks for new files and a new order keeps the customer alone', async () => {
    const page = await opened()
    const number = shared.numbers?.[0] ?? ''
    await page.keyboard.press('Control+k')
    await typeByHand(page, number)
    await page
      .getByRole('option', { name: new RegExp(number) })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
    await page.getByRole('button', { name: /^Duplicate/ }).press('Enter')
    await page.getByText(`Duplicate of ${number}: new files asked`).waitFor()
    await page.getByText('A file is missing: drop it here').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
    await page.getByRole('button', { name: /^New order/ }).press('Enter')
    await page.getByText(`For the customer of ${number}`).waitFor()
    await page.getByText('Bakkerij van Dongen').first().waitFor()
    await page.getByText('Add at least one line.').waitFor()
  })

  test.each([
    ['light', 1280, 800],
    ['dark', 1024, 768],
  ] as const)('[UI16] axe finds nothing to complain about, %s at %i', async (scheme, width, height) => {
    const page = await opened({ scheme, width, height })
    await newOrder(page, 'dongen')
    await addLine(page, '500 brochure')
    await page.getByRole('radio', { name: 'A5' }).waitFor()
    await running().picture(page, `order-entry-${scheme}-${width}`)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Alt+d')
    await page.getByLabel('Promised on').waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('[SC] the pages complained about nothing', () => {
    expect(running().complaints).toEqual([])
  })
})
