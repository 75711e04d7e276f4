import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import { escposModels, zplModels } from '#shared/printing/printer-models.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import { anyOfficePrinter } from '../drawing.ts'
import { fileName } from '../drivers/folder-sender.ts'
import { mediumOf } from '../paper-queue.ts'
import type { PaperForm, PaperSource } from '../paper-source.ts'
import { encodedPictures } from '../preview-pictures.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

const nowhere = { by: 'tcp', host: '127.0.0.1', port: 9100 } as const

/** A common printer of each kind, for papers nobody has said a printer for yet. */
const commonPrinters: Readonly<Record<PaperForm, PrinterProfile>> = {
  page: anyOfficePrinter,
  receipt: { id: 'receipt', name: '80 mm', language: 'escpos', transport: nowhere, ...escposModels.epsonTm80 },
  label: { id: 'label', name: '4 × 6 inch', language: 'zpl', transport: nowhere, ...zplModels.zebra203 },
}

const preview = (printingFor: PrintingFor) =>
  defineLocal(printingContract['paper.preview'], (services) => {
    const { printers, papers, jobs, drawing } = printingFor(services)

    const printerFor = (
      source: PaperSource,
      printerId: string | undefined,
      form: PaperForm | undefined,
    ): Result<PrinterProfile> => {
      const id = printerId ?? (form === undefined ? printers.routeOf(source.kind)?.printerId : undefined)
      const printer = id === undefined ? commonPrinters[form ?? source.forms[0]] : printers.byId(id)
      if (printer === undefined) return refused('notFound.printer', { id: id ?? '' })
      if (source.forms.includes(formOf(printer))) return accepted(printer)
      return refused('paper.wrongPrinter', { kind: source.kind, printer: printer.name })
    }

    return async ({ kind, documentId, lineIds, printerId, form, as }, { viewer, now }) => {
      const source = papers.sourceOf(kind, viewer)
      if (!source.ok) return source
      const printer = printerFor(source.value, printerId, form)
      if (!printer.ok) return printer
      const wish = {
        documentId,
        lineIds: lineIds ?? null,
        form: formOf(printer.value),
        medium: mediumOf(printer.value),
      }
      const built = papers.build(source.value, wish, services.read)
      if (!built.ok) return built
      const [first] = built.value
      if (first === undefined) return refused('paper.empty', { kind })
      const copy = jobs.knownPrints({ kind, documentId, lineId: first.lineId }) + 1
      const pictures: { mediaType: 'image/png' | 'application/pdf'; data: string }[] = []
      const warnings: { readonly code: string }[] = []
      for (const paper of built.value) {
        // The tag is shown where it will be: what is previewed is what would come out now.
        const tag =
          copy > 1 && source.value.tagsCopies
            ? services.translate(paper.language, 'printing', 'copyTag', { copy })
            : null
        const drawn = await drawing.preview(finishedPaper(paper.document, tag, now), printer.value, as)
        if (!drawn.ok) return drawn
        pictures.push(...encodedPictures(drawn.value.pictures))
        warnings.push(...drawn.value.warnings)
      }
      return accepted({ form: formOf(printer.value), copy, pictures, warnings })
    }
  })

/** PRN-03: an original, not a copy: nothing came out of a printer. */
const pdf = (printingFor: PrintingFor) =>
  defineLocal(printingContract['paper.pdf'], (services) => {
    const { papers, drawing } = printingFor(services)
    return async ({ kind, documentId, lineIds }, { viewer, now }) => {
      const source = papers.sourceOf(kind, viewer)
      if (!source.ok) return source
      if (!source.value.forms.includes('page')) return refused('paper.noPage', { kind })
      const wish = { documentId, lineIds: lineIds ?? null, form: 'page', medium: null } as const
      const built = papers.build(source.value, wish, services.read)
      if (!built.ok) return built
      const documents = built.value.flatMap(({ document }) =>
        document.form === 'page' ? [finishedPaper(document, null, now)] : [],
      )
      const [first] = documents
      if (first === undefined) return refused('paper.empty', { kind })
      const drawn = await drawing.pdf(documents)
      const hash = services.files.put(drawn.bytes)
      return accepted({ hash, name: `${fileName(first.title)}.pdf`, size: drawn.bytes.length, pages: drawn.pages })
    }
  })

export function previewLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [preview, pdf].map((each) => each(printingFor))
}
