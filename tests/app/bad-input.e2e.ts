import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ProductBrowser, signIn, startProduct, type View } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

const shared: { product?: ProductBrowser } = {}

function running(): ProductBrowser {
  if (!shared.product) throw new Error('no product')
  return shared.product
}

async function signedIn(view: View): Promise<Page> {
  const page = await running().openSignedIn(view)
  onTestFinished(() => page.context().close())
  return page
}

const hostile = '<img src=x onerror=alert(1)> {{7*7}}'

/** What the page sends from now on, by the names of what it asks for. */
function sentBy(page: Page): string[] {
  const names: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const frame: unknown = JSON.parse(payload.toString())
      if (typeof frame === 'object' && frame !== null && 'name' in frame) names.push(String(frame.name))
    }),
  )
  return names
}

describe.skipIf(!hasTools('chromium'))('bad input at the screen', () => {
  beforeAll(async () => {
    shared.product = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        await shop.command('user.add', { name: hostile, role: 'counter' })
      },
    })
  })
  afterAll(() => shared.product?.close())

  test('[bad input 1] [bad input 2] Ctrl+Enter held down saves once', async () => {
    const page = await running().open({ at: '/settings/company' })
    onTestFinished(() => page.context().close())
    const sent = sentBy(page)
    await page.reload()
    await signIn(page)
    await page.getByLabel('Town').fill('Haarlem')
    await page.evaluate(() => {
      const press = () =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
        )
      press()
      press()
      press()
    })
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(sent.filter((name) => name === 'company.change')).toEqual(['company.change'])
  })

  test('[bad input 3] a paste that is too long is refused at its field, and stays there until somebody shortens it', async () => {
    const page = await signedIn({ at: '/settings/company' })
    const town = page.getByLabel('Town')
    await town.fill('x'.repeat(20_000))
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/at most \d+/)
      .first()
      .waitFor()
    expect((await town.inputValue()).length).toBe(20_000)
  })

  test('[bad input 7] a name made of markup is letters on the screen and runs nothing', async () => {
    const page = await signedIn({ at: '/settings/people' })
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await page.getByRole('row', { name: hostile }).waitFor()
    expect(await page.locator('img[src="x"]').count()).toBe(0)
    expect(dialogs).toEqual([])
  })

  test('[bad input 103] a screen that crashes comes back with what was typed, and the core has gone on', async () => {
    const page = await signedIn({ at: '/settings/company' })
    await page.getByLabel('Phone').fill('+31 20 765 43 21')
    await page.waitForTimeout(2000)
    const address = page.url()
    const crashed = new Promise((resolve) => page.once('crash', resolve))
    void page.goto('chrome://crash').catch(() => undefined)
    await crashed
    const again = await page.context().newPage()
    await again.goto(address)
    await again.getByText(/Kept on this station since/).waitFor()
    expect(await again.getByLabel('Phone').inputValue()).toBe('+31 20 765 43 21')
  })
})
