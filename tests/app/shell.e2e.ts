import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ProductBrowser, startProduct, typeByHand, type View } from '#tests/support/product-browser.ts'
import { scan } from '#tests/support/scanner.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser } = {}

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

/** What of WCAG 2.2 A and AA a machine can judge. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) })))`)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function opened(view: View): Promise<Page> {
  const page = await running().open(view)
  onTestFinished(() => page.context().close())
  return page
}

async function signedIn(view: View): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  return page
}

const colleagues = [
  { name: 'Femke Jansen', role: 'counter' },
  { name: 'Noor de Wit', role: 'counter' },
  { name: 'Piotr Nowak', role: 'warehouse' },
] as const

describe.skipIf(!hasTools('chromium'))('the shell', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        for (const each of colleagues) {
          const { id } = await shop.command('user.add', { ...each, language: 'en' })
          if (each.role === 'counter') await shop.local('user.setPin', { userId: id, pin: '2468' })
        }
      },
    })
  })
  afterAll(() => shared.product?.close())

  test('[SC12] a name is chosen with the arrows and the PIN typed; a wrong one is said and typed again', async () => {
    const page = await opened({})
    await heading(page, 'Who is there?').waitFor()
    await running().picture(page, 'sign-in-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio', { checked: true }).inputValue()).toBe(
      await page.getByRole('radio', { name: 'Marit Visser' }).inputValue(),
    )
    await typeByHand(page, '0000')
    await page.keyboard.press('Enter')
    await page.getByText('This PIN is not right').waitFor()
    await running().picture(page, 'sign-in-wrong-light')
    await typeByHand(page, '1379')
    await page.keyboard.press('Enter')
    await heading(page, 'Counter').waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('[SC12] a locked screen shows names only, and whoever returns finds the place where they were', async () => {
    const page = await signedIn({ at: '/settings/numbers' })
    await heading(page, 'Numbers of documents').waitFor()
    await page.keyboard.press('Control+l')
    await heading(page, 'Locked by Marit Visser').waitFor()
    expect(await heading(page, 'Numbers of documents').count()).toBe(0)
    await running().picture(page, 'locked-light')
    await typeByHand(page, '1379')
    await page.keyboard.press('Enter')
    await heading(page, 'Numbers of documents').waitFor()
  })

  test('[SC6] a colleague without the right sees neither the place nor the page', async () => {
    const page = await opened({ at: '/settings/people' })
    await page.getByRole('radio', { name: 'Noor de Wit' }).check({ force: true })
    await typeByHand(page, '2468')
    await page.keyboard.press('Enter')
    await heading(page, 'There is nothing at this address').waitFor()
    await page.keyboard.press('g')
    await page.waitForTimeout(100)
    await page.keyboard.press('s')
    await heading(page, 'My PIN and password').waitFor()
    expect(await page.getByRole('navigation', { name: 'Settings' }).getByRole('button').allTextContents()).toEqual([
      'My PIN',
      'Appearance',
      'About',
    ])
  })

  test('[SC8] the palette finds a place from three letters, and Esc leaves the page as it was', async () => {
    const page = await signedIn({ at: '/settings/company' })
    const town = page.getByLabel('Town')
    await town.fill('Haarlem')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /^Find or scan/ }).waitFor()
    await running().picture(page, 'palette-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await town.inputValue()).toBe('Haarlem')
    expect(await town.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+k')
    await typeByHand(page, 'coun')
    await running().picture(page, 'palette-place-light')
    await page.keyboard.press('Enter')
    await heading(page, 'Counter').waitFor()
  })

  test('[SC3] what was typed comes back after the page was lost', async () => {
    const page = await signedIn({ at: '/settings/company' })
    await page.getByLabel('Phone').fill('+31 20 765 43 21')
    await page.waitForTimeout(2000)
    await page.reload()
    await page.getByText(/Kept on this station since/).waitFor()
    expect(await page.getByLabel('Phone').inputValue()).toBe('+31 20 765 43 21')
  })

  test('[SC4] a wrong VAT number is said under its field and on top, F8 leads there, and nothing typed is lost', async () => {
    const page = await signedIn({ at: '/settings/company' })
    const number = page.getByLabel('VAT number', { exact: true })
    await number.fill('NL123456789B90')
    await page.getByLabel('Company').fill('Drukkerij De Kaai')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Not saved: one field needs you').waitFor()
    await page.keyboard.press('F8')
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await page.getByLabel('Company').inputValue()).toBe('Drukkerij De Kaai')
    await running().picture(page, 'company-wrong-light')
    expect(await violations(page)).toEqual([])
    await number.fill('NL123456782B90')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await page.goto(page.url().replace(/#.*/, '#/'))
    await page.getByText('Drukkerij De Kaai', { exact: false }).waitFor()
  })

  test('[SC7] a code nobody knows is said, and nothing is left in the field that had the focus', async () => {
    const page = await signedIn({ at: '/settings/company' })
    const town = page.getByLabel('Town')
    await town.fill('Utrecht')
    await scan(page, '8712345678906')
    await heading(page, 'Nobody here knows this code').waitFor()
    await running().picture(page, 'scan-unknown-light')
    expect(await town.inputValue()).toBe('Utrecht')
  })

  test('[SC10] access that was taken away comes back with Ctrl+Z', async () => {
    const page = await signedIn({ at: '/settings/people' })
    await page.getByRole('row', { name: /Femke/ }).waitFor()
    await running().picture(page, 'people-light')
    expect(await violations(page)).toEqual([])
    await page.getByRole('row', { name: /Femke/ }).click()
    await heading(page, 'Femke Jansen').waitFor()
    await running().picture(page, 'person-light')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Take access away' }).click()
    await page.getByText('Femke Jansen has no access any more').waitFor()
    await expect.poll(() => page.getByRole('row', { name: /Femke/ }).count()).toBe(0)
    await running().picture(page, 'take-back-light')
    await page.keyboard.press('Control+z')
    await page.getByRole('row', { name: /Femke/ }).waitFor()
  })

  test('a theme is chosen once, holds at once and after loading the page again', async () => {
    const page = await signedIn({ at: '/settings/appearance' })
    await running().picture(page, 'appearance-light')
    await page.getByRole('radio', { name: 'Dark' }).check()
    const paper = () => page.evaluate(`getComputedStyle(document.querySelector('main')).backgroundColor`)
    await expect.poll(paper).toBe('rgb(26, 26, 24)')
    await page.reload()
    await heading(page, 'Appearance and language').waitFor()
    await expect.poll(paper).toBe('rgb(26, 26, 24)')
    expect(await violations(page)).toEqual([])
    await running().picture(page, 'appearance-dark')
    for (const place of ['company', 'taxes', 'numbers', 'people', 'me', 'about']) {
      await page.goto(page.url().replace(/#.*/, `#/settings/${place}`))
      await page.waitForTimeout(600)
      await running().picture(page, `settings-${place}-dark`)
      expect({ place, found: await violations(page) }).toEqual({ place, found: [] })
    }
  })

  test('[W5] About walks the whole chain and says that it holds', async () => {
    const page = await signedIn({ at: '/settings/about' })
    await page.getByText('Whole, from the first change to the last').waitFor()
    expect(await page.getByText(/^\d+\.\d+\.\d+/).count()).toBe(1)
  })

  test('narrow windows and 200 % keep every place reachable', async () => {
    const page = await signedIn({ width: 1024, height: 768 })
    await running().picture(page, 'start-1024-light')
    await page.setViewportSize({ width: 640, height: 400 })
    await page.getByRole('link', { name: 'Settings' }).click()
    await heading(page, 'Company').waitFor()
    await running().picture(page, 'settings-640-light')
    expect(await violations(page)).toEqual([])
  })

  test('nothing complained on the way', () => {
    expect(running().complaints).toEqual([])
  })
})
