import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ProductBrowser, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser } = {}

async function signedIn(at: string): Promise<Page> {
  if (!shared.product) throw new Error('no product')
  const page = await shared.product.openSignedIn({ at })
  onTestFinished(() => page.context().close())
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

describe.skipIf(!hasTools('chromium'))('settings on screen', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
      },
    })
  })
  afterAll(() => shared.product?.close())

  test('[SET-02] [SE8] a new rate waits for its day beside the one that holds now', async () => {
    const page = await signedIn('/settings/taxes')
    await page.getByRole('row', { name: /Reduced/ }).waitFor()
    await page.keyboard.press('n')
    await heading(page, 'New rate').waitFor()
    await typeByHand(page, '10,5')
    await page.getByLabel('Holds from').fill('1-1-2030')
    await shared.product?.picture(page, 'vat-new-light')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('row', { name: /10.5%/ }).waitFor()
    expect(await page.getByRole('row', { name: /10.5%/ }).textContent()).toContain('Waits for its day')
    expect(await page.getByRole('row', { name: /21%/ }).textContent()).toContain('Holds now')
  })

  test('[SE3] a pattern that two stations would write alike is refused under its field', async () => {
    const page = await signedIn('/settings/numbers')
    await page.getByLabel('Sales order').fill('{yy}{counter:6}')
    await page.keyboard.press('Control+Enter')
    await page.getByText('The pattern needs {station}, or two stations would give the same number.').first().waitFor()
    await page.getByLabel('Sales order').fill('SO-{station}{yyyy}-{counter:6}')
    await page.getByText(/^SO-A\d{4}-000031$/).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
  })

  test('a logo is sent to the station in pieces, shown from its store, and kept with the company', async () => {
    const page = await signedIn('/settings/company')
    // Larger than one piece of the wire.
    const buffer = Buffer.from(samplePicture(1600, 900))
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer })
    const shown = page.getByRole('img', { name: 'Logo on papers' })
    await shown.waitFor()
    await expect
      .poll(() => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(1600)
    await shared.product?.picture(page, 'company-logo-light')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
  })

  test('[SE7] a language is spoken at once and again after signing in', async () => {
    const page = await signedIn('/settings/appearance')
    for (const [language, title] of [
      ['Deutsch', 'Darstellung und Sprache'],
      ['Français', 'Apparence et langue'],
      ['Polski', 'Wygląd i język'],
    ] as const) {
      await page.getByRole('radio', { name: language }).check()
      await heading(page, title).waitFor()
      await shared.product?.picture(page, `appearance-${language}-light`)
    }
    await page.reload()
    await heading(page, 'Wygląd i język').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('pl')
    await page.getByRole('radio', { name: 'English' }).check()
    await heading(page, 'Appearance and language').waitFor()
    expect(shared.product?.complaints).toEqual([])
  })
})
