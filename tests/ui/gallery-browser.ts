import { accessSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'

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

/** The gallery as Vite serves it during development, in the Chromium of the machine. */
export async function startGallery(): Promise<GalleryBrowser> {
  const server = await createServer({
    root,
    configFile: false,
    plugins: [react()],
    cacheDir: join(root, '.cache/vite-gallery'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    optimizeDeps: { entries: ['tests/ui/gallery/gallery.tsx'] },
  })
  await server.listen()
  const base = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? ''
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  await mkdir(pictures, { recursive: true })

  return {
    async open({ page: name, scheme = 'light', width = 1280, height = 800, language = 'en' }) {
      const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'no-preference' })
      page.on('pageerror', (problem) => {
        throw problem
      })
      const query = new URLSearchParams({ page: name, scheme, language })
      await page.goto(`${base}tests/ui/gallery/index.html?${query}`)
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

function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((folder) => join(folder, name)).filter(exists),
  )[0]
  if (found === undefined) throw new Error('No Chromium on the PATH')
  return found
}

function exists(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
