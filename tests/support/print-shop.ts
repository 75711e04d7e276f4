import { composeModules } from '#main/app/modules.ts'
import type { OpenMulticast } from '#main/printing/drivers/discovery/network-search.ts'
import { openPrinter, type Printer } from '#main/printing/drivers/printer-driver.ts'
import { recogniseOverTcp } from '#main/printing/drivers/recognise-printer.ts'
import { programRunner } from '#main/printing/drivers/run-program.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import type { SpoolPorts } from '#main/printing/module.ts'
import { pollTimes } from '#main/printing/spool-ports.ts'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import { type EscposModel, escposModels, zplModels } from '#shared/printing/printer-models.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { orderInput, productLine } from '#tests/sales-orders/order-samples.ts'
import type { TestAppOptions } from './create-test-app.ts'
import type { PrinterSink } from './printer-sink.ts'
import { createTestShop, type TestShop } from './test-shop.ts'

/** Timers of the spool that tests fire by hand; what is due at once runs by itself. */
export interface TestTimers {
  after(milliseconds: number, work: () => void): () => void
  /** All that are due within so many milliseconds; left out: all there are. */
  fire(within?: number): void
}

export function testTimers(): TestTimers {
  const waiting = new Map<() => void, number>()
  return {
    after: (milliseconds, work) => {
      if (milliseconds === 0) {
        const timer = setTimeout(work, 0)
        return () => clearTimeout(timer)
      }
      waiting.set(work, milliseconds)
      return () => waiting.delete(work)
    },
    fire: (within = Number.POSITIVE_INFINITY) => {
      const due = [...waiting].flatMap(([work, milliseconds]) => (milliseconds <= within ? [work] : []))
      for (const work of due) waiting.delete(work)
      for (const work of due) work()
    },
  }
}

export type PrintJobRow = OutputFor<'printJob.list'>['rows'][number]
type PrintersOpened = (profile: PrinterProfile) => Printer

export interface PrintShop extends Omit<TestShop, 'reopen'> {
  reopen(): Promise<PrintShop>
  readonly timers: TestTimers
  /** Puts another printer behind every address: for printers that fail as a test says. */
  openWith(open: PrintersOpened): void
  /** Who answers when the network is asked for printers; nobody, unless a test says. */
  searchWith(multicast: OpenMulticast): void
  receiptPrinter(
    sink: Pick<PrinterSink, 'port'>,
    change?: Partial<EscposModel> & { readonly name?: string },
  ): Promise<string>
  labelPrinter(sink: Pick<PrinterSink, 'port'>): Promise<string>
  folderPrinter(path: string): Promise<string>
  /** A confirmed order of 1,000 business cards for a customer of that language. */
  order(
    change?: Partial<InputFor<'salesOrder.take'>>,
    language?: 'en' | 'nl' | 'fr' | 'de' | 'pl',
  ): Promise<{ id: string; number: string }>
  print(
    kind: string,
    documentId: string,
    printerId?: string,
    more?: { copies?: number; lineIds?: string[] },
  ): Promise<string[]>
  job(id: string): Promise<PrintJobRow>
  /** The print job when nothing more happens to it by itself. */
  settled(id: string): Promise<PrintJobRow>
  /** Until something holds; a test that waits in vain says what it saw last. */
  until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, milliseconds?: number): Promise<T>
}

const limits = { ...tcpLimits, connect: 1500, status: 900, stall: 1500, poll: 40, linger: 2000, settle: 80 }
const run = programRunner(10_000, process.env)
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The real senders, with limits that tests can wait for. */
export const realPrinter: PrintersOpened = (profile) =>
  openPrinter(profile, {
    now: Date.now,
    limits,
    cups: { run, now: Date.now, wait, limit: 60_000, poll: 100 },
    platform: process.platform,
    devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
    windows: null,
  })

/** A shop whose printers are sinks on this machine: the real core, the real spool, the real senders with short limits. */
export async function createPrintShop(options: TestAppOptions = {}): Promise<PrintShop> {
  const timers = testTimers()
  const nobody: OpenMulticast = async () => ({ send: () => undefined, close: () => undefined })
  const state: PrintShopState = { open: realPrinter, multicast: nobody }
  const ports = (): SpoolPorts => ({
    openPrinter: (profile) => state.open(profile),
    run,
    computer: {
      platform: 'linux',
      deviceFolder: '/nowhere',
      facts: { user: 'femke', sys: '/nowhere', groups: '/nowhere' },
      winspool: null,
      spoolerName: () => Promise.resolve(null),
    },
    after: timers.after,
    ...pollTimes,
    // Sinks listen where the system lets them.
    allowedPorts: Array.from({ length: 65_535 }, (_, port) => port + 1),
    network: { openMulticast: (onMessage) => state.multicast(onMessage), rounds: [0, 60, 120] },
    recognise: recogniseOverTcp({ ...limits, status: 200 }),
  })
  const modules = composeModules(ports)
  const shop = await createTestShop({ ...options, modules })
  return withPrinters(shop, timers, state)
}

interface PrintShopState {
  open: PrintersOpened
  multicast: OpenMulticast
}

function withPrinters(shop: TestShop, timers: TestTimers, state: PrintShopState): PrintShop {
  const until = async <T>(look: () => Promise<T>, holds: (seen: T) => boolean, milliseconds = 12_000): Promise<T> => {
    const deadline = Date.now() + milliseconds
    for (;;) {
      const seen = await look()
      if (holds(seen)) return seen
      if (Date.now() > deadline) throw new Error(`waited in vain; last seen: ${JSON.stringify(seen)}`)
      await wait(5)
    }
  }
  const job = async (id: string): Promise<PrintJobRow> => {
    const { rows } = await shop.query('printJob.list', { limit: 200 })
    const row = rows.find((each) => each.id === id)
    if (row === undefined) throw new Error(`no print job ${id}`)
    return row
  }
  const address = (sink: Pick<PrinterSink, 'port'>) => ({ by: 'tcp', host: '127.0.0.1', port: sink.port }) as const
  const add = async (profile: InputFor<'printer.add'>['profile']): Promise<string> =>
    (await shop.local('printer.add', { profile })).id
  return {
    ...shop,
    timers,
    openWith: (open) => {
      state.open = open
    },
    searchWith: (multicast) => {
      state.multicast = multicast
    },
    receiptPrinter: (sink, change) =>
      add({
        language: 'escpos',
        name: 'Receipt TM-T88',
        transport: address(sink),
        ...escposModels.epsonTm80,
        ...change,
      }),
    labelPrinter: (sink) =>
      add({ language: 'zpl', name: 'Label ZD421', transport: address(sink), ...zplModels.zebra203 }),
    folderPrinter: (path) =>
      add({
        language: 'pdf',
        name: 'Folder',
        transport: { by: 'folder', path },
        media: 'A4',
        sides: 'one-sided',
        colour: 'monochrome',
        tray: null,
      }),
    order: async (change = {}, language = 'nl') => {
      await shop.command('product.add', businessCards).catch(() => undefined)
      const { id: partyId } = await shop.command('party.register', { name: 'Bakkerij De Molen', language })
      const input = orderInput(shop, {
        customer: { kind: 'party', partyId },
        lines: [productLine(shop, businessCards, 1000)],
        promised: { on: '2026-11-24', at: '16:00' },
        ...change,
      })
      const { id, number } = await shop.command('salesOrder.take', input)
      return { id, number: number ?? '' }
    },
    print: async (kind, documentId, printerId, more = {}) => {
      const paper = { kind, documentId, ...(printerId === undefined ? {} : { printerId }), ...more }
      return (await shop.command('paper.print', { papers: [paper] })).printJobIds
    },
    job,
    settled: (id) =>
      until(
        () => job(id),
        (row) => row.state !== 'sending' && (row.state !== 'queued' || row.isHeld || row.nextTryAt !== null),
      ),
    until,
    close: async () => {
      const closing = shop.close()
      await wait(10)
      // What is still being sent is waited for no longer than its timer says.
      timers.fire()
      await closing
    },
    reopen: async () => withPrinters({ ...shop, ...(await shop.reopen()) }, timers, state),
  }
}
