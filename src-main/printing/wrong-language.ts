import { deviceKey, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import type { SpokenLanguage } from './drivers/recognise-printer.ts'
import type { Printing } from './printing.ts'

/** Names of their own, the same in every language: as manuals and the printers' settings write them. */
export const spokenNames: Readonly<Record<SpokenLanguage, string>> = {
  escpos: 'ESC/POS',
  zpl: 'ZPL',
  epl: 'EPL2',
  tspl: 'TSPL',
  brother: 'Brother QL',
  pdf: 'PJL/PDF',
  linePrint: 'line_print',
}

/**
 * What a printer speaks instead of what it is set up for, asked only when it does not answer in its own language (P13).
 * Null: nothing speaks against it. A serial number that it tells on the way is kept as its mark.
 */
export async function otherLanguageOf(
  printer: PrinterProfile,
  { devices, ports, printers, spool }: Pick<Printing, 'devices' | 'ports' | 'printers' | 'spool'>,
): Promise<SpokenLanguage | null> {
  if (printer.transport.by !== 'tcp' || spool.isBusy(deviceKey(printer))) return null
  const status = await devices.inTurn(printer, () => devices.printerOf(printer).status())
  const isSilent = status.state === 'unknown'
  const isOdd = status.reason === 'notAnswering' || status.reason === 'notUnderstood'
  if (!isSilent && !isOdd) return null
  const recognised = await devices.inTurn(printer, () => ports.recognise(printer))
  if (recognised === null) return null
  const { speaks, serial } = recognised
  if (speaks.includes(printer.language)) {
    const none = { uuid: null, serial: null, mac: null, networkName: null }
    if (serial !== null) printers.putMarks(printer.id, { ...(printers.marksOf(printer.id) ?? none), serial })
    return null
  }
  return speaks[0] ?? null
}
