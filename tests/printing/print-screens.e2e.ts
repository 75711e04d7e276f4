import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput, productLine } from '#tests/sales-orders/order-samples.ts'
import { askAsPerson } from '#tests/support/ask-as-person.ts'
import { openIppPrinter } from '#tests/support/ipp-printer.ts'
import { officePrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { type ProductBrowser, signIn, startProduct, typeByHand } from '#tests/support/product-browser.ts'
import { hasTools } from '#tests/support/tools.ts'

// An address of its own on the loopback: printers are reached at 9100 only, and another test may have one there.
const at = { host: '127.0.0.5', port: 9100 }
const labelsAt = { host: '127.0.0.6', port: 9100 }

interface Shared {
  readonly product: ProductBrowser
  readonly sink: PrinterSink
  readonly page: Page
  readonly orderId: string
}
const shared: { parts?: Shared } = {}

function parts(): Shared {
  if (!shared.parts) throw new Error('nothing was started')
  return shared.parts
}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) })))`)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#${path}`)
}

/** One after the other, as a day goes: a printer is added, papers are printed, a line drops, somebody answers. */
describe.skipIf(!hasTools('chromium'))('printing', () => {
  beforeAll(async () => {
    const order = { id: '' }
    const product = await startProduct({
      fill: async (shop) => {
        await shop.command('company.change', { language: 'en' })
        await shop.command('user.change', { id: shop.administratorId, language: 'en' })
        await shop.command('product.add', businessCards)
        const { id: partyId } = await shop.command('party.register', {
          name: 'Brasserie Le Vieux Canal',
          language: 'fr',
        })
        const taken = await shop.command(
          'salesOrder.take',
          orderInput(shop, {
            customer: { kind: 'party', partyId },
            // Long enough to be dropped midway: the sink resets after 2 kB.
            lines: Array.from({ length: 24 }, () => productLine(shop, businessCards, 1000)),
          }),
        )
        order.id = taken.id
      },
    })
    const sink = await openPrinterSink({ at })
    const page = await product.open()
    page.setDefaultTimeout(10_000)
    await signIn(page)
    shared.parts = { product, sink, page, orderId: order.id }
  })
  afterAll(async () => {
    await shared.parts?.product.close()
    await shared.parts?.sink.close()
  })

  test('[P22] a station without printers says so, and a paper can be seen all the same', async () => {
    const { page, product, orderId } = parts()
    await page.keyboard.press('g')
    await page.waitForTimeout(100)
    await page.keyboard.press('d')
    await heading(page, 'No printer yet').waitFor()
    expect(await violations(page)).toEqual([])
    await product.picture(page, 'printers-none-light')
    await goTo(page, `/orders/${orderId}?part=papers`)
    await page.getByRole('button', { name: 'Print: Order receipt' }).click()
    await heading(page, 'Where does this paper come out?').waitFor()
    await product.picture(page, 'printing-ask-none-light')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Order confirmation', exact: true }).click()
    await page.getByRole('img', { name: /Order confirmation, page 1 of/ }).waitFor()
    await product.picture(page, 'printing-preview-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('[P20] a printer is added by keyboard alone', async () => {
    const { page, product } = parts()
    await goTo(page, '/printers')
    await heading(page, 'No printer yet').waitFor()
    await page.keyboard.press('n')
    await heading(page, 'Add a printer').waitFor()
    await page.getByLabel('Name').waitFor()
    await page.waitForTimeout(100)
    // From "Find printers", which has the focus: the kind of printer, then its name.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await typeByHand(page, 'Receipt TM-T88')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await typeByHand(page, at.host)
    await product.picture(page, 'printer-add-light')
    expect(await violations(page)).toEqual([])
    // The question at the first print is what the next test is about.
    await page.getByLabel(/What fits and has no printer yet/).press('Space')
    await page.keyboard.press('Control+Enter')
    await heading(page, 'Set up Receipt TM-T88').waitFor()
  })

  test('[PR64] and set up by keyboard: a paper, a question, and the next', async () => {
    const { page, product, sink } = parts()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Does anything come out?').waitFor()
    await page.keyboard.press('p')
    await dialog.getByText('What came out?').waitFor()
    await product.picture(page, 'printer-set-up-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('1')
    await dialog.getByText('How wide does it print?').waitFor()
    await page.keyboard.press('p')
    await dialog.getByText('Which is the longest line').waitFor()
    await product.picture(page, 'printer-set-up-width-light')
    await page.keyboard.press('3')
    await dialog.getByText('Which letters does it have?').waitFor()
    await page.keyboard.press('s')
    await dialog.getByText('Does it cut?').waitFor()
    await page.keyboard.press('p')
    await dialog.getByText('What happened to the strip?').waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    await product.picture(page, 'printer-set-up-cut-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('1')
    await dialog.getByText('The printer is set up').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Change Receipt TM-T88' }).waitFor()
    await page.getByRole('button', { name: /Receipt TM-T88 ready/ }).waitFor()
    expect(sink.printed()).toHaveLength(3)
  })

  test('[PR64][P12] a label printer is set up by keyboard, and how far it was off is kept as dots', async () => {
    const { page, product } = parts()
    const labels = await openPrinterSink({ language: 'zpl', at: labelsAt })
    const dialog = page.getByRole('dialog')
    await page.keyboard.press('n')
    await heading(page, 'Add a printer').waitFor()
    await dialog.getByRole('radio', { name: 'Label printer' }).check({ force: true })
    await dialog.getByRole('textbox', { name: 'Name' }).focus()
    await typeByHand(page, 'Labels')
    await dialog.getByRole('textbox', { name: 'Address' }).focus()
    await typeByHand(page, labelsAt.host)
    await product.picture(page, 'printer-add-label-light')
    await dialog.getByLabel(/What fits and has no printer yet/).press('Space')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('Where does a label end?').waitFor()
    await page.keyboard.press('s')
    await dialog.getByText('Is the label as large as it is said to be?').waitFor()
    await page.keyboard.press('s')
    await dialog.getByText('Does it stand in its place?').waitFor()
    await page.keyboard.press('p')
    await dialog.getByText('Measure both lines').waitFor()
    await dialog.getByLabel('Too far right').fill('10')
    await dialog.getByLabel('Too far down').fill('-25')
    await product.picture(page, 'printer-set-up-offset-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await product.picture(page, 'printer-set-up-offset-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await dialog.getByText('Measure both lines').waitFor({ state: 'hidden' })
    await page.keyboard.press('p')
    await dialog.getByText('Measure both lines').waitFor()
    const [first = '', second = ''] = labels.printed().map((bytes) => Buffer.from(bytes).toString())
    const cross = (zpl: string) => /\^FO(\d+),(\d+)\^GB/u.exec(zpl)?.slice(1).map(Number)
    expect([cross(first), cross(second)]).toEqual([
      [80, 80],
      [72, 100],
    ])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Change Labels' }).click()
    await page.getByRole('button', { name: 'Remove the printer' }).click()
    await page.getByRole('button', { name: 'Change Labels' }).waitFor({ state: 'detached' })
    await labels.close()
  })

  test('[PR35] every road that this computer has asks for what it needs, and fits the window', async () => {
    const { page, product } = parts()
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Add a printer' }).first().click()
    await dialog.getByRole('radio', { name: 'Serial port' }).check({ force: true })
    await dialog.getByLabel('Bytes a second').waitFor()
    await product.picture(page, 'printer-serial-light')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('radio', { name: 'USB port' }).check({ force: true })
    await dialog.getByText(/Usually \/dev\/usb\/lp0/).waitFor()
    expect(await dialog.getByRole('radio', { name: 'Windows queue' }).count()).toBe(0)
    await product.picture(page, 'printer-usb-light')
    await dialog.getByRole('radio', { name: 'Office printer or PDF' }).check({ force: true })
    await dialog.getByLabel('Encrypted (ipps)').waitFor()
    expect(await dialog.getByLabel('Port').inputValue()).toBe('631')
    await product.picture(page, 'printer-ipp-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
  })

  test('[P10] a test is printed, and a person says what came out', async () => {
    const { page, product } = parts()
    await page.getByRole('button', { name: 'Test again on Receipt TM-T88' }).press('Enter')
    await page.getByText('What came out of Receipt TM-T88?').waitFor()
    await product.picture(page, 'printers-test-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('2')
    await page.getByText(/which line shows all of these right/).waitFor()
    await product.picture(page, 'printers-strip-light')
    await page.keyboard.press('1')
    await page.getByText(/Tested, and somebody said yes/).waitFor()
    await product.picture(page, 'printers-light')
  })

  test('[P19][bad input 93][PR89] another printer in its place is asked about, and taken by keyboard', async () => {
    const { page, product } = parts()
    const office = await openIppPrinter({ at: { host: '127.0.0.7', port: 9100 } })
    onTestFinished(() => office.close())
    const ask = askAsPerson(page)
    const to = { by: 'ipp', host: '127.0.0.7', port: 9100, path: '/ipp/print', isSecure: false } as const
    const identity = { uuid: 'urn:uuid:00000000-0000-4000-8000-00000000000f', certificate: null }
    const { id: _, ...profile } = officePrinter({ ...to, identity })
    const { id } = await ask('local', 'printer.add', { profile })
    await page.getByText('Is this A4 Kyocera now?').waitFor()
    await page.getByText('Another printer answers in its place').first().waitFor()
    await product.picture(page, 'printers-other-light')
    expect(await violations(page)).toEqual([])
    const use = page.getByRole('button', { name: 'Use this printer from now on as A4 Kyocera' })
    await use.press('Enter')
    await use.waitFor({ state: 'detached' })
    const first = page.getByRole('button', { name: 'Print a test on A4 Kyocera' })
    await expect.poll(() => first.evaluate((button) => button === document.activeElement)).toBe(true)
    const uuidNow = async () => {
      const { transport } =
        (await ask('query', 'printer.list', {})).printers.find((each) => each.id === id)?.profile ?? {}
      return transport?.by === 'ipp' ? transport.identity?.uuid : undefined
    }
    await expect.poll(uuidNow).toBe(office.uuid)
    await ask('local', 'printer.remove', { id })
    await first.waitFor({ state: 'detached' })
  })

  test('[P1] a receipt of an order is asked about once, and called printed when the printer confirmed it', async () => {
    const { page, product, sink, orderId } = parts()
    const before = sink.printed().length
    await goTo(page, `/orders/${orderId}?part=papers`)
    await page.getByRole('button', { name: 'Print: Order receipt' }).click()
    await heading(page, 'Where does this paper come out?').waitFor()
    await product.picture(page, 'printing-ask-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Order receipt' })
      .getByText('Printed', { exact: true })
      .first()
      .waitFor()
    expect(sink.printed().length).toBe(before + 1)
    await product.picture(page, 'order-papers-light')
  })

  test('[P2] a line that drops leaves an unknown outcome; N prints it as the next copy', async () => {
    const { page, product, sink, orderId } = parts()
    sink.mode = 'reset'
    // Within two seconds the same paper is one wish (P3).
    await page.waitForTimeout(2100)
    await goTo(page, `/orders/${orderId}?part=papers`)
    await page.keyboard.press('Control+p')
    await heading(page, 'Print which paper?').waitFor()
    await product.picture(page, 'printing-which-light')
    await page.getByRole('dialog').getByRole('button', { name: 'Order receipt' }).press('Enter')
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Order receipt' })
      .getByText('Unknown', { exact: true })
      .first()
      .waitFor()
    sink.mode = 'ok'
    await page.keyboard.press('g')
    await page.waitForTimeout(100)
    await page.keyboard.press('j')
    await heading(page, 'Did it come out?').waitFor()
    await page.waitForTimeout(600)
    await product.picture(page, 'print-journal-light')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('n')
    await expect.poll(() => heading(page, 'Did it come out?').count()).toBe(0)
    const made = page.getByRole('row').filter({ hasText: 'COPY 3' })
    await made.getByText('Printed', { exact: true }).waitFor()
    await page.getByRole('row').filter({ hasText: 'Did not come out' }).waitFor()
  })

  test('[P2] what no byte left of may be retried, and the foot says why it is safe', async () => {
    const { page, product, sink, orderId } = parts()
    sink.mode = 'cover'
    await page.waitForTimeout(2100)
    await goTo(page, `/orders/${orderId}?part=papers`)
    await page.getByRole('button', { name: 'Print: Order receipt' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Order receipt' })
      .getByText(/Cover open/)
      .first()
      .waitFor()
    await goTo(page, '/print-journal')
    await page.getByRole('row').filter({ hasText: 'Cover open' }).click()
    await page.getByText(/no byte has left/).waitFor()
    await product.picture(page, 'print-journal-waiting-light')
    sink.mode = 'ok'
    await page.keyboard.press('Space')
    await page.getByRole('img', { name: 'Order receipt, page 1 of 1' }).waitFor()
    await product.picture(page, 'print-job-preview-light')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Receipt TM-T88/ }).click()
    await page
      .getByRole('dialog')
      .getByText(/Asked last/)
      .waitFor()
    await product.picture(page, 'printer-slug-light')
    expect(await violations(page)).toEqual([])
  })

  test('the same in the dark, and no page complained', async () => {
    const { product, orderId } = parts()
    const page = await product.open({ scheme: 'dark' })
    await signIn(page)
    for (const [path, name] of [
      ['/print-journal', 'print-journal-dark'],
      ['/printers', 'printers-dark'],
      [`/orders/${orderId}?part=papers`, 'order-papers-dark'],
    ] as const) {
      await goTo(page, path)
      await page.waitForTimeout(700)
      await product.picture(page, name)
      expect(await violations(page)).toEqual([])
    }
    await page.context().close()
    expect(product.complaints).toEqual([])
  })
})
