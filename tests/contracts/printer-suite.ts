import { afterEach, describe, expect, it } from 'vitest'
import type { Printer } from '#main/printing/drivers/printer-driver.ts'
import { receiptPrinter } from '#tests/support/printer-profiles.ts'

export interface PrinterUnderTest {
  readonly printer: Printer
  /** What came out of it, each paper by itself. */
  papers(): Promise<readonly Uint8Array[]>
  close(): Promise<void>
}

/** The rules every printer of the port keeps, real or fake; run over all of them. */
export function printerSuite(name: string, open: () => Promise<PrinterUnderTest>): void {
  describe(`[PR2] the printer contract, kept by ${name}`, () => {
    const opened: PrinterUnderTest[] = []
    const start = async () => {
      const under = await open()
      opened.push(under)
      return under
    }
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close()
    })

    const { language } = receiptPrinter()
    const paper = (text: string) => ({ bytes: new TextEncoder().encode(`${text}\n`), language, title: text, copies: 1 })

    it('prints a paper whole and counts its bytes', async () => {
      const { printer, papers } = await start()
      const outcome = await printer.send(paper('one'))
      expect(outcome).toMatchObject({ state: 'printed', reason: null, bytesSent: 4, bytesTotal: 4 })
      expect(outcome.firstByteAt).not.toBe(null)
      expect(await papers()).toEqual([paper('one').bytes])
    })

    it('[P6] prints papers given at once one after the other, in their order', async () => {
      const { printer, papers } = await start()
      const names = ['one', 'two', 'three', 'four', 'five']
      const outcomes = await Promise.all(names.map((each) => printer.send(paper(each))))
      expect(outcomes.map((each) => each.state)).toEqual(names.map(() => 'printed'))
      expect(await papers()).toEqual(names.map((each) => paper(each).bytes))
    })

    it('[P13] never lets a paper in another language out', async () => {
      const { printer, papers } = await start()
      expect(await printer.send({ ...paper('%PDF'), language: 'pdf' })).toMatchObject({
        state: 'failed_before_send',
        reason: 'wrongLanguage',
        bytesSent: 0,
      })
      expect(await papers()).toEqual([])
    })

    it('[P11] opens its drawer without a paper', async () => {
      const { printer } = await start()
      expect(await printer.openDrawer()).toMatchObject({ state: 'handed_over', reason: null })
    })

    it('[P9] says that it is ready', async () => {
      const { printer } = await start()
      expect(await printer.status()).toMatchObject({ state: 'ready', reason: null, isPaperLow: false })
    })
  })
}
