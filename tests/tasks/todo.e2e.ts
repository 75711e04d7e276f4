import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type ProductBrowser, startProduct } from '#tests/support/product-browser.ts'
import { withSecondStation } from '#tests/support/second-station.ts'
import type { TestShop } from '#tests/support/test-shop.ts'

let product: ProductBrowser
let orderId: string

/** Two orders that two stations worked on apart: two versions of date and place, and money on a cancelled one. */
async function fill(shop: TestShop): Promise<void> {
  await shop.command('company.change', { language: 'en' })
  await shop.command('user.change', { id: shop.administratorId, language: 'en' })
  const { other, inStep } = await withSecondStation(shop)
  const line = (title: string) => ({
    id: shop.newId(),
    what: {
      kind: 'free_text' as const,
      title,
      details: '',
      quantity: { sets: 1, each: 500_000 },
      unit: 'C62' as const,
      unitPrice: { amount: 240_000, base: 1 },
      vatLevel: 'standard' as const,
    },
    position: 'a',
  })
  const take = async (title: string) =>
    (await shop.command('salesOrder.take', orderInput(shop, { lines: [line(title)], confirm: true }))).id
  orderId = await take('Brochures A5')
  const paid = await take('Posters A2')
  const place = (street: string) => ({ street, extra: '', postcode: '3572 BH', city: 'Utrecht', country: 'NL' })
  await shop.command('salesOrder.change', {
    id: orderId,
    head: { delivery: 'delivery', deliveryAddress: place('Biltstraat 1') },
  })
  await inStep()
  const change = (station: typeof other, head: object) => station.command('salesOrder.change', { id: orderId, head })
  await change(shop, { promised: { on: '2026-12-01', at: null }, deliveryAddress: place('Biltstraat 90') })
  shop.clock.advance(240_000)
  await change(other, { promised: { on: '2026-12-08', at: null }, deliveryAddress: place('Biltstraat 88') })
  await shop.command('salesOrder.cancel', { id: paid, reason: '' })
  const payment = { id: other.newId(), salesOrderId: paid, method: 'pin' as const, amount: 1210, reference: '' }
  await other.command('payment.receive', payment)
  await inStep()
  await other.close()
}

beforeAll(async () => {
  product = await startProduct({ fill })
})
afterAll(() => product.close())

test('[F3] [F8] two versions are seen on the order, one left, one typed, by keyboard alone, and the order is what was decided', async () => {
  const page = await product.openSignedIn({ at: `/orders/${orderId}` })
  await page.getByText('Two versions: Delivery address, Promised date').waitFor()
  await product.picture(page, 'todo-order-notice-light')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByRole('table').waitFor()
  await product.picture(page, 'todo-finding-light')
  // All from one side, then a day that neither of the two had meant, without the mouse.
  await page.keyboard.press('Alt+1')
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(3)
  await page.getByRole('radio', { name: /^Promised date: .*1 Dec/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1-1-2020', { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await page.getByText('lies before the').first().waitFor()
  await page.getByLabel('Promised on').fill('4-12-2026')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Answered by Marit Visser at station A: chosen field by field/).waitFor()
  await page.goto(`${new URL(page.url()).origin}/#/orders/${orderId}`)
  await page.getByText('Biltstraat 90').first().waitFor()
  await page.getByText('Fri 4 Dec').first().waitFor()
  expect(await page.getByText('Two versions:').count()).toBe(0)
  await page.context().close()
})

test('[F5] [T1] money on a cancelled order is told with its story and seen to; a task is added on the order', async () => {
  const page = await product.openSignedIn({ at: '/todo', scheme: 'dark' })
  await page.getByText('Money on a cancelled order').first().waitFor()
  await product.picture(page, 'todo-money-dark')
  await page.getByLabel('How it was settled').fill('Given back by PIN')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Nothing to decide').waitFor()
  await page.goto(`${new URL(page.url()).origin}/#/orders/${orderId}?part=tasks`)
  await page.getByRole('button', { name: 'New task' }).click()
  await page.getByLabel('What has to be done').fill('Call about the proof')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Call about the proof' }).waitFor()
  await page.getByRole('button', { name: 'I take it' }).click()
  await product.picture(page, 'todo-task-dark')
  await page.keyboard.press('Escape')
  await page.goto(`${new URL(page.url()).origin}/#/todo/tasks`)
  await page.getByRole('button', { name: /Call about the proof/ }).waitFor()
  await product.picture(page, 'todo-tasks-dark')
  expect(product.complaints).toEqual([])
  await page.context().close()
})
