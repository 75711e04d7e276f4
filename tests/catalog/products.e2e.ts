import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { cardsBarcode, fillShop, violations } from '#tests/sales-orders/screens-shop.ts'
import { type ProductBrowser, startProduct, typeByHand, type View } from '#tests/support/product-browser.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { scan } from '#tests/support/scanner.ts'
import type { TestShop } from '#tests/support/test-shop.ts'
import { hasTools } from '#tests/support/tools.ts'
import { businessCards } from './sample-products.ts'

const shared: { product?: ProductBrowser } = {}

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

async function opened(view: View = {}): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  return page
}

/** A busy machine takes its time. */
const patience = { timeout: 15_000 }
const headed = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), patience).toMatch(words)
const names = (page: Page) => page.getByRole('grid', { name: 'Products' }).locator('tbody tr td:nth-child(3)')
const namesAre = (page: Page, expected: readonly string[]) =>
  expect.poll(() => names(page).allTextContents(), patience).toEqual(expected)
const cell = (page: Page, row: string, column: string) => page.getByLabel(`${row}, ${column}`, { exact: true })
const price = (page: Page) => page.locator('output.t-total')

/** Takes from a list of choices by keyboard. */
async function choose(page: Page, list: Locator, choice: string): Promise<void> {
  await list.focus()
  await page.keyboard.press('ArrowDown')
  const wanted = await page.getByRole('option', { name: choice, exact: true }).getAttribute('id')
  while ((await list.getAttribute('aria-activedescendant')) !== wanted) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** A block as a spreadsheet puts it on the clipboard. */
async function paste(at: Locator, text: string): Promise<void> {
  await at.focus()
  await at.evaluate((input, block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function fillCatalogue(shop: TestShop): Promise<void> {
  await fillShop(shop)
  const [print, cards, pens] = [shop.newId(), shop.newId(), shop.newId()]
  const put = (id: string, parentId: string | null, name: string, position: string) =>
    shop.command('category.put', { id, parentId, names: { en: name }, position, archived: false })
  await put(print, null, 'Print', 'i000')
  await put(cards, print, 'Cards', 'i000')
  await put(pens, null, 'Giveaways', 'i001')
  const plain = { ...businessCards, barcodes: [], options: [], optionRules: [], priceTable: null, countedNames: {} }
  await shop.command('product.add', {
    ...businessCards,
    id: shop.newId(),
    names: { en: 'Loyalty cards' },
    sku: 'LC-1',
    categoryId: cards,
  })
  await shop.command('product.add', {
    ...plain,
    id: shop.newId(),
    names: { en: 'Posters' },
    sku: 'PO-1',
    categoryId: print,
  })
  await shop.command('product.add', {
    ...plain,
    id: shop.newId(),
    names: { en: 'Ball pens', nl: 'Balpennen' },
    sku: 'PEN',
    kind: 'stock_article',
    isStocked: true,
    isPersonalised: false,
    categoryId: pens,
  })
}

describe.skipIf(!hasTools('chromium'))('the catalogue on screen', () => {
  beforeAll(async () => {
    shared.product = await startProduct({ fill: fillCatalogue })
  })
  afterAll(async () => {
    expect(shared.product?.complaints).toEqual([])
    await shared.product?.close()
  })

  test('[CT9] choosing a category shows what is below it too; arrows walk the tree', async () => {
    const page = await opened({ at: '/products' })
    await page.getByRole('treeitem', { name: 'All products' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await namesAre(page, ['Loyalty cards', 'Posters'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await namesAre(page, ['Loyalty cards'])
    await page.getByRole('treeitem', { name: 'Print' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.getByRole('treeitem').count(), patience).toBe(3)
  })

  test('[CAT-19] found by name in another language, by SKU and by barcode; nothing found says which filters', async () => {
    const page = await opened({ at: '/products' })
    await page.getByRole('searchbox', { name: 'Search products' }).focus()
    await typeByHand(page, 'balpen')
    await namesAre(page, ['Ball pens'])
    await page.keyboard.press('Escape')
    await typeByHand(page, 'po-1')
    await page.keyboard.press('Enter')
    await headed(page, 'PO-1Posters')
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: 'Search products' }).fill('nothing like it')
    await page.getByText('Looked for: “nothing like it”.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: /^Show all/ }).press('Enter')
    await expect.poll(() => names(page).count(), patience).toBeGreaterThan(3)
    await scan(page, cardsBarcode)
    await headed(page, 'Business cards')
  })

  test('[CAT-03] [CAT-04] a product is described, priced from a pasted list and tried, by keyboard', async () => {
    const page = await opened({ at: '/products' })
    await names(page).first().waitFor()
    await page.keyboard.press('n')
    await headed(page, 'New product')
    await expect.poll(() => page.evaluate('document.activeElement?.name'), patience).toBe('names')
    await page.keyboard.insertText('Beer mats')
    await page.getByLabel('SKU', { exact: true }).fill('BM-93')
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Add sizes' }).press('Enter')
    await page.getByLabel('Size is called').fill('Size')
    await cell(page, 'Value 1', 'Width × height, mm').fill('93 x 93')
    await cell(page, 'Value 2', 'Width × height, mm').fill('107x107')
    await page.getByRole('button', { name: 'Add a choice' }).press('Enter')
    await page.getByLabel('Choice is called').fill('Board')
    await paste(cell(page, 'Value 1', 'Name').last(), '1.2 mm\n1.5 mm')
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: 'Add a column of tiers' }).press('Enter')
    await paste(cell(page, 'New tier', 'Pieces'), '100\t79.50\n500\t140.00\n1,000\t210.00')
    // The price beside it moves with every key: the middle tier first.
    await expect.poll(() => price(page).textContent(), patience).toBe('140.00')
    await page.getByRole('button', { name: 'Add a surcharge' }).press('Enter')
    await page.getByRole('button', { name: 'When: Always' }).press('Enter')
    // By mouse: a click into the list must not close the popover that the list belongs to.
    await page.getByRole('combobox', { name: 'Option' }).click()
    await page.getByRole('option', { name: 'Board' }).click()
    await page.getByRole('button', { name: '1.5 mm' }).press('Enter')
    await page.keyboard.press('Escape')
    await cell(page, 'Surcharge 1', '%').fill('10')
    // Nothing is chosen at first, so the trial asks; the surcharge counts from the moment its board is chosen.
    const board = page.getByRole('combobox', { name: 'Board' })
    await expect.poll(() => price(page).textContent(), patience).toBe('140.00')
    await choose(page, board, '1.5 mm')
    await expect.poll(() => price(page).textContent(), patience).toBe('154.00')
    await choose(page, board, '1.2 mm')
    await expect.poll(() => price(page).textContent(), patience).toBe('140.00')
    expect(await violations(page)).toEqual([])
    await running().picture(page, 'product-editor-prices')
    // From within a list of choices, which would open with Enter alone.
    await page.keyboard.press('Control+Enter')

    await headed(page, 'BM-93Beer mats')
    const content = await page.locator('main').textContent()
    for (const part of ['93×93 · 107×107', '1.2 mm · 1.5 mm']) expect(content).toContain(part)
    await page.keyboard.press('Alt+2')
    await page.getByText('10% of the base price').waitFor()
    expect(await page.getByRole('row', { name: '1,000 210.00' }).count()).toBe(1)
    await running().picture(page, 'product-page-prices')
  })

  test('[CT19] reliability 8: what cannot be read stays, is said at once, and two readings are offered', async () => {
    const page = await opened({ at: '/products' })
    await names(page).filter({ hasText: 'Loyalty' }).dblclick()
    await headed(page, 'LC-1Loyalty cards')
    await page.keyboard.press('e')
    await headed(page, 'Change Loyalty cards')
    await page.keyboard.press('Alt+3')
    const grid = page.getByRole('table', { name: 'Tiers' })
    const first = grid.locator('[data-cell="0 1"]')
    await paste(first, '1,234\nabc')
    await grid.getByText('This is not a number.', { exact: false }).waitFor()
    expect(await first.inputValue()).toBe('1,234')
    await page.getByText('before the last change').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Not saved: 2 fields need you').waitFor()
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate('document.activeElement?.value'), patience).toBe('1,234')
    await grid.getByRole('button', { name: '1234.00' }).press('Enter')
    await expect.poll(() => first.inputValue(), patience).toBe('1234.00')
    await grid.locator('[data-cell="1 1"]').fill('1300')
    await page.keyboard.press('Control+Enter')
    await headed(page, 'LC-1Loyalty cards')
    await page.keyboard.press('Alt+2')
    await page.getByRole('row', { name: /1234\.00/ }).waitFor()
    await page.keyboard.press('Alt+3')
    await expect
      .poll(() => page.getByRole('list', { name: 'What happened' }).textContent(), patience)
      .toContain('Product changed')
  })

  test('[CAT-04] when a price column counts is changed with the mouse, a popover out of a popover', async () => {
    const page = await opened({ at: '/products' })
    await names(page).filter({ hasText: 'Brochure' }).dblclick()
    await headed(page, 'BR-A5Brochure')
    await page.keyboard.press('e')
    await headed(page, 'Change Brochure')
    await page.keyboard.press('Alt+3')
    await page.getByRole('button', { name: 'Size: A5 · Pages: 16 for the run' }).click()
    await page.getByRole('button', { name: 'Counts when: Size: A5 · Pages: 16' }).click()
    await page.getByRole('button', { name: 'A4', exact: true }).click()
    await running().picture(page, 'product-editor-column')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Size: A5, A4 · Pages: 16 for the run' }).waitFor()
    await page.getByRole('button', { name: 'Discard draft' }).press('Enter')
    await headed(page, 'BR-A5Brochure')
  })

  test('[CT17] what somebody else changed meanwhile stands; the same part is shown, not overwritten', async () => {
    const mine = await opened({ at: '/products' })
    const theirs = await opened({ at: '/products' })
    for (const page of [mine, theirs]) {
      await names(page).filter({ hasText: 'Posters' }).dblclick()
      await headed(page, 'Posters')
      await page.keyboard.press('e')
      await headed(page, 'Change Posters')
    }
    await theirs.getByLabel('SKU', { exact: true }).fill('PO-THEIRS')
    await theirs.getByLabel('Kept in stock').check()
    await theirs.keyboard.press('Control+Enter')
    await headed(theirs, 'PO-THEIRS')
    await mine.getByLabel('SKU', { exact: true }).fill('PO-MINE')
    await mine.getByLabel('Description, English').fill('On blue-backed paper.')
    await mine.keyboard.press('Control+Enter')
    await mine.getByText('Somebody else has changed the same parts').waitFor()
    expect(await mine.getByLabel('Kept in stock').isChecked()).toBe(true)
    expect(await mine.getByLabel('SKU', { exact: true }).inputValue()).toBe('PO-MINE')
    expect(await violations(mine)).toEqual([])
    await mine.getByRole('button', { name: 'Keep mine' }).press('Enter')
    await mine.keyboard.press('Control+Enter')
    await headed(mine, 'PO-MINE')
    await mine.getByText('On blue-backed paper.').waitFor()
    await mine.getByText('Kept in stock').waitFor()
  })

  test('[CT10] a category is made and moved, but never under itself', async () => {
    const page = await opened({ at: '/products' })
    await page.getByRole('treeitem', { name: 'Print' }).click()
    await page.getByRole('button', { name: 'New category' }).press('Enter')
    await page.getByLabel('Name, English').fill('Large format')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('treeitem', { name: 'Large format' }).waitFor()
    expect(await page.getByRole('treeitem').allTextContents()).toEqual([
      'All products',
      'Print',
      'Cards',
      'Large format',
      'Giveaways',
    ])
    await page.getByRole('button', { name: 'Change category' }).press('Enter')
    await page.getByRole('combobox', { name: 'Under' }).click()
    expect(await page.getByRole('option').allTextContents()).toEqual(['At the top', 'Giveaways'])
    expect(await violations(page)).toEqual([])
    await page.getByRole('option', { name: 'Giveaways' }).click()
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(() => page.getByRole('treeitem').allTextContents(), patience)
      .toEqual(['All products', 'Giveaways', 'Print', 'Cards', 'Large format'])
    await page.getByRole('button', { name: 'Take back' }).press('Enter')
    await expect.poll(() => page.getByRole('treeitem').nth(1).textContent(), patience).toBe('Print')
  })

  test('a picture is sent, shown and kept; a file that is none is refused', async () => {
    const page = await opened({ at: '/products' })
    await names(page).filter({ hasText: 'Ball pens' }).dblclick()
    await headed(page, 'Ball pens')
    await page.keyboard.press('e')
    await headed(page, 'Change Ball pens')
    const picker = page.locator('input[type="file"]')
    await picker.setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
    await page.getByText('This file is not a picture').waitFor()
    const buffer = Buffer.from(samplePicture(80, 60))
    await picker.setInputFiles({ name: 'pen.png', mimeType: 'image/png', buffer })
    await page.getByRole('img', { name: 'Picture' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await headed(page, 'PENBall pens')
    const shown = page.getByRole('img', { name: 'Ball pens' })
    await expect
      .poll(() => shown.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth), patience)
      .toBe(80)
    // Once leads to the list: changing and saving left no second page of the same product behind.
    await page.keyboard.press('Escape')
    await page.locator('tbody img').first().waitFor()
    await running().picture(page, 'products-light')
    expect(await violations(page)).toEqual([])
  })

  test('an archived product leaves the list, and Ctrl+Z takes that back', async () => {
    const page = await opened({ at: '/products' })
    await names(page).filter({ hasText: 'Posters' }).dblclick()
    await page.getByRole('button', { name: 'Archive' }).press('Enter')
    await page.getByRole('button', { name: 'Restore' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Archive' }).waitFor()
  })

  test('[W16] a half-described product is there again after leaving', async () => {
    const page = await opened({ at: '/products/new' })
    await headed(page, 'New product')
    await page.keyboard.press('Alt+2')
    await page.getByRole('button', { name: 'Add a choice' }).press('Enter')
    await page.getByLabel('Choice is called').last().fill('Half')
    await page.getByText(/Kept on this station since/).waitFor()
    await page.keyboard.press('Escape')
    await headed(page, 'Products')
    await page.keyboard.press('n')
    await headed(page, 'New product')
    await page.keyboard.press('Alt+2')
    await expect.poll(() => page.getByLabel('Choice is called').last().inputValue(), patience).toBe('Half')
    await page.getByRole('button', { name: 'Discard draft' }).press('Enter')
  })

  test('the palette finds products with = and answers with what they cost', async () => {
    const page = await opened()
    await page.keyboard.press('Control+k')
    await typeByHand(page, '=business')
    await page
      .getByRole('option', { name: /Business cards/ })
      .first()
      .waitFor()
    await page.getByText('Price EUR').waitFor()
    await page.keyboard.press('Enter')
    await headed(page, 'Business cards')
  })

  test.each(['light', 'dark'] as const)(
    'list, page and editor have no accessibility violation in %s',
    async (scheme) => {
      const page = await opened({ scheme, at: '/products' })
      await names(page).first().waitFor()
      expect(await violations(page)).toEqual([])
      await names(page).filter({ hasText: 'Brochure' }).dblclick()
      await page.getByRole('heading', { name: 'Try the price' }).waitFor()
      expect(await violations(page)).toEqual([])
      await running().picture(page, `product-page-${scheme}`)
      await page.keyboard.press('e')
      await headed(page, 'Change Brochure')
      for (const part of [1, 2, 3]) {
        await page.keyboard.press(`Alt+${part}`)
        expect(await violations(page)).toEqual([])
        await running().picture(page, `product-editor-${part}-${scheme}`)
      }
    },
  )
})
