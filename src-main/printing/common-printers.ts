import { escposModels, zplModels } from '#shared/printing/printer-models.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { anyOfficePrinter } from './drawing.ts'
import type { PaperForm } from './paper-source.ts'

const nowhere = { by: 'tcp', host: '127.0.0.1', port: 9100 } as const

/** A common printer of each kind, for papers nobody has said a printer for yet. */
export const commonPrinters: Readonly<Record<PaperForm, PrinterProfile>> = {
  page: anyOfficePrinter,
  receipt: { id: 'receipt', name: '80 mm', language: 'escpos', transport: nowhere, ...escposModels.epsonTm80 },
  label: { id: 'label', name: '4 × 6 inch', language: 'zpl', transport: nowhere, ...zplModels.zebra203 },
}
