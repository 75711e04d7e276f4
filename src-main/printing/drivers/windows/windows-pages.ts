import { randomBytes } from 'node:crypto'
import { unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SendOutcome, SendReason, SendState } from '#shared/printing/print-outcome.ts'
import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { fileName } from '../folder-sender.ts'
import type { RunProgram } from '../run-program.ts'
import { sheets } from '../sheets.ts'
import { SpoolerHangs } from './limited-calls.ts'
import { followInWindows, statusOf, type WindowsPorts, type WindowsQueue } from './windows-sender.ts'
import type { PrinterHandle, Winspool } from './winspool.ts'

/** What a page is printed with, whoever prints it: nothing is left to the driver (P15). */
export interface WindowsPage {
  readonly queue: string
  /** The PDF on this computer's disk. */
  readonly file: string
  readonly copies: number
  readonly media: string
  /** Of the sheet, in micrometres; null where only its name is known. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly sides: PdfProfile['sides']
  readonly colour: PdfProfile['colour']
  readonly tray: string | null
}

/** Prints a PDF on a queue: SumatraPDF, or a hidden window of the desktop shell. */
export interface PagePrinter {
  print(page: WindowsPage): Promise<PagePrinted>
}

export type PagePrinted =
  | { readonly ok: true }
  /** `isCertain`: nothing of it can have reached the queue. */
  | { readonly ok: false; readonly isCertain: boolean; readonly reason: SendReason; readonly detail: string }

export interface WindowsPagePorts extends WindowsPorts {
  /** Null: no program here prints a PDF. */
  readonly pagePrinter: PagePrinter | null
  readonly temporaryFolder: string
}

export async function sendPageToWindows(
  winspool: Winspool,
  profile: Pick<PdfProfile, 'media' | 'sides' | 'colour' | 'tray'>,
  { queue, behind }: WindowsQueue,
  paper: { readonly bytes: Uint8Array; readonly title: string; readonly copies: number },
  beforeFirstByte: () => void,
  ports: WindowsPagePorts,
): Promise<SendOutcome> {
  let hasLeft = false
  let firstByteAt: number | null = null
  const outcome = (state: SendState, reason: SendReason | null, detail: string | null = null): SendOutcome => ({
    state,
    reason,
    bytesSent: hasLeft ? paper.bytes.length : 0,
    bytesTotal: paper.bytes.length,
    firstByteAt: hasLeft ? firstByteAt : null,
    reference: null,
    detail,
  })
  if (ports.pagePrinter === null) return outcome('failed_before_send', 'programMissing')
  // The queue shows the file's name: that is how the paper is found in it.
  const name = `${fileName(paper.title).slice(0, 60)} ${randomBytes(4).toString('hex')}.pdf`
  const file = join(ports.temporaryFolder, name)
  let handle: PrinterHandle | null = null
  try {
    handle = await winspool.open(queue)
    if (handle === null) return outcome('failed_before_send', 'queueMissing', queue)
    const status = await statusOf(winspool, handle, behind)
    if (status.reason !== null) return outcome('failed_before_send', status.reason, status.detail)
    await writeFile(file, paper.bytes, { mode: 0o600 })
    beforeFirstByte()
    firstByteAt = ports.now()
    const { media, sides, colour, tray } = profile
    const sheet = sheets[media]
    const size = sheet === undefined ? null : { width: sheet.width * 10, height: sheet.height * 10 }
    const page = { queue, file, copies: paper.copies, media, size, sides, colour, tray }
    const printed = await ports.pagePrinter.print(page)
    if (!printed.ok && printed.isCertain) return outcome('failed_before_send', printed.reason, printed.detail)
    hasLeft = true
    if (!printed.ok) return outcome('unknown', printed.reason, printed.detail)
    const job = (await winspool.jobs(handle)).find(({ document }) => document.includes(name))
    // Gone already, or listed under a name of its own: that it was taken is all that is known (P1).
    if (job === undefined) return outcome('handed_over', null)
    const end = await followInWindows(winspool, handle, job.id, ports)
    return outcome(end.state, end.reason, end.detail)
  } catch (problem) {
    if (!(problem instanceof SpoolerHangs)) throw problem
    return hasLeft
      ? outcome('unknown', 'timeLimit', problem.message)
      : outcome('failed_before_send', 'notAnswering', problem.message)
  } finally {
    if (handle !== null) await winspool.close(handle)
    await unlink(file).catch(() => undefined)
  }
}

/** SumatraPDF as a program of its own beside ours: arguments as a list, never a shell (P24). */
export function sumatraPrinter(program: string, run: RunProgram): PagePrinter {
  return {
    print: async (page) => {
      const { code, isMissing, error } = await run(program, sumatraArguments(page))
      if (code === 0) return { ok: true }
      if (isMissing) return { ok: false, isCertain: true, reason: 'programMissing', detail: program }
      const reason = code === null ? 'timeLimit' : 'abortedAtPrinter'
      return { ok: false, isCertain: false, reason, detail: error.trim() || `SumatraPDF ended with ${code}` }
    },
  }
}

export function sumatraArguments({ queue, file, copies, media, sides, colour, tray }: WindowsPage): string[] {
  const duplex = { 'one-sided': 'simplex', 'two-sided-long-edge': 'duplexlong', 'two-sided-short-edge': 'duplexshort' }
  const settings = [
    'noscale',
    'disable-auto-rotation',
    `paper=${media}`,
    `${copies}x`,
    duplex[sides],
    colour,
    ...(tray === null ? [] : [`bin=${tray}`]),
  ]
  return ['-print-to', queue, '-print-settings', settings.join(','), '-silent', file]
}
