import type { Size } from '#shared/kernel/length.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { isLabelProfile, type PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import { commonPrinters } from '../../common-printers.ts'
import type { PaperForm, PaperSource } from '../../paper-source.ts'
import type { Printers } from '../../printers.ts'

/** What a design is drawn for: the printer named, else where its kind comes out, else a common one. */
export function templatePrinter(
  printers: Printers,
  source: PaperSource,
  wanted: { readonly printerId: string | undefined; readonly form: PaperForm | undefined },
): Result<PrinterProfile> {
  const { printerId, form } = wanted
  if (printerId !== undefined) {
    const named = printers.byId(printerId)
    return named === undefined ? refused('notFound.printer', { id: printerId }) : accepted(named)
  }
  const routed = printers.byId(printers.routeOf(source.kind)?.printerId ?? '')
  if (routed !== undefined && (form === undefined || formOf(routed) === form)) return accepted(routed)
  return accepted(commonPrinters[form ?? source.forms[0]])
}

/** A label is looked at in its own size, also while a smaller roll is in the printer; that it is, is said beside it. */
export function withRoomFor(printer: PrinterProfile, design: TemplateDesign): PrinterProfile {
  if (!isLabelProfile(printer) || design.design !== 'label') return printer
  const label: Size = design.size
  return { ...printer, label: { ...label } }
}
