import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput, productLine } from '#tests/sales-orders/order-samples.ts'
import { type ProductBrowser, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser } = {}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) })))`)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

describe.skipIf(!hasTools('chromium'))('print templates', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        await shop.command('product.add', businessCards)
        const lines = [productLine(shop, businessCards, 1000)]
        await shop.command('salesOrder.take', orderInput(shop, { lines }))
      },
    })
  })
  afterAll(async () => {
    expect(shared.product?.complaints).toEqual([])
    await shared.product?.close()
  })

  test('[PR17][PR45] are made, worded and saved by keyboard, with the paper beside them', async () => {
    const { product } = shared
    if (product === undefined) throw new Error('nothing was started')
    const page = await product.openSignedIn({ at: '/settings/print-templates' })
    page.setDefaultTimeout(10_000)
    await heading(page, 'Print templates').waitFor()
    await page.getByText('Built-in look').first().waitFor()
    await page.keyboard.press('n')
    await heading(page, 'New template').waitFor()
    await page.getByLabel('Name').focus()
    await typeByHand(page, 'Small box')
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Small box').waitFor()
    await page.getByRole('img', { name: 'Label' }).waitFor()
    const name = page.getByRole('button', { name: 'Product name', exact: true }).last()
    await name.focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.getByLabel('Top, mm').inputValue()).toBe('10.7')
    expect(await page.getByLabel('Left, mm').inputValue()).toBe('3')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.getByLabel('Top, mm').inputValue()).toBe('5.7')
    await name.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Version 2', exact: true }).waitFor()
    await product.picture(page, 'label-designer-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await heading(page, 'Print templates').waitFor()
    await product.picture(page, 'print-templates-light')
    expect(await violations(page)).toEqual([])
  })
})
