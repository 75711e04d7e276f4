import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { RunProgram } from './run-program.ts'
import type { Winspool } from './windows/winspool.ts'

/** Drivers of Windows that draw pages and throw anything else away, or keep it in a file. */
const drawing = /IPP Class Driver|Print to PDF|XPS|OneNote|Fax/iu

/**
 * The queue that receipts and labels of this printer go through, if it has a driver that may swallow them or print them as
 * signs; null where bytes pass untouched, or where nobody can tell (P14).
 */
export async function queueWithDriver(
  { language, transport }: PrinterProfile,
  run: RunProgram,
  winspool: Winspool | null,
): Promise<string | null> {
  if (language === 'pdf') return null
  if (transport.by === 'cups') {
    const { queue, server } = transport
    const { code, out } = await run('lpoptions', [...(server === null ? [] : ['-h', server]), '-p', queue])
    const model = /printer-make-and-model=(?:'([^']*)'|(\S*))/u.exec(out)
    if (code !== 0 || model === null) return null
    return /\braw\b/iu.test(model[1] ?? model[2] ?? '') ? null : queue
  }
  if (transport.by !== 'windows' || winspool === null) return null
  const printer = (await winspool.printers()).find(({ name }) => name === transport.queue)
  return printer !== undefined && drawing.test(printer.driver) ? printer.name : null
}
