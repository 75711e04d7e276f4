// Two computers of one shop, as people see it: connecting, a code read from one screen and typed at the other, the stations.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderInput } from '#tests/sales-orders/order-samples.ts'
import { type CloudOverHttp, startCloud } from '#tests/support/cloud-http.ts'
import { type FaultProxy, openFaultProxy } from '#tests/support/fault-proxy.ts'
import { type ProductBrowser, signIn, startProduct, testSecrets, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

interface Shared {
  cloud: CloudOverHttp
  proxy: FaultProxy
  first: ProductBrowser
  second: ProductBrowser
  page: Page
}
const shared: Partial<Shared> = {}
function must<K extends keyof Shared>(name: K): Shared[K] {
  const value = shared[name]
  if (value === undefined) throw new Error(`${name} is not there: an earlier step failed`)
  return value as Shared[K]
}
let orderId = ''

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function bothSchemes(product: ProductBrowser, page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await product.picture(page, `${name}-${scheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

describe.skipIf(!hasTools('chromium'))('the stations of a shop on screen', () => {
  beforeAll(async () => {
    shared.cloud = await startCloud({ openBurst: 1000, burst: 10_000 })
    // As the computers' clocks have it: the screens say when a station was last seen.
    shared.cloud.clock.now = Date.now()
    shared.proxy = await openFaultProxy(shared.cloud.url)
    shared.first = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        const line = {
          id: shop.newId(),
          what: {
            kind: 'free_text' as const,
            title: 'Trimming',
            details: '',
            quantity: { sets: 1, each: 1000 },
            unit: 'C62' as const,
            unitPrice: { amount: 10_000_000, base: 1 },
            vatLevel: 'standard' as const,
          },
          position: 'a',
        }
        orderId = (await shop.command('salesOrder.take', orderInput(shop, { lines: [line] }))).id
      },
    })
    shared.second = await startProduct()
  })
  afterAll(async () => {
    await shared.first?.close()
    await shared.second?.close()
    await shared.proxy?.close()
    await shared.cloud?.close()
  })

  test('[Y18] a shop that works alone connects to a cloud and shows a code', async () => {
    const product = must('first')
    const page = await product.openSignedIn({ at: '/settings/stations' })
    shared.page = page
    await heading(page, 'This station works alone').waitFor()
    await bothSchemes(product, page, 'stations-alone')
    await page.keyboard.press('n')
    await page.getByLabel('Address of the cloud').fill('shop.example')
    await page.getByLabel('Name of this station').fill('Counter')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/is not the address of a cloud/).waitFor()
    await product.picture(page, 'stations-connect-light')
    await page.getByLabel('Address of the cloud').fill(must('proxy').url)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('row', { name: /A.*Counter \(this station\)/ }).waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('Pairing code').waitFor()
    await bothSchemes(product, page, 'stations-code')
    expect(await page.getByLabel('Pairing code').textContent()).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/)
  })

  test('[Y18] [U16] the other computer joins by keyboard alone, and the shop’s people sign in there', async () => {
    const code = (await must('page').getByLabel('Pairing code').textContent()) ?? ''
    const product = must('second')
    const page = await product.open()
    await heading(page, 'Which language, which country?').waitFor()
    await product.picture(page, 'first-start-1-join-light')
    await page.keyboard.press('Alt+j')
    await heading(page, 'Which shop?').waitFor()
    await typeByHand(page, must('cloud').url)
    await page.keyboard.press('Tab')
    await typeByHand(page, 'wrong')
    await page.keyboard.press('Tab')
    await typeByHand(page, 'Packing')
    await page.keyboard.press('Enter')
    await page.getByText(/sixteen letters and digits/).waitFor()
    await bothSchemes(product, page, 'join')
    await page.getByLabel('Pairing code').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await heading(page, 'Who is there?').waitFor()
    await page.getByText('Waiting for the PINs and passwords').waitFor({ state: 'detached' })
    await signIn(page)
    await page.getByText('Station B').waitFor()
    await page.context().close()
    expect(product.complaints).toEqual([])
  })

  test('[SYN-02] an order says quietly that it has not reached the cloud, and the slug line leads to all that waits', async () => {
    const product = must('first')
    const page = must('page')
    await page.keyboard.press('Escape')
    must('proxy').become('cut')
    await page.goto(page.url().replace(/#.*$/, `#/orders/${orderId}`))
    await page.getByText('Trimming').waitFor()
    await page.keyboard.press('Alt+h')
    await page.getByRole('dialog').getByRole('textbox').fill('Waits for the paper')
    await page.keyboard.press('Enter')
    await page.getByText('Not at the cloud yet').waitFor()
    await bothSchemes(product, page, 'order-waits')
    await page.getByRole('button', { name: /Offline since/ }).click()
    await page.getByRole('button', { name: 'Show what waits' }).click()
    await page.getByRole('row', { name: /26-A00001.*Order/ }).waitFor()
    await bothSchemes(product, page, 'outbox')
    must('proxy').become('open')
    await heading(page, 'Nothing waits').waitFor({ timeout: 90_000 })
  })

  test('[Y19] a station is shut out after the question, and what it could read is listed until it is changed', async () => {
    const product = must('first')
    const page = must('page')
    await page.goto(page.url().replace(/#.*$/, '#/settings/stations'))
    await page.getByRole('row', { name: /B.*Packing.*In step/ }).waitFor()
    await bothSchemes(product, page, 'stations')
    await page.getByRole('row', { name: /B.*Packing/ }).click()
    await page.getByRole('button', { name: 'Shut this station out …' }).click()
    await page.getByText('PIN of Marit Visser').waitFor()
    await bothSchemes(product, page, 'stations-revoke')
    await page.getByRole('button', { name: 'Shut station B out for good' }).click()
    await page.getByRole('row', { name: /B.*Packing.*Shut out/ }).waitFor()
    await page.getByText('3 secrets are to be changed').waitFor()
    await bothSchemes(product, page, 'stations-to-change')
    expect(testSecrets.pin).toHaveLength(4)
    expect(product.complaints.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
  })
})
