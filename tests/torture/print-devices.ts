import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { InputFor } from '#shared/contract.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import type { CupsServer } from '#tests/support/cups-server.ts'
import type { DeviceStandIn, TerminalMode } from '#tests/support/device-stand-in.ts'
import { type IppFault, openIppPrinter } from '#tests/support/ipp-printer.ts'
import { openPrinterSink, type SinkMode } from '#tests/support/printer-sink.ts'
import { markOf, type PaperSize } from './fault-paper.ts'

const run = promisify(execFile)

type PrinterInput = InputFor<'printer.add'>['profile']

/** Papers that came out whole, and how many of them say that they are a copy. */
export interface CameOut {
  readonly whole: number
  /** Null: nobody sees that from outside the file. */
  readonly tagged: number | null
}

/** A device outside of the station, broken in its way until somebody has seen to it. */
export interface FaultDevice {
  readonly name: string
  readonly profile: PrinterInput
  /** It can take papers of these sizes. */
  readonly sizes: readonly PaperSize[]
  breakDown(): void
  heal(): void
  /** Nothing is on its way in it any more. */
  isAtRest(): boolean | Promise<boolean>
  cameOut(title: string): CameOut | Promise<CameOut>
  close(): Promise<void>
}

const allSizes: readonly PaperSize[] = ['nothing', 'small', 'large']

export async function tcpDevice(mode: SinkMode, status: 'full' | 'none' = 'full'): Promise<FaultDevice> {
  const sink = await openPrinterSink({ bytesASecond: 131_072 })
  const name = status === 'full' ? `TCP 9100, ${mode}` : `TCP 9100, ${mode}, not asked`
  return {
    name,
    profile: {
      ...{ language: 'escpos', name, ...escposModels.epsonTm80, status },
      transport: { by: 'tcp', host: '127.0.0.1', port: sink.port },
    },
    sizes: allSizes,
    breakDown: () => {
      sink.mode = mode
    },
    heal: () => {
      sink.mode = 'ok'
    },
    // One that takes nothing never comes to the end of its line.
    isAtRest: () => sink.lines === 0 || mode === 'blackhole',
    cameOut: (title) => papersWith(sink.printed(), title),
    close: () => sink.close(),
  }
}

export async function ippDevice(fault: IppFault): Promise<FaultDevice> {
  const printer = await openIppPrinter()
  const name = `IPP, ${fault}`
  const transport = { by: 'ipp', host: '127.0.0.1', port: printer.port, path: '/ipp/print', isSecure: false } as const
  return {
    name,
    profile: { ...office(name), transport: { ...transport, identity: null } },
    sizes: allSizes,
    breakDown: () => {
      printer.fault = fault
    },
    heal: () => printer.loadPaper(),
    isAtRest: () => true,
    cameOut: (title) => {
      const whole = printer.jobs.filter((job) => job.name === title && isWholeDocument(job.document))
      // What was cancelled or fell down in it never became paper.
      const printed = whole.filter(({ state }) => state !== 7 && state !== 8)
      return { whole: printed.length, tagged: null }
    },
    close: () => printer.close(),
  }
}

function isWholeDocument(document: Uint8Array | null): boolean {
  return document !== null && Buffer.from(document).toString('latin1').trimEnd().endsWith('%%EOF')
}

/** A device file or a serial line of this computer, at `path` in its profile. */
export function lineDevice(
  by: 'usb' | 'serial',
  path: string,
  standIn: DeviceStandIn,
  mode: TerminalMode,
  become: (mode: TerminalMode) => void,
): FaultDevice {
  const name = `${by}, ${mode}`
  const line = { baud: 115_200, bits: 8, parity: 'none', flow: 'none', pace: null } as const
  let seen = -1
  return {
    name,
    profile: {
      ...{ language: 'escpos', name, ...escposModels.epsonTm80, status: by === 'usb' ? 'none' : 'full' },
      transport: by === 'usb' ? { by, path } : { by, path, ...line },
    },
    sizes: by === 'usb' ? ['nothing', 'small', 'large'] : ['nothing', 'small'],
    breakDown: () => become(mode),
    heal: () => become('ok'),
    isAtRest: () => {
      const before = seen
      seen = standIn.received().length
      return seen === before
    },
    cameOut: (title) => papersWith([standIn.received()], title),
    close: () => standIn.close(),
  }
}

export function folderDevice(path: string): FaultDevice {
  return {
    ...{ name: 'folder', profile: { ...office('folder'), transport: { by: 'folder', path } }, sizes: allSizes },
    ...quiet,
    cameOut: (title) => filesOf(path, title, (name) => !name.startsWith('.')),
  }
}

/** Queues of the spooler of Windows; what it was given whole lies in a folder. */
export function windowsDevices(spooled: string): readonly FaultDevice[] {
  const receipts = { language: 'escpos', name: 'Windows, bytes', ...escposModels.epsonTm80 } as const
  return [
    {
      ...{ name: receipts.name, profile: { ...receipts, transport: { by: 'windows', queue: 'Receipts' } } },
      ...{ sizes: allSizes, ...quiet },
      cameOut: (title) =>
        papersWith(
          filesIn(spooled).map((name) => readFileSync(join(spooled, name))),
          title,
        ),
    },
    {
      ...{
        name: 'Windows, pages',
        profile: { ...office('Windows, pages'), transport: { by: 'windows', queue: 'Office' } },
      },
      ...{ sizes: ['small', 'large'], ...quiet },
      cameOut: (title) => filesOf(spooled, title, (name) => name.endsWith('.pdf')),
    },
  ]
}

/** Queues of a real CUPS: one hands bytes to a printer on the network, the other is an office printer that speaks IPP. */
export async function cupsDevices(cups: CupsServer, textOf: (file: Buffer) => Promise<string>): Promise<FaultDevice[]> {
  const sink = await openPrinterSink({ mode: 'mute' })
  await cups.addRawQueue('Receipts', `socket://127.0.0.1:${sink.port}`)
  const host = cups.server
  const isEmpty = async () => (await run('lpstat', ['-h', host, '-o'])).stdout === ''
  const receipts = { language: 'escpos', name: 'CUPS, bytes', ...escposModels.epsonTm80 } as const
  const at = (queue: string) => ({ by: 'cups', queue, server: host }) as const
  return [
    {
      ...{ name: receipts.name, profile: { ...receipts, transport: at('Receipts') }, ...quiet },
      // Its lp refuses a paper of no bytes.
      sizes: ['small', 'large'],
      isAtRest: async () => sink.lines === 0 && (await isEmpty()),
      cameOut: (title) => papersWith(sink.printed(), title),
      close: () => sink.close(),
    },
    {
      ...{ name: 'CUPS, pages', profile: { ...office('CUPS, pages'), transport: at('Office') } },
      ...{ sizes: ['small', 'large'] as const, ...quiet },
      isAtRest: isEmpty,
      cameOut: async (title) => {
        const texts = await Promise.all((await cups.officePapers()).map(textOf))
        const whole = texts.filter((text) => text.includes(markOf(title)))
        return { whole: whole.length, tagged: whole.filter((text) => text.includes('COPY')).length }
      },
    },
  ]
}

const quiet = {
  breakDown: () => undefined,
  heal: () => undefined,
  isAtRest: () => true,
  close: () => Promise.resolve(),
}

function office(name: string) {
  return { language: 'pdf', name, media: 'A4', sides: 'one-sided', colour: 'monochrome', tray: null } as const
}

/** Receipts by their last words, each in bytes of its own or one behind the other. */
export function papersWith(printed: readonly Uint8Array[], title: string): CameOut {
  const papers = printed.flatMap((bytes) => Buffer.from(bytes).toString('latin1').split('\u001b@'))
  const whole = papers.filter((text) => text.includes(markOf(title)))
  return { whole: whole.length, tagged: whole.filter((text) => text.includes('COPY')).length }
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function filesOf(folder: string, title: string, isPaper: (name: string) => boolean): CameOut {
  const files = filesIn(folder).filter((name) => name.includes(title) && isPaper(name))
  return { whole: files.length, tagged: null }
}
