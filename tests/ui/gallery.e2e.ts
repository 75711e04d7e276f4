import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GalleryBrowser, startGallery } from './gallery-browser.ts'

const PAGES = ['list', 'order', 'entry', 'form', 'journal', 'parts'] as const
const VIEWS = [
  { scheme: 'light', width: 1280, height: 800 },
  { scheme: 'dark', width: 1024, height: 768 },
] as const
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let gallery: GalleryBrowser

beforeAll(async () => {
  gallery = await startGallery()
}, 120_000)

afterAll(() => gallery.close())

describe.each(PAGES)('the sample page %s', (name) => {
  let page: Page

  beforeAll(async () => {
    page = await gallery.open({ page: name })
    await page.evaluate(axe.source)
  })

  afterAll(() => page.close())

  test.each(VIEWS)('[UI2] [UI16] is accessible in $scheme at $width', async ({ scheme, width, height }) => {
    await page.setViewportSize({ width, height })
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-mantine-color-scheme', chosen), scheme)
    await gallery.picture(page, `ui-${name}-${scheme}-${width}`)
    expect(await violations(page)).toEqual([])
  })
})

test('the check itself finds pale text, a nameless button and a loose cell', async () => {
  const page = await gallery.open({ page: 'parts' })
  await page.evaluate(axe.source)
  await page.evaluate(() => {
    const spoilt = document.createElement('div')
    spoilt.innerHTML = '<p style="color: #bbb">pale</p><button></button><div role="gridcell">loose</div>'
    document.querySelector('main')?.append(spoilt)
  })
  const found = (await violations(page)).map((each) => each.split(':')[0])
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'button-name', 'aria-required-parent']))
  await page.close()
})

async function violations(page: Page): Promise<readonly string[]> {
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: LEVELS })})`)
  return results.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 160)}`))
}
