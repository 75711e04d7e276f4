import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GalleryBrowser, startGallery } from './gallery-browser.ts'

const PAGES = ['list', 'order', 'entry', 'form', 'journal', 'parts'] as const
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
] as const

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let gallery: GalleryBrowser

beforeAll(async () => {
  gallery = await startGallery()
}, 120_000)

afterAll(() => gallery.close())

describe.each(PAGES)('the sample page %s', (name) => {
  test.each([
    { scheme: 'light', size: SIZES[0] },
    { scheme: 'dark', size: SIZES[0] },
    { scheme: 'light', size: SIZES[1] },
    { scheme: 'dark', size: SIZES[1] },
  ] as const)('[UI2] [UI16] is accessible in $scheme at $size.width', async ({ scheme, size }) => {
    const page = await gallery.open({ page: name, scheme, ...size })
    await gallery.picture(page, `ui-${name}-${scheme}-${size.width}`)
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: LEVELS })})`)
  return results.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 160)}`))
}
