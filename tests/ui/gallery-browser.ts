import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { preview } from 'vite'
import { inject } from 'vitest'
import { launchChromium } from '#tests/support/chromium.ts'

const root = resolve(import.meta.dirname, '../..')
const pictures = join(root, '.cache/screenshots')

interface View {
  page: 'list' | 'order' | 'entry' | 'form' | 'journal' | 'parts' | 'scans' | 'visit'
  scheme?: 'light' | 'dark'
  width?: number
  height?: number
  language?: string
}

export interface GalleryBrowser {
  open(view: View): Promise<Page>
  /** Into .cache/screenshots, to be looked at by people. */
  picture(page: Page, name: string): Promise<void>
  close(): Promise<void>
}

/** The gallery, built once a run, in the Chromium of the machine. */
export async function startGallery(): Promise<GalleryBrowser> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: inject('gallery') },
    preview: { port: 0, host: '127.0.0.1' },
  })
  const base = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? ''
  const browser = await launchChromium()
  await mkdir(pictures, { recursive: true })

  return {
    async open({ page: name, scheme = 'light', width = 1280, height = 800, language = 'en' }) {
      const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'no-preference' })
      page.on('pageerror', (problem) => {
        throw problem
      })
      const query = new URLSearchParams({ page: name, scheme, language })
      await page.goto(`${base}?${query}`)
      await page.locator('h1').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      return page
    },
    async picture(page, name) {
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
