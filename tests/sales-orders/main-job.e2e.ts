// The main job, played as a new shop would: first start, a customer made at the counter, business cards, money, papers out
// of printers, and the same again as a reprint. By keyboard alone; catalogue and printers are set up by script beforehand.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shortCodeOf } from '#shared/files/short-code.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { type CupsServer, openCupsServer } from '#tests/support/cups-server.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { pdfPictures, pdfText } from '#tests/support/pdf-tools.ts'
import { labelPrinter, officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { type ProductBrowser, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { samplePicture } from '#tests/support/sample-picture.ts'
import { hasTools } from '#tests/support/tools.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'

interface Shared {
  product: ProductBrowser
  page: Page
  receipts: PrinterSink
  labels: PrinterSink
  office: CupsServer
}
const shared: Partial<Shared> = {}
function must<K extends keyof Shared>(name: K): Shared[K] {
  const value = shared[name]
  if (value === undefined) throw new Error(`${name} is not there: an earlier step failed`)
  return value as Shared[K]
}

type Does = 'command' | 'query' | 'local'

/** Asks as the person who is signed in on the page, as a script of theirs would. */
function ask(page: Page, does: Does, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ does, name, input }) => {
      const frame = { id: 1, do: does, name, input, ...(does === 'command' ? { commandId: crypto.randomUUID() } : {}) }
      const headers = { 'content-type': 'application/json' }
      const response = await fetch('/wire', { method: 'POST', headers, body: JSON.stringify(frame) })
      const reply = await response.json()
      if (reply.ok !== true) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      return reply.result
    },
    { does, name, input },
  )
}

/** Goes on with Tab until the focus is on what has this name: a label, or the words of a button. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : []
      return [...labels, element?.textContent, element?.getAttribute('aria-label')].join(' ')
    })
    if (focused.includes(name)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never comes to ${name}`)
}

async function artworkOfOrder(page: Page): Promise<{ hash: string }> {
  const { rows } = (await ask(page, 'query', 'salesOrder.list', {})) as { rows: { id: string }[] }
  const order = (await ask(page, 'query', 'salesOrder.get', { id: rows[0]?.id })) as {
    lines: { artwork: { hash: string } | null }[]
  }
  const found = order.lines[0]?.artwork
  if (!found) throw new Error('the line has no file')
  return found
}

async function picture(name: string): Promise<void> {
  await must('product').picture(must('page'), `main-job-${name}`)
}

const artwork = samplePicture(170, 110)

describe.skipIf(!hasTools('chromium'))('the main job', () => {
  beforeAll(async () => {
    shared.product = await startProduct()
    shared.receipts = await openPrinterSink({ at: { host: '127.0.0.2', port: 9100 } })
    shared.labels = await openPrinterSink({ language: 'zpl', at: { host: '127.0.0.3', port: 9100 } })
  })
  afterAll(async () => {
    await shared.product?.close()
    await shared.receipts?.close()
    await shared.labels?.close()
    await shared.office?.close()
  })

  test('first start: language, company, administrator, recovery code', async () => {
    const page = await must('product').open()
    const { keyboard } = page
    await page.getByRole('heading', { name: 'Which language, which country?' }).waitFor()
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What is the shop called?' }).waitFor()
    await typeByHand(page, 'Drukkerij De Kade')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor()
    await typeByHand(page, 'Marit Visser')
    await keyboard.press('Tab')
    await keyboard.press('Tab')
    await typeByHand(page, 'inkt op papier')
    await keyboard.press('Tab')
    await typeByHand(page, '1379')
    await keyboard.press('Enter')
    await page.getByLabel('I have printed it or written it down').press('Space')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The shop is open' }).waitFor()
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Counter' }).waitFor()
    await ask(page, 'command', 'product.add', businessCards)
    shared.page = page
  })

  test('a new customer with 5 % discount and 1,000 business cards: 52.00 -> 49.40 + 10.37 VAT = 59.77', async () => {
    const page = must('page')
    const { keyboard } = page
    await keyboard.press('Alt+n')
    await page.getByRole('heading', { name: 'New sales order' }).waitFor()
    await typeByHand(page, 'Bakkerij De Molen')
    await page.getByText('New customer “Bakkerij De Molen”').waitFor()
    await keyboard.press('Enter')
    await tabTo(page, 'Street and number')
    await typeByHand(page, 'Molenweg 5')
    await tabTo(page, 'Postcode')
    await typeByHand(page, '3511 AB')
    await tabTo(page, 'Town')
    await typeByHand(page, 'Utrecht')
    await tabTo(page, 'Discount, %')
    await typeByHand(page, '5')
    await keyboard.press('Control+Enter')
    await page.getByText('discount 5%').waitFor()

    await typeByHand(page, '1000 business cards')
    await page
      .getByRole('option', { name: /Business cards/ })
      .first()
      .waitFor()
    await keyboard.press('Enter')
    await page.getByText('59.77').first().waitFor()
    for (const amount of ['49.40', '10.37', '59.77'])
      expect(await page.getByText(amount, { exact: true }).count()).toBeGreaterThan(0)
    await keyboard.press('F2')
    await page.getByText('52.00').first().waitFor()
    await picture('price')
    await keyboard.press('Escape')

    page.once(
      'filechooser',
      (chooser) =>
        void chooser.setFiles({ name: 'visitekaart.png', mimeType: 'image/png', buffer: Buffer.from(artwork) }),
    )
    await tabTo(page, 'Choose a file')
    await keyboard.press('Enter')
    // Its name stands there from the first piece on, its short code once all of it is here.
    await page
      .getByText(/^[2-9A-Z]{2}-[2-9A-Z]{4} v1/)
      .first()
      .waitFor()

    // It is to be delivered: the label wants an address, and takes the customer's.
    await keyboard.press('Alt+d')
    await tabTo(page, 'Pick-up', 'Shift+Tab')
    await keyboard.press('ArrowRight')
    await page.getByLabel('Street and number').waitFor()
    expect(await page.getByLabel('Street and number').inputValue()).toBe('Molenweg 5')
    await keyboard.press('Alt+d')
    await picture('order-entry')
  })

  test('placed and paid: 59.77 by card', async () => {
    const page = must('page')
    const { keyboard } = page
    await keyboard.press('Alt+p')
    await page.getByRole('heading', { name: 'Take payment' }).waitFor()
    await page.getByText('59.77 is open').waitFor()
    await keyboard.press('F5')
    await picture('payment')
    await keyboard.press('Enter')
    await page.getByText('The order is paid.').waitFor()
    await keyboard.press('Enter')
    await page.getByText('26-A00001').first().waitFor()
    await page.getByText('What happened').waitFor()
    await picture('order-page')
    const { rows } = (await ask(page, 'query', 'salesOrder.list', {})) as {
      rows: { number: string; stage: string; money: unknown }[]
    }
    expect(rows).toMatchObject([
      {
        number: expect.stringMatching(/^\d\d-A00001$/),
        stage: 'new',
        money: { net: 4940, gross: 5977, paid: 5977, open: 0 },
      },
    ])
  })

  test('all papers: job ticket and packing slip from the office printer, receipt and label from printers of their own', {
    timeout: 120_000,
  }, async (context) => {
    const page = must('page')
    const office = await openCupsServer(context)
    shared.office = office
    const add = async (profile: { id: string; name: string; transport: object }, at: object): Promise<string> => {
      const { id: _, ...described } = { ...profile, transport: at }
      const { id } = (await ask(page, 'local', 'printer.add', { profile: described })) as { id: string }
      return id
    }
    const printers = {
      page: await add(officePrinter({ by: 'cups', queue: 'Office', server: office.server }), {
        by: 'cups',
        queue: 'Office',
        server: office.server,
      }),
      receipt: await add(receiptPrinter(), { by: 'tcp', host: '127.0.0.2', port: 9100 }),
      label: await add(labelPrinter(), { by: 'tcp', host: '127.0.0.3', port: 9100 }),
    }
    const { papers } = (await ask(page, 'query', 'printRoute.list', {})) as {
      papers: { kind: string; forms: (keyof typeof printers)[] }[]
    }
    for (const { kind, forms } of papers)
      await ask(page, 'local', 'printRoute.put', { kind, printerId: printers[forms[0] ?? 'page'] })

    await page.keyboard.press('Control+Shift+P')
    await expect.poll(() => must('receipts').printed().length, { timeout: 30_000 }).toBe(1)
    await expect.poll(() => must('labels').printed().length, { timeout: 30_000 }).toBe(1)
    await expect.poll(async () => (await office.officePapers()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(3)

    const receipt = decodeEscpos(must('receipts').printed()[0] ?? new Uint8Array())
    expect(receipt.lines.join('\n')).toMatch(/59[.,]77/)
    expect(receipt.warnings).toEqual([])
    expect(receipt.drawer).toEqual([])

    const number =
      ((await ask(page, 'query', 'salesOrder.list', {})) as { rows: { number: string }[] }).rows[0]?.number ?? ''
    const { label, dpi } = labelPrinter()
    const onLabel = await readPicture(
      await pictureOfLabel(must('labels').printed()[0] ?? new Uint8Array(), { ...label, dpi }),
    )
    expect(onLabel.map((each) => each.text)).toContain(number)

    const sheets = await Promise.all(
      (await office.officePapers()).map(async (file) => ({ file, text: await pdfText(context, file) })),
    )
    const { hash } = await artworkOfOrder(page)
    const tickets = sheets.filter(({ text }) => text.includes(shortCodeOf(hash)))
    expect(tickets.length).toBeGreaterThan(0)
    const codes: string[] = []
    for (const { file } of sheets)
      for (const png of await pdfPictures(context, file, 150))
        codes.push(...(await readPicture(png)).map((each) => each.text))
    expect(codes).toContain(`${number}/1`)
    // Whoever makes or packs sees no money (product.md): only the confirmation names what the order costs.
    expect(sheets.filter(({ text }) => /59[.,]77/.test(text))).toHaveLength(1)
    await picture('papers-printed')
  })

  test('the same again as a reprint, in six steps from the search, with the same file', async () => {
    const page = must('page')
    const { keyboard } = page
    await keyboard.press('Control+k')
    await typeByHand(page, 'molen')
    await page.getByText('Reprint 26-A00001, identical artwork').waitFor()
    await keyboard.press('Tab')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await page.getByText('59.77').first().waitFor()
    await picture('reprint')
    await keyboard.press('Control+Enter')
    await expect
      .poll(async () => ((await ask(page, 'query', 'salesOrder.list', {})) as { rows: unknown[] }).rows.length)
      .toBe(2)
    const { rows } = (await ask(page, 'query', 'salesOrder.list', {})) as { rows: { id: string; number: string }[] }
    const both = await Promise.all(
      rows.map(
        ({ id }) =>
          ask(page, 'query', 'salesOrder.get', { id }) as Promise<{
            origin: unknown
            lines: { artwork: { hash: string; shortCode: string } | null }[]
          }>,
      ),
    )
    const [reprint, first] = both
    expect(reprint?.origin).toMatchObject({ how: 'reprint', number: rows[1]?.number })
    expect(reprint?.lines[0]?.artwork?.shortCode).toBe(first?.lines[0]?.artwork?.shortCode)
    expect(reprint?.lines[0]?.artwork?.hash).toBe(first?.lines[0]?.artwork?.hash)
    expect(must('product').complaints).toEqual([])
  })
})
