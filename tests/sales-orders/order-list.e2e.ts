import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ProductBrowser, startProduct, typeByHand, type View } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'
import {
  addWarehousePerson,
  fillShop,
  placeBrochures,
  placeOrders,
  signedInAtWarehouse,
  violations,
} from './screens-shop.ts'

const shared: { product?: ProductBrowser } = {}
const bakery: string[] = []
const doctor: string[] = []
const brochures = { number: '' }

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

/** On the list of orders, without the mouse. */
async function atList(view: View = {}): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  await page.keyboard.press('g')
  await page.waitForTimeout(100)
  await page.keyboard.press('o')
  await page.getByRole('heading', { name: 'Sales orders' }).waitFor()
  await row(page, bakery.at(-1) ?? '').waitFor()
  return page
}

const row = (page: Page, number: string) => page.getByRole('row', { name: new RegExp(number) })
const field = (page: Page) => page.getByRole('textbox', { name: /Order number, customer/ })
const focused = (page: Page) =>
  page.evaluate(() => {
    const row = document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(row)?.textContent ?? ''
  })
const title = (page: Page, number: string) => page.getByRole('heading', { level: 1, name: new RegExp(number) })
const shown = async (page: Page) =>
  (await page.getByRole('grid').getByRole('row').allTextContents()).join(' ').match(/26-A\d{5}/g) ?? []

/** A person's keys come one after the other; a scanner's all at once. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(90)
  }
}

describe.skipIf(!hasTools('chromium'))('the list of orders', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await fillShop(shop)
        await addWarehousePerson(shop)
        bakery.push(
          ...(await placeOrders(
            shop,
            'Bakkerij',
            Array.from({ length: 40 }, () => 250),
          )),
        )
        doctor.push(...(await placeOrders(shop, 'Huisarts', [500, 1000, 2500])))
        brochures.number = await placeBrochures(shop)
        bakery.push(...(await placeOrders(shop, 'Bakkerij', [500])))
      },
    })
  })
  afterAll(() => shared.product?.close())

  test('[ORD-13] / goes to the order number, Enter opens it, Esc comes back to the row', async () => {
    const page = await atList()
    const number = doctor[1] ?? ''
    await press(page, '/')
    await typeByHand(page, number)
    await press(page, 'Enter')
    await title(page, number).waitFor()
    await press(page, 'Escape')
    await page.getByRole('heading', { name: 'Sales orders' }).waitFor()
    expect(await field(page).inputValue()).toBe(number)
  })

  test('[ORD-14] customer, phone and product narrow the list while they are typed', async () => {
    const page = await atList()
    const first = async (typed: string) => {
      await press(page, '/', 'Control+a')
      await typeByHand(page, typed)
      await expect.poll(() => shown(page)).toEqual([...doctor].reverse())
    }
    await first('huisarts')
    await first('020 6234567')
    await press(page, '/', 'Control+a')
    await typeByHand(page, 'brochure')
    await expect.poll(() => shown(page)).toEqual([brochures.number])
    await typeByHand(page, 'zzz')
    await page.getByText('No order fits these filters').waitFor()
  })

  test('[SOL1] Esc on an order comes back to the same row, deep in the list', async () => {
    const page = await atList()
    const number = bakery[8] ?? ''
    await press(page, 'End')
    await expect.poll(() => focused(page)).toContain(bakery[0])
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused(page)).toContain(number)
    await press(page, 'Enter')
    await title(page, number).waitFor()
    // J and K walk as the list stands.
    await press(page, 'j')
    await title(page, bakery[7] ?? '').waitFor()
    await press(page, 'k')
    await title(page, number).waitFor()
    await press(page, 'Escape')
    await expect.poll(() => focused(page)).toContain(number)
    expect(await row(page, number).isVisible()).toBe(true)
  })

  test('[ORD-11] a head sorts and sorts the other way', async () => {
    const page = await atList()
    const head = page.getByRole('columnheader', { name: 'Order', exact: true }).getByRole('button')
    await head.press('Enter')
    await expect.poll(async () => (await shown(page))[0]).toBe(bakery[0])
    await head.press('Enter')
    await expect.poll(async () => (await shown(page))[0]).toBe(bakery.at(-1))
  })

  test('[ORD-04] the counts per stage filter, and Esc drops every filter', async () => {
    const page = await atList()
    const waiting = page.getByRole('button', { name: /Check files/ })
    await waiting.press('Space')
    await expect.poll(() => shown(page)).toEqual([brochures.number])
    expect(await waiting.getAttribute('aria-pressed')).toBe('true')
    await waiting.evaluate((element) => element instanceof HTMLElement && element.blur())
    await press(page, 'Escape')
    await row(page, bakery.at(-1) ?? '').waitFor()
    expect(await waiting.getAttribute('aria-pressed')).toBe('false')
  })

  test('[ORD-30] ticked orders are marked as paid and finished, each asked once with its sum', async () => {
    const page = await atList()
    await press(page, 'ArrowDown', 'x', 'ArrowDown', 'x')
    await page.getByText('2 selected').waitFor()
    await page.getByRole('button', { name: 'Mark paid' }).press('Enter')
    await page.getByText('Mark 2 orders as paid').waitFor()
    const amount = await page.getByRole('button', { name: /^Receive/ }).textContent()
    expect(amount).toMatch(/Receive .*\d+\.\d\d/)
    await press(page, 'Enter')
    await expect.poll(() => row(page, brochures.number).textContent()).toContain('Paid')
    await expect.poll(() => row(page, bakery.at(-1) ?? '').textContent()).toContain('Paid')

    await page.getByText('2 selected').waitFor({ state: 'detached' })
    await press(page, 'x')
    await page.getByRole('button', { name: 'Mark finished' }).press('Enter')
    await page.getByText('Finish 1 order').waitFor()
    await press(page, 'Enter')
    await row(page, brochures.number).waitFor({ state: 'detached' })
    // [ORD-05] The tick box brings it back, as settled.
    await page.getByRole('checkbox', { name: 'Finished' }).press('Space')
    await expect.poll(() => row(page, brochures.number).textContent()).toContain('Finished')
  })

  test('[ORD-07] a view is saved with its filters, stands as a tab and is removed with a way back', async () => {
    const page = await atList()
    await page.getByRole('checkbox', { name: 'Cancelled' }).press('Space')
    await page.getByRole('button', { name: 'Save view' }).press('Enter')
    await page.getByLabel('Name of the view').waitFor()
    await typeByHand(page, 'With cancelled')
    await press(page, 'Enter')
    const tab = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /With cancelled/ })
    await expect.poll(() => tab.getAttribute('aria-current')).toBe('page')
    await page.getByRole('button', { name: /^Everything open/ }).press('Enter')
    expect(await page.getByRole('checkbox', { name: 'Cancelled' }).isChecked()).toBe(false)
    await tab.press('Enter')
    expect(await page.getByRole('checkbox', { name: 'Cancelled' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Remove view' }).press('Enter')
    await page.getByText('The view “With cancelled” was removed').waitFor()
    await expect.poll(() => tab.count()).toBe(0)
  })

  test('[ORD-12] what was viewed last stands at the bottom', async () => {
    const page = await atList()
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
    await page.getByText('What happened').waitFor()
    const number = (await page.getByRole('heading', { level: 1 }).textContent())?.match(/26-A\d{5}/)?.[0] ?? ''
    await press(page, 'Escape')
    await page.getByText('Last viewed').waitFor()
    await page.getByRole('button', { name: new RegExp(number) }).press('Enter')
    await title(page, number).waitFor()
  })

  test('[SOL2] Alt+P takes payment of the row in focus, Alt+R reprints it, Space only looks', async () => {
    const page = await atList()
    await press(page, '/')
    await typeByHand(page, doctor[0] ?? '')
    await expect.poll(() => shown(page)).toEqual([doctor[0]])
    await press(page, 'ArrowDown', 'Space')
    await page.getByRole('dialog').getByText('Huisartsenpraktijk De Linde').waitFor()
    await press(page, 'Space')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press(page, 'Alt+p')
    await page.getByRole('heading', { name: 'Take payment' }).waitFor()
    await press(page, 'Escape')
    await title(page, doctor[0] ?? '').waitFor()
    await press(page, 'Escape')
    await field(page).waitFor()
    await press(page, 'Alt+r')
    await page.getByText(`Reprint of ${doctor[0]}`).first().waitFor()
  })

  test('[ROL] without the right to see prices no column speaks of money', async () => {
    const page = await signedInAtWarehouse(running())
    onTestFinished(() => page.context().close())
    await press(page, 'g', 'o')
    await row(page, doctor[0] ?? '').waitFor()
    const heads = await page.getByRole('columnheader').allTextContents()
    expect(heads.join(' ')).toContain('Customer')
    expect(heads.join(' ')).not.toMatch(/Total|Payment/)
    await running().picture(page, 'order-list-warehouse-light')
    expect(await violations(page)).toEqual([])
  })

  test.each([
    ['light', 1280, 800],
    ['dark', 1024, 768],
  ] as const)('[UI16] axe finds nothing to complain about, %s at %i', async (scheme, width, height) => {
    const page = await atList({ scheme, width, height })
    await press(page, 'ArrowDown', 'ArrowDown')
    await running().picture(page, `order-list-${scheme}-${width}`)
    expect(await violations(page)).toEqual([])
    await press(page, 'x')
    expect(await violations(page)).toEqual([])
    await press(page, 'Escape', 'Space')
    await page.getByRole('dialog').getByText(/26-A/).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('[SC] the pages complained about nothing', () => {
    expect(running().complaints).toEqual([])
  })
})
