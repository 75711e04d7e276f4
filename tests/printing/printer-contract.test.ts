import { expect, it } from 'vitest'
import { openPrinter, type PrinterPorts } from '#main/printing/drivers/printer-driver.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { type PrinterUnderTest, printerSuite } from '#tests/contracts/printer-suite.ts'
import { fakePrinter } from '#tests/support/fake-printer.ts'
import { labelPrinter, officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink } from '#tests/support/printer-sink.ts'

const ports: PrinterPorts = {
  platform: 'linux',
  devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
  windows: null,
  now: () => 1,
  limits: { ...tcpLimits, poll: 50, linger: 1000, settle: 100 },
  cups: {
    now: () => 1,
    wait: () => Promise.resolve(),
    limit: 0,
    poll: 1,
    run: () => Promise.resolve({ code: null, isMissing: true, out: '', error: '' }),
  },
}

printerSuite('a receipt printer on the network', async (): Promise<PrinterUnderTest> => {
  const sink = await openPrinterSink()
  const printer = openPrinter(receiptPrinter(undefined, sink.port), ports)
  return { printer, papers: () => Promise.resolve(sink.printed()), close: () => sink.close() }
})

printerSuite('the fake printer of tests', (): Promise<PrinterUnderTest> => {
  const printer = fakePrinter(receiptPrinter(), () => 1)
  return Promise.resolve({
    printer,
    papers: () => Promise.resolve(printer.papers.map((each) => each.bytes)),
    close: () => Promise.resolve(),
  })
})

it('[P11] no printer without a drawer pretends to have one', async () => {
  for (const profile of [
    labelPrinter(),
    officePrinter({ by: 'cups', queue: 'Office', server: null }),
    { ...receiptPrinter(), drawer: null },
  ]) {
    expect(await openPrinter(profile, ports).openDrawer()).toMatchObject({ state: 'failed_before_send', bytesSent: 0 })
  }
})

it('[P6] a device that is slow to let go makes the next paper wait, not fail', async () => {
  const sink = await openPrinterSink({ mode: 'asb' })
  const printer = openPrinter({ ...receiptPrinter(undefined, sink.port), status: 'none' }, ports)
  const paper = { bytes: new Uint8Array(4000).fill(65), language: 'escpos', title: 'x', copies: 1 } as const
  const outcomes = await Promise.all([printer.send(paper), printer.send(paper)])
  await printer.status()
  expect(outcomes.map((each) => each.state)).toEqual(['handed_over', 'handed_over'])
  expect(sink.printed().map((each) => each.length)).toEqual([4000, 4000])
  await sink.close()
})
