// A day without a network, as the people at two counters see it: two programs, two browsers, one cloud, and a line to it that
// is cut, comes back, loses an answer halfway, and comes back again.
import type { Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { askAsPerson } from '#tests/support/ask-as-person.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { type FaultProxy, openFaultProxy } from '#tests/support/fault-proxy.ts'
import { type ProductBrowser, signIn, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

interface Shared {
  cloud: CloudOverHttp
  proxy: FaultProxy
  counter: ProductBrowser
  packing: ProductBrowser
  /** Station A, whose line breaks. */
  a: Page
  /** Station B, which has the cloud all day. */
  b: Page
  brochuresId: string
  postersId: string
}
const shared: Partial<Shared> = {}
function must<K extends keyof Shared>(name: K): Shared[K] {
  const value = shared[name]
  if (value === undefined) throw new Error(`${name} is not there: an earlier step failed`)
  return value as Shared[K]
}

const place = (street: string) => ({ street, extra: '', postcode: '3572 BH', city: 'Utrecht', country: 'NL' })

/** An order of one line in own words; the amount is net, in cents. */
function orderOf(title: string, cents: number, change: Parameters<typeof orderInput>[1] = {}) {
  const what = {
    kind: 'free_text' as const,
    title,
    details: '',
    quantity: { sets: 1, each: 1000 },
    unit: 'C62' as const,
    unitPrice: { amount: cents * 10_000, base: 1 },
    vatLevel: 'standard' as const,
  }
  return orderInput({ newId }, { lines: [{ id: newId(), what, position: 'a' }], ...change })
}

/** Paid this day besides the 59.77 that are taken on screen: net, what is received, and how. A note is written for cash. */
const paidOrders = [
  [2000, 2420, 'cash', 'note 1'],
  [5000, 6050, 'cash', 'note 2'],
  [1000, 1210, 'cash', 'note 3'],
  [10_000, 12_100, 'pin', '004711'],
  [3000, 3630, 'pin', '004712'],
] as const
const unpaidOrders = [700, 800, 900, 1100, 1200, 1300, 1400, 1500]

const slug = (page: Page, words: RegExp) => page.getByRole('button', { name: words })
/** A busy machine takes its time. */
const patience = { timeout: 30_000 }
/** A list with every row of this day in sight. */
const wide = { width: 1500, height: 1400 }

async function goTo(page: Page, at: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${at}`)
}

async function openOrder(page: Page, id: string): Promise<void> {
  await goTo(page, `/orders/${id}`)
  await page.getByText('What happened').waitFor()
}

/** Number, customer, payment and total as the list of orders shows them. */
async function shownOrders(page: Page): Promise<readonly string[]> {
  const rows = await page
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())))
  return rows.filter((cells) => cells.some((text) => /^\d\d-[AB]\d+$/.test(text))).map((cells) => cells.join(' | '))
}

const numberIn = (row: string) => /\d\d-[AB]\d+/.exec(row)?.[0] ?? ''
const centsIn = (row: string) => Math.round(Number(/([\d.]+)$/.exec(row)?.[1]) * 100)

describe.skipIf(!hasTools('chromium'))('a day without a network', { retry: 0 }, () => {
  beforeAll(async () => {
    shared.cloud = await startCloud({ openBurst: 1000, burst: 10_000 })
    // As the computers' clocks have it, all day long.
    Object.defineProperty(shared.cloud.clock, 'now', { get: Date.now })
    shared.proxy = await openFaultProxy(shared.cloud.url)
    shared.counter = await startProduct({
      sync: { found: shared.proxy.url, stationName: 'Counter' },
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        await shop.command('setting.put', { scope: 'company', key: 'payments.cash', value: true })
        await shop.command('product.add', businessCards)
        const take = async (title: string) =>
          (
            await shop.command('salesOrder.take', {
              ...orderOf(title, 4000),
              delivery: 'delivery',
              deliveryAddress: place('Biltstraat 1'),
            })
          ).id
        shared.brochuresId = await take('Brochures A5')
        shared.postersId = await take('Posters A2')
      },
    })
    shared.a = await shared.counter.openSignedIn(wide)
    const { code } = await askAsPerson(shared.a)('local', 'sync.pairingCode', {})
    shared.packing = await startProduct({
      sync: { join: { cloudUrl: shared.cloud.url, code }, stationName: 'Packing' },
    })
    const b = await shared.packing.open({ ...wide, at: '/' })
    await b.getByRole('heading', { name: 'Who is there?', exact: true }).waitFor()
    await b.getByText('Waiting for the PINs and passwords').waitFor({ state: 'detached' })
    await signIn(b)
    shared.b = b
  })
  afterAll(async () => {
    await shared.counter?.close()
    await shared.packing?.close()
    await shared.proxy?.close()
    await shared.cloud?.close()
  })

  test('[SYN-01] both are in step; the line is cut and the screen says so before anything is written', async () => {
    for (const page of [must('a'), must('b')]) {
      await goTo(page, '/orders')
      await slug(page, /In step.*everything sent/).waitFor()
      await expect.poll(() => shownOrders(page), patience).toHaveLength(2)
    }
    must('proxy').become('cut')
    await slug(must('a'), /Offline since \d/).waitFor()
    await slug(must('b'), /In step.*everything sent/).waitFor()
  })

  test('[U16] cut off, a customer, an order and a payment by keyboard alone: 59.77 by card', async () => {
    const page = must('a')
    const { keyboard } = page
    await keyboard.press('Alt+n')
    await page.getByRole('combobox', { name: 'Who is it for?' }).waitFor()
    await typeByHand(page, 'Bakkerij De Molen')
    await page.getByText('New customer “Bakkerij De Molen”').waitFor()
    await keyboard.press('Enter')
    await page.getByLabel('Discount, %').focus()
    await typeByHand(page, '5')
    await keyboard.press('Control+Enter')
    await page.getByText('discount 5%').waitFor()
    await typeByHand(page, '1000 business cards')
    await page
      .getByRole('option', { name: /Business cards/ })
      .first()
      .waitFor()
    await keyboard.press('Enter')
    await page.getByText('59.77').first().waitFor()
    await keyboard.press('Alt+p')
    await page.getByText('59.77 is open').waitFor()
    await keyboard.press('F5')
    await keyboard.press('Enter')
    await page.getByText('The order is paid.').waitFor()
    await keyboard.press('Enter')
    await page.getByText('Not at the cloud yet').waitFor()
    await slug(page, /Offline since \d.*\d+ changes wait/).waitFor()
    await must('counter').picture(page, 'day-without-network-a-light')
  })

  test('[Y11] the rest of the day at A, which is closed and opened twice, while B works on the same orders', async () => {
    const anew = async (): Promise<Page> => {
      await must('a').context().close()
      await must('counter').reopen()
      shared.a = await must('counter').openSignedIn(wide)
      await slug(must('a'), /Offline since \d.*\d+ changes wait/).waitFor()
      return must('a')
    }
    const morning = askAsPerson(must('a'))
    const { id: partyId } = await morning('command', 'party.register', { name: 'Atelier Zonnig' })
    const customer = { kind: 'party' as const, partyId }
    for (const [net, amount, method, reference] of paidOrders) {
      const { id } = await morning('command', 'salesOrder.take', orderOf('Posters', net, { customer }))
      await morning('command', 'payment.receive', { id: newId(), salesOrderId: id, method, amount, reference })
    }
    const noon = askAsPerson(await anew())
    for (const net of unpaidOrders) await noon('command', 'salesOrder.take', orderOf('Flyers', net, { customer }))
    const [brochuresId, postersId] = [must('brochuresId'), must('postersId')]
    const afternoon = askAsPerson(await anew())
    await afternoon('command', 'salesOrder.change', {
      id: brochuresId,
      head: { deliveryAddress: place('Biltstraat 90') },
    })
    await afternoon('command', 'salesOrder.change', { id: postersId, head: { customerReference: 'Festival' } })

    const b = must('b')
    const atB = askAsPerson(b)
    await atB('command', 'salesOrder.change', { id: brochuresId, head: { deliveryAddress: place('Biltstraat 88') } })
    await atB('command', 'salesOrder.take', orderOf('Stickers', 7700))
    await openOrder(b, postersId)
    await b.keyboard.press('Alt+h')
    await b.getByRole('dialog').getByRole('textbox').fill('Waits for the paper')
    await b.keyboard.press('Enter')
    await b.getByText('Waits for the paper').first().waitFor()
    await slug(b, /In step.*everything sent/).waitFor()
    await goTo(b, '/orders')
    await expect.poll(() => shownOrders(b), patience).toHaveLength(3)
  })

  test('[Y5] [SYN-01] the line is back and breaks amid the sync: B has a part of it, A says that the rest waits, and later that all was sent', async () => {
    const [a, b] = [must('a'), must('b')]
    const said: string[] = []
    await a.exposeFunction('slugSaid', (text: string) => said.push(text))
    await slug(a, /Offline since/).evaluate((part) => {
      const tell = (): unknown => Reflect.get(window, 'slugSaid')(part.textContent)
      new MutationObserver(tell).observe(part, { subtree: true, childList: true, characterData: true })
    })
    await goTo(b, '/parties')
    const lost = must('proxy').loseAnswerTo('POST /v1/push')
    must('proxy').become('open')
    await lost
    // The first that A did today has reached the cloud, and B; A was not told, and sends it again.
    await b.getByText('Bakkerij De Molen').first().waitFor()
    await slug(a, /Offline since \d.*\d+ changes wait/).waitFor()
    await goTo(a, '/orders')
    await askAsPerson(a)('command', 'salesOrder.note', { id: must('postersId'), text: 'Paper ordered' })
    expect(said.filter((text) => /In step|everything sent/.test(text))).toEqual([])

    must('proxy').become('open')
    await slug(a, /In step.*everything sent/).waitFor()
    await expect.poll(() => said.at(-1), patience).toMatch(/In step.*everything sent/)
    expect(await askAsPerson(a)('query', 'sync.status', {})).toMatchObject({ state: { is: 'inStep' }, waiting: 0 })
  })

  test('[Y5] everything is there once at both, numbers are unique, and both show the same totals: 313.87 was paid', async () => {
    const [a, b] = [must('a'), must('b')]
    await goTo(b, '/orders')
    await a.getByText('On hold: Waits for the paper').waitFor()
    await expect.poll(() => shownOrders(a), patience).toHaveLength(17)
    await expect.poll(() => shownOrders(b), patience).toEqual(await shownOrders(a))
    await must('packing').picture(b, 'day-without-network-orders-light')
    for (const page of [a, b]) {
      const rows = await shownOrders(page)
      expect(new Set(rows.map(numberIn)).size).toBe(17)
      expect(rows.map(numberIn).filter((number) => number.includes('-B'))).toHaveLength(1)
      const paid = rows.filter((row) => row.includes('| Paid |')).map(centsIn)
      expect(paid.toSorted((one, other) => one - other)).toEqual([1210, 2420, 3630, 5977, 6050, 12_100])
      expect(paid.reduce((sum, each) => sum + each, 0)).toBe(31_387)

      const ask = askAsPerson(page)
      const { rows: parties } = await ask('query', 'party.list', {})
      expect(parties.map(({ name }) => name).toSorted()).toEqual(['Atelier Zonnig', 'Bakkerij De Molen'])
      const { rows: orders } = await ask('query', 'salesOrder.list', { limit: 50 })
      const payments = await Promise.all(
        orders.map(({ id: salesOrderId }) => ask('query', 'payment.ofOrder', { salesOrderId })),
      )
      const booked = payments.flatMap((each) => each.payments.map(({ amount, method }) => `${amount} ${method}`))
      expect(booked.toSorted()).toEqual(
        [...paidOrders.map(([, amount, method]) => `${amount} ${method}`), '5977 pin'].toSorted(),
      )
      // What each did to another field of the same order stands beside the other's.
      const posters = () => ask('query', 'salesOrder.get', { id: must('postersId') })
      await expect.poll(posters, patience).toMatchObject({
        isOnHold: true,
        holdReason: 'Waits for the paper',
        customerReference: 'Festival',
        notes: [{ text: 'Paper ordered' }],
      })
    }
  })

  test('[Y22] [F3] one conflict is shown at both; a click at B decides it, and it is closed at A’s screen too', async () => {
    const [a, b] = [must('a'), must('b')]
    const card = (page: Page) => page.locator('li > button:has(time)')
    for (const page of [a, b]) {
      await goTo(page, '/todo')
      await card(page).first().waitFor()
      expect(await card(page).allTextContents()).toEqual([expect.stringMatching(/Order.*Delivery address/)])
      await page.getByText('Two stations changed the same thing').waitFor()
      for (const street of ['Biltstraat 90', 'Biltstraat 88']) await page.getByText(street).first().waitFor()
    }
    await must('counter').picture(a, 'day-without-network-conflict-light')
    await b.getByRole('button', { name: 'Put all back' }).click()
    await b.getByRole('button', { name: /^Save/ }).click()
    for (const page of [b, a]) {
      await page.getByText('Nothing to decide').waitFor()
      expect(await card(page).count()).toBe(0)
      await openOrder(page, must('brochuresId'))
      await page.getByText('Biltstraat 90').first().waitFor()
      expect(await page.getByText('Two versions:').count()).toBe(0)
      await slug(page, /In step.*everything sent/).waitFor()
    }
    expect(must('counter').complaints).toEqual([])
    expect(must('packing').complaints).toEqual([])
  })
})
