import { defineLocal, type LocalDefinition, type Services } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { isLabelProfile } from '#shared/printing/printer-profile.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import { encodedPictures } from '../../preview-pictures.ts'
import type { Printing } from '../../printing.ts'
import { testJob } from '../../test-job.ts'
import { pictureProblem } from '../picture-problem.ts'
import { samplePaper } from './sample-paper.ts'
import { templatePrinter, withRoomFor } from './template-printer.ts'

type PrintingFor = (services: Services) => Printing

/** PR17 for what is still being designed: the same layout, drawn for the printer it is meant for. */
const preview = (printingFor: PrintingFor) =>
  defineLocal(printTemplateContract['printTemplate.preview'], (services) => {
    const printing = printingFor(services)
    const sample = samplePaper(services, printing)
    return async ({ kind, design, documentId, printerId, form, language }, { viewer, now, today }) => {
      const source = printing.papers.sourceOf(kind, viewer)
      if (!source.ok) return source
      const printer = templatePrinter(printing.printers, source.value, { printerId, form })
      if (!printer.ok) return printer
      const profile = withRoomFor(printer.value, design)
      const asked = { kind, design, documentId, language: language ?? null, printer: profile, today, now, viewer }
      const made = sample(asked)
      if (!made.ok) return made
      const { document, filling, shape } = made.value
      if (design.design === 'label' && isLabelProfile(profile) && filling !== undefined && shape.shape === 'label') {
        const drawn = await printing.drawing.designedLabel({ design, filling, whole: shape.whole }, profile)
        const label = { printerName: printer.value.id === profile.id ? printer.value.name : null, dpi: profile.dpi }
        return accepted({
          form: made.value.form,
          pictures: encodedPictures(drawn.pictures),
          warnings: [],
          label: { ...label, parts: drawn.parts.map((part) => ({ ...part, warnings: [...part.warnings] })) },
        })
      }
      const drawn = await printing.drawing.preview(document, profile, 'picture')
      if (!drawn.ok) return drawn
      const { pictures, warnings } = drawn.value
      return accepted({
        form: made.value.form,
        pictures: encodedPictures(pictures),
        warnings: [...warnings],
        label: null,
      })
    }
  })

const testPrint = (printingFor: PrintingFor) =>
  defineLocal(printTemplateContract['printTemplate.testPrint'], (services) => {
    const printing = printingFor(services)
    const sample = samplePaper(services, printing)
    return ({ kind, design, documentId, printerId }, { viewer, now, today }) => {
      const printer = printing.printers.byId(printerId)
      if (printer === undefined) return refused('notFound.printer', { id: printerId })
      const made = sample({ kind, design, documentId, language: null, printer, today, now, viewer })
      if (!made.ok) return made
      const id = services.newId()
      printing.jobs.insert(testJob({ id, printer, paper: made.value.document, bytesTotal: 0 }, viewer, now))
      services.announceLocal('print_job')
      printing.spool.nudge()
      return accepted({ printJobId: id })
    }
  })

const checkPicture = defineLocal(printTemplateContract['printTemplate.checkPicture'], ({ files }) => ({ hash }) => {
  const bytes = files.get(hash)
  if (bytes === undefined) return refused('template.pictureMissing')
  const problem = pictureProblem(bytes)
  return problem === null ? accepted(null) : refused(problem)
})

export function templateLocals(printingFor: PrintingFor): readonly LocalDefinition[] {
  return [preview(printingFor), testPrint(printingFor), checkPicture]
}
