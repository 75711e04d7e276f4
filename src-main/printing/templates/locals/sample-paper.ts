import { notAllowed } from '#main/platform/bus/authorise.ts'
import type { Services } from '#main/platform/bus/module.ts'
import { may, type Viewer } from '#main/platform/bus/viewer.ts'
import type { Language } from '#shared/kernel/language.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { finishedPaper } from '#shared/printing/finished-paper.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import { designProblems } from '#shared/printing/templates/template-rules.ts'
import type { TemplateShape } from '#shared/printing/templates/template-shape.ts'
import { mediumOf } from '../../paper-queue.ts'
import type { BuiltPaper, PaperForm } from '../../paper-source.ts'
import type { Printing } from '../../printing.ts'

export interface SampleAsked {
  readonly kind: string
  readonly design: TemplateDesign
  readonly documentId: string | null
  readonly language: Language | null
  readonly printer: PrinterProfile
  readonly today: string
  readonly now: string
  readonly viewer: Viewer
}

export interface Sample extends BuiltPaper {
  readonly shape: TemplateShape
  readonly form: PaperForm
}

/** A paper with a design that nobody has saved yet. Its money needs the same right as on a real one. */
export function samplePaper(services: Services, { papers }: Printing): (asked: SampleAsked) => Result<Sample> {
  const samples = new Map(
    papers.sources.flatMap((source) =>
      source.template === null ? [] : [[source.kind, source.template.sample(services)] as const],
    ),
  )
  return ({ kind, design, documentId, language, printer, today, now, viewer }) => {
    const source = papers.sourceOf(kind, viewer)
    if (!source.ok) return source
    const { template, forms } = source.value
    const sample = samples.get(kind)
    if (template === null || sample === undefined) return refused('paper.unknown', { kind })
    const form = formOf(printer)
    if (!forms.includes(form)) return refused('paper.wrongPrinter', { kind, printer: printer.name })
    // A part whose field is still empty is left out of the picture; what the kind does not have at all is refused.
    const problems = designProblems(design, template.shape).filter((each) => each.code !== 'text.required')
    if (problems.length > 0) return refused('printTemplate.invalid', { kind }, problems)
    const wish = { documentId, language, form, medium: mediumOf(printer), codes: [], designFor: () => design, today }
    const made = sample(wish, services.read)
    if (!made.ok) return made
    const { needs } = made.value
    if (needs !== undefined && !may(viewer, needs)) return notAllowed(viewer, needs)
    const document = finishedPaper(made.value.document, null, now)
    return accepted({ ...made.value, document, shape: template.shape, form })
  }
}
