import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fillShop, placeOrders, violations } from '#tests/sales-orders/screens-shop.ts'
import { type ProductBrowser, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser; folder: string } = { folder: '' }
const numbers: string[] = []

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(90)
  }
}

describe.skipIf(!hasTools('chromium'))('many papers at once', () => {
  beforeAll(async () => {
    shared.folder = mkdtempSync(join(tmpdir(), 'counterproof-batch-'))
    shared.product = await startProduct({
      fill: async (shop) => {
        await fillShop(shop)
        numbers.push(...(await placeOrders(shop, 'Bakkerij', [250, 500, 1000, 2500])))
        await shop.local('printer.add', {
          profile: {
            language: 'pdf',
            name: 'A4 Kyocera',
            transport: { by: 'folder', path: shared.folder },
            media: 'A4',
            sides: 'one-sided',
            colour: 'monochrome',
            tray: null,
          },
        })
      },
    })
  })
  afterAll(async () => {
    await shared.product?.close()
    rmSync(shared.folder, { recursive: true, force: true })
  })

  test('[PRN-04][P20][P21][PR53] ticked orders become one file by keyboard, and page 3 is printed again', async () => {
    const page = await running().openSignedIn({})
    onTestFinished(() => page.context().close())
    await press(page, 'g', 'o')
    await page.getByRole('row', { name: new RegExp(numbers.at(-1) ?? '') }).waitFor()
    await press(page, 'ArrowDown', 'x', 'ArrowDown', 'x', 'ArrowDown', 'x', 'Control+p')
    await page.getByRole('heading', { name: 'Print which papers of 3 orders?' }).waitFor()
    await running().picture(page, 'print-many-light')
    const packingSlip = page.getByRole('dialog').getByRole('button', { name: /Packing slip/ })
    await press(page, (await packingSlip.textContent())?.match(/\d/)?.[0] ?? '')
    await page.getByRole('heading', { name: 'Where does this paper come out?' }).waitFor()
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { name: 'Papers of 3 orders' }).waitFor()
    await page.getByText('A4 Kyocera 3 of 3').waitFor()
    expect(readdirSync(shared.folder)).toHaveLength(1)
    await running().picture(page, 'print-batch-light')
    expect(await violations(page)).toEqual([])
    // From the page map: the third paper.
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'a')
    await page.getByRole('heading', { name: 'Print again from which page?' }).waitFor()
    expect(await page.getByLabel(/First page that is missing/).inputValue()).toBe('3')
    await running().picture(page, 'print-batch-again-light')
    await press(page, 'Enter')
    await expect.poll(() => readdirSync(shared.folder).length).toBe(2)
    await page.getByText('A4 Kyocera 3 of 3').waitFor()
    await press(page, 'g', 'j')
    await page.getByRole('row', { name: /3 of 3/ }).waitFor()
    await page.waitForTimeout(600)
    await page.emulateMedia({ colorScheme: 'dark' })
    await running().picture(page, 'print-queue-dark')
    expect(await violations(page)).toEqual([])
    await press(page, '/')
    await typeByHand(page, numbers.at(-1)?.slice(-3) ?? '')
    await page.getByRole('row', { name: /Packing slip/ }).waitFor()
    await running().picture(page, 'print-queue-found-dark')
  })

  test('[ORD-40][PRN-08] the palette prints all papers of the order found, once', async () => {
    const page = await running().openSignedIn({})
    onTestFinished(() => page.context().close())
    const number = numbers.at(-2) ?? ''
    const before = readdirSync(shared.folder).length
    await press(page, 'Control+k')
    await typeByHand(page, number)
    await page.getByRole('option', { name: `Print all papers of ${number}` }).click()
    await page.getByRole('heading', { name: 'Where do these papers come out?' }).waitFor()
    // What is picked up has no shipping label, and nobody is asked for its printer (PR88).
    expect(await page.getByRole('dialog').getByText('Shipping label').count()).toBe(0)
    await running().picture(page, 'print-all-asks-light')
    await press(page, 'Control+Enter')
    // Confirmation, job ticket and packing slip.
    await expect.poll(() => readdirSync(shared.folder).length).toBe(before + 3)
    // The wish was said once: whoever loads the page again prints nothing.
    expect(new URL(page.url()).hash).not.toContain('print=all')
    await page.reload()
    await page.getByText('Handed over').first().waitFor()
    await page.waitForTimeout(400)
    expect(readdirSync(shared.folder)).toHaveLength(before + 3)
  })

  test('[P11] the drawer says why it cannot open, and lists the day', async () => {
    const page = await running().openSignedIn({})
    onTestFinished(() => page.context().close())
    await press(page, 'g', 'k')
    await page.getByRole('heading', { name: 'Cash drawer' }).waitFor()
    await page.getByText('No drawer has been opened today.').waitFor()
    await running().picture(page, 'cash-drawer-light')
    expect(await violations(page)).toEqual([])
  })
})
