import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printingContract } from '#shared/printing/contract.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import { commonPrinters } from '../common-printers.ts'
import { fileName } from '../drivers/folder-sender.ts'
import { mediumOf } from '../paper-queue.ts'
import type { PaperForm, PaperSource } from '../paper-source.ts'
import { encodedPictures } from '../preview-pictures.ts'
import type { Printing } from '../printing.ts'

type PrintingFor = (services: Services) => Printing

const preview = (printingFor: PrintingFor) =>
  defineLocal(printingContract['paper.preview'], (services) => {
    const { printers, papers, drawing } = printingFor(services)

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

    return async ({ kind, documentId, lineIds, printerId, form, templateId, codes, as }, { viewer, now, today }) => {
      const source = papers.sourceOf(kind, viewer)
      if (!source.ok) return source
      const printer = printerFor(source.value, printerId, form)
      if (!printer.ok) return printer
      const wish = {
        documentId,
        lineIds: lineIds ?? null,
        form: formOf(printer.value),
        medium: mediumOf(printer.value),
        codes: codes ?? [],
        templateId,
        today,
      }
      const built = papers.asked(source.value, wish, { viewer, read: services.read })
      if (!built.ok) return built
      const [first] = built.value
      if (first === undefined) return refused('paper.empty', { kind })
      const { copy } = first
      const pictures: { mediaType: 'image/png' | 'application/pdf'; data: string }[] = []
      const warnings: { readonly code: string }[] = []
      for (const paper of built.value) {
        // The tag is shown where it will be: what is previewed is what would come out now.
        const tag =
          copy > 1 && source.value.tagsCopies
            ? services.translate(paper.language, 'printing', 'copyTag', { copy })
            : null
        const profile = onItsOwnRoll(printer.value, paper.document)
        const drawn = await drawing.preview(finishedPaper(paper.document, tag, now), profile, as)
        if (!drawn.ok) return drawn
        pictures.push(...encodedPictures(drawn.value.pictures))
        warnings.push(...drawn.value.warnings)
      }
      return accepted({ form: formOf(printer.value), copy, pictures, warnings })
    }
  })

/** Where nobody has said a printer yet, a label is shown by itself, not on the common printer's roll. */
function onItsOwnRoll(printer: PrinterProfile, document: PrintDocument): PrinterProfile {
  const isCommon = printer === commonPrinters.label
  return isCommon && printer.language === 'zpl' && document.form === 'label'
    ? { ...printer, label: { ...document.size } }
    : printer
}

/** PRN-03: an original, not a copy: nothing came out of a printer. */
const pdf = (printingFor: PrintingFor) =>
  defineLocal(printingContract['paper.pdf'], (services) => {
    const { papers, drawing } = printingFor(services)
    return async ({ kind, documentId, lineIds, templateId }, { viewer, now, today }) => {
      const source = papers.sourceOf(kind, viewer)
      if (!source.ok) return source
      if (!source.value.forms.includes('page')) return refused('paper.noPage', { kind })
      const of = { documentId, lineIds: lineIds ?? null, codes: [] }
      const wish = { ...of, form: 'page', medium: null, templateId, today } as const
      const built = papers.asked(source.value, wish, { viewer, read: services.read })
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
