import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#tests/support/chromium.ts'
import type { Asking } from '../asking.ts'
import type { BenchDatabase } from '../bench-database.ts'
import { type BenchHost, connectClient, startBenchHost } from '../bench-host.ts'
import { type Figure, type Missing, single } from '../figure.ts'
import { afterPaint, framesDuring, keyToPaint } from '../painted.ts'
import { timingOf } from '../stopwatch.ts'

/** Roles and keys are what people and tests hold on to; classes and words are not. */
const firstRow = '[role="grid"] tbody tr[data-index="0"]'
const shownRows = '[role="grid"] tbody'
const firstOption = '[role="listbox"] [role="option"]'
const lineAmount = 'aside [aria-live="polite"]'
const starts = 4

export interface Screens {
  readonly figures: readonly Figure[]
  readonly missing: readonly Missing[]
}

/** What a person sees: the built screens in a browser on this machine, over the built host. */
export async function screens(database: BenchDatabase): Promise<Screens> {
  const browser = await launchChromium()
  const figures: Figure[] = []
  const missing: Missing[] = []
  try {
    const { host, page, figure } = await firstList(browser, database)
    const client = connectClient(host)
    figures.push(figure)
    const memory = host.memory()
    if (memory === undefined)
      missing.push({ key: 'memory', work: 'memory of the host', problem: 'this system does not say' })
    try {
      for (const [work, measure] of [
        ['key to painted result in the list', () => keysInList(page, client)],
        ['scrolling the list', () => scrolling(page)],
        ['key to painted result in order entry', () => keysInEntry(page, client)],
      ] as const) {
        await measure().then(
          (found) => figures.push(...found),
          (problem: unknown) => missing.push({ key: work, work, problem: String(problem).split('\n')[0] ?? '' }),
        )
      }
      if (memory !== undefined) figures.push(...memoryFigures(memory.now, host.memory()?.most ?? Number.NaN))
    } finally {
      client.close()
      await host.close()
    }
  } finally {
    await browser.close()
  }
  return { figures, missing }
}

/** The browser runs and knows the program's files; the host does not run. The last start is kept for what follows. */
async function firstList(
  browser: Browser,
  database: BenchDatabase,
): Promise<{ host: BenchHost; page: Page; figure: Figure }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(() => {
    if (location.hash === '') location.hash = '#/orders'
  })
  const samples: number[] = []
  let port = 0
  for (let round = 0; ; round += 1) {
    const page = await context.newPage()
    const host = await startBenchHost(database.folder, port)
    port = Number(new URL(host.url).port)
    await page.goto(host.url, { waitUntil: 'commit' })
    await page.locator(firstRow).waitFor({ timeout: 30_000 })
    await afterPaint(page)
    // The first fills the browser's cache and the machine's.
    if (round > 0) samples.push(performance.now() - host.startedAt)
    if (round === starts)
      return {
        host,
        page,
        figure: {
          key: 'start.list',
          work: 'host start to first list painted in a running browser',
          unit: 'ms',
          aim: { p50: 2000 },
          measured: timingOf(samples),
        },
      }
    await page.close()
    await host.close()
  }
}

function memoryFigures(now: number, most: number): readonly Figure[] {
  const aim = { p50: 400 }
  return [
    {
      key: 'memory.list',
      work: 'memory of the host with the first list on screen',
      unit: 'MB',
      aim,
      measured: single(now),
    },
    {
      key: 'memory.most',
      work: 'the most memory the host had in all of this',
      unit: 'MB',
      aim: {},
      measured: single(most),
    },
  ]
}

async function keysInList(page: Page, client: Asking): Promise<readonly Figure[]> {
  await page.locator(firstRow).waitFor()
  const first = async (search: string) => (await client.query('salesOrder.list', { search })).rows[0]?.id
  const samples: number[] = []
  for (const text of await telling(client, first)) {
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await typed(page, text.slice(0, -1))
    await page.waitForTimeout(600)
    for (const key of [text.at(-1) ?? '', 'Backspace', text.at(-1) ?? '']) await keep(samples, page, key, shownRows)
  }
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  return [painted('keys.list', 'key to painted result in the list', samples)]
}

async function keysInEntry(page: Page, client: Asking): Promise<readonly Figure[]> {
  await page.keyboard.press('Alt+n')
  await page.locator('[role="combobox"]:focus').waitFor()
  const first = async (text: string) => (await client.query('party.find', { text })).rows[0]?.id
  const customer: number[] = []
  for (const text of await telling(client, first)) {
    await page.keyboard.press('Control+a')
    await typed(page, text.slice(0, -1))
    await page.waitForTimeout(600)
    for (const key of [text.at(-1) ?? '', 'Backspace', text.at(-1) ?? '']) await keep(customer, page, key, firstOption)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+w')
  await page.keyboard.press('Insert')
  await typed(page, '500 vis')
  await page.locator(firstOption).first().waitFor()
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await page.locator(lineAmount).waitFor()
  const price: number[] = []
  // The strip of quantities: each arrow is another tier and another price.
  await page
    .getByRole('radio', { name: /1[.,\s]?000/ })
    .first()
    .focus()
  for (let round = 0; round < 15; round += 1)
    for (const key of ['ArrowLeft', 'ArrowRight']) await keep(price, page, key, lineAmount)
  return [
    painted('keys.entry.customer', 'key to painted customers in order entry', customer),
    painted('keys.entry.price', 'key to painted price in order entry', price),
  ]
}

async function scrolling(page: Page): Promise<readonly Figure[]> {
  const grid = page.locator('[role="grid"]')
  await grid.waitFor()
  await page.waitForTimeout(600)
  await grid.hover({ position: { x: 400, y: 200 } })
  const frames = await framesDuring(page, async () => {
    for (let step = 0; step < 150; step += 1) {
      await page.mouse.wheel(0, 200)
      await page.waitForTimeout(16)
    }
  })
  return [
    {
      key: 'frames.list',
      work: 'a frame while the list is scrolled',
      unit: 'ms',
      aim: { p95: 33.4 },
      measured: timingOf(frames),
    },
  ]
}

/** Beginnings of customers' names whose last letter brings another first result than they have without it. */
async function telling(
  client: Asking,
  first: (text: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const { rows } = await client.query('party.list', { limit: 500 })
  const beginnings = new Set(
    rows.flatMap(({ name }) =>
      name
        .split(' ')
        .filter((word) => /^[a-z]{5}/i.test(word))
        .flatMap((word) => [word.slice(0, 4), word.slice(0, 5), word.slice(0, 3)]),
    ),
  )
  const found: string[] = []
  for (const text of beginnings) {
    const [whole, less] = [await first(text), await first(text.slice(0, -1))]
    if (whole !== undefined && less !== undefined && whole !== less) found.push(text)
    if (found.length === 10) break
  }
  if (found.length < 3) throw new Error('the customers’ names are too much alike to measure a search')
  return found
}

/** As a hand does: what comes faster is taken for a scanner. */
async function typed(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 90 })
}

async function keep(samples: number[], page: Page, key: string, region: string): Promise<void> {
  await page.waitForTimeout(120)
  samples.push((await keyToPaint(page, key, region)) ?? Number.NaN)
}

/** A key now and then may rightly change nothing; when most do, the screen is not what this bench knows. */
function painted(key: string, work: string, samples: readonly number[]): Figure {
  const seen = samples.filter((each) => !Number.isNaN(each))
  if (seen.length < samples.length * 0.7 || seen.length === 0)
    throw new Error(`only ${seen.length} of ${samples.length} keys had a result on screen`)
  return { key, work, unit: 'ms', aim: { p95: 100 }, measured: timingOf(seen) }
}
