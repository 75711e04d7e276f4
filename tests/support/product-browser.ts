// The real program in a real browser: core in its worker thread over a folder of its own, headless host, built screens,
// Chromium. What a person at the counter has, without a window.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Core, CoreOptions } from '#main/app/core.ts'
import { startCore } from '#main/app/core-host.ts'
import { type HeadlessHost, startHeadlessHost } from '#main/headless/headless-host.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { productContract } from '#shared/contract.ts'
import { launchChromium } from './chromium.ts'
import { createTestShop, type TestShop } from './test-shop.ts'

const root = resolve(import.meta.dirname, '../..')
const pictures = join(root, '.cache/screenshots')

export interface ProductBrowser {
  /** A fresh browser on the program, entered by the one-time link. */
  open(view?: View): Promise<Page>
  /** A fresh browser in which the administrator has signed in before; signs in first where nobody has yet. */
  openSignedIn(view?: View): Promise<Page>
  /** Into .cache/screenshots, to be looked at by people. */
  picture(page: Page, name: string): Promise<void>
  /** What the pages complained about: errors, and anything the page's policy refused. */
  readonly complaints: readonly string[]
  /** The administrator's recovery code; null on an empty folder or a shop without a password. */
  readonly recoveryCode: string | null
  /** Ends the program and starts it again over the same folder. Browsers that are open have lost it; sessions are over. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export interface View {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** BCP 47, as the computer says it. */
  readonly locale?: string
  /** Behind the #, as `/settings/people`. */
  readonly at?: string
}

/** What a browser keeps of a visit: the cookie of somebody who has signed in. */
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>

/** The administrator of shops made by `startProduct`, by name. */
const administrator = 'Marit Visser'
/** The administrator's password and PIN in shops made by `startProduct`. */
export const testSecrets = { password: 'inkt op papier', pin: '1379' } as const

export interface ProductOptions {
  /** Fills the shop before anybody is let in; without it the program starts on an empty folder. */
  readonly fill?: (shop: TestShop) => Promise<void>
  /** The program died between setting the shop up and giving the first password (U2). */
  readonly isWithoutPassword?: boolean
  /** At its first start it founds its shop in a cloud, or joins one. */
  readonly sync?: CoreOptions['sync']
}

export async function startProduct({ fill, isWithoutPassword, sync }: ProductOptions = {}): Promise<ProductBrowser> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'counterproof-e2e-'))
  const recoveryCode = fill ? await fillFolder(dataFolder, fill, isWithoutPassword ?? false) : null
  const [firstCore, browser] = await Promise.all([openCore(dataFolder, sync), launchChromium()])
  let core = firstCore
  let host = await openHost(core, inject('screens'))
  const complaints: string[] = []
  mkdirSync(pictures, { recursive: true })
  const open = async (view: View = {}) => {
    const page = await openPage(browser, complaints, view)
    await page.goto(`${host.url}/enter?code=${await core.issueEntryCode()}`)
    if (view.at !== undefined) await page.goto(`${host.url}/#${view.at}`)
    return page
  }
  let kept: Kept | undefined
  return {
    complaints,
    recoveryCode,
    open,
    openSignedIn: async (view = {}) => {
      if (kept !== undefined) {
        const page = await openPage(browser, complaints, view, kept)
        await page.goto(`${host.url}/#${view.at ?? '/'}`)
        await page
          .locator('nav')
          .or(page.getByRole('radio', { name: administrator }))
          .first()
          .waitFor()
        if (await page.locator('nav').first().isVisible()) return page
        await page.context().close()
      }
      const page = await open(view)
      await signIn(page)
      kept = { cookies: await page.context().cookies(), origins: [] }
      return page
    },
    picture: async (page, name) => {
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },
    reopen: async () => {
      await host.close()
      await core.close()
      core = await openCore(dataFolder)
      host = await openHost(core, inject('screens'))
      kept = undefined
    },
    close: async () => {
      await browser.close()
      await host.close()
      await core.close()
      for (const folder of [dataFolder, `${dataFolder}-keys`]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fillFolder(
  folder: string,
  fill: (shop: TestShop) => Promise<void>,
  isWithoutPassword: boolean,
): Promise<string | null> {
  // Now, because sessions and offers of the running program are judged by the real clock.
  const shop = await createTestShop({ folder })
  shop.clock.set(new Date().toISOString())
  const first = isWithoutPassword ? null : await shop.local('credential.setFirst', testSecrets)
  await fill(shop)
  await shop.close()
  return first?.recoveryCode ?? null
}

function openCore(dataFolder: string, sync: CoreOptions['sync'] = {}): Promise<Core> {
  return startCore({
    dataFolder,
    demo: false,
    workerUrl: new URL('../../src-main/app/core-worker.ts', import.meta.url),
    version: '0.0.0-test',
    log: () => {},
    sync: { keysFolder: `${dataFolder}-keys`, ...sync },
  })
}

function openHost(core: Core, rendererFolder: string): Promise<HeadlessHost> {
  return startHeadlessHost({
    core,
    contract: productContract,
    version: '0.0.0-test',
    port: 0,
    rendererFolder,
    translator: createTranslator(join(root, 'resources/locales')),
    log: () => {},
  })
}

async function openPage(browser: Browser, complaints: string[], view: View, storageState?: Kept): Promise<Page> {
  const { scheme = 'light', width = 1280, height = 800, locale = 'en-GB' } = view
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    timezoneId: 'Europe/Amsterdam',
    ...(storageState && { storageState }),
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (problem) => complaints.push(problem.stack ?? problem.message))
  return page
}

/** Types as a person does: a scanner is faster. */
export async function typeByHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 })
}

/** Signs the test shop's administrator in with the PIN, from the sign-in screen in English. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: administrator }).check({ force: true })
  await page.getByLabel('PIN', { exact: true }).focus()
  await typeByHand(page, testSecrets.pin)
  await page.keyboard.press('Enter')
  await page.locator('nav').first().waitFor()
}
