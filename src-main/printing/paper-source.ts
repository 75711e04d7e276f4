import type { Services } from '#main/platform/bus/module.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { Size } from '#shared/kernel/length.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { PrintDocument } from '#shared/printing/print-document.ts'
import type { LabelFilling } from '#shared/printing/templates/label-design.ts'
import type { TemplateShape } from '#shared/printing/templates/template-shape.ts'
import type { DesignFor } from './templates/template-book.ts'

export type PaperForm = PrintDocument['form']

/** What a paper is made with. The same in the command that wants it and in a preview. */
export type PaperServices = Pick<Services, 'db' | 'translate' | 'station'>

export interface PaperWish {
  readonly documentId: string
  /** Lines of the document; null: all. */
  readonly lineIds: readonly string[] | null
  readonly form: PaperForm
  /** What was typed, for labels that are of no document: codes of bins. */
  readonly codes: readonly string[]
  /** Size of the labels in the printer; null where there is none to ask. */
  readonly medium: Size | null
  /** How it is to look for a customer. */
  readonly designFor: DesignFor
  /** The business day, for papers that say when they were made. */
  readonly today: string
}

/** What stands on a paper that is only being designed. */
export interface SampleWish extends Omit<PaperWish, 'documentId' | 'lineIds'> {
  /** Null: a document of the product's own, as full as one gets. */
  readonly documentId: string | null
  /** Null: whatever the document's own is. */
  readonly language: Language | null
}

/** One sheet, receipt or label, before any device is known. */
export interface BuiltPaper {
  /** The line it is of, where each line has a paper of its own. */
  readonly lineId: string | null
  readonly orderNumber: string
  readonly partyName: string
  /** What it is about in money, for the person who looks for it. */
  readonly amount: { readonly amount: number; readonly currency: string } | null
  readonly language: Language
  /** Without a COPY tag and without the time it was made: the same paper is the same bytes. */
  readonly document: PrintDocument
  /** Grant that what it says needs beside the source's own; left out: none (PR49). */
  readonly needs?: string
  /** What a label is filled with, so that a designer can look at each part by itself. */
  readonly filling?: LabelFilling
}

/**
 * One kind of paper, offered by the feature that owns it. Printing knows devices, never documents: the app hands it the
 * papers of the later features when it is composed.
 */
export interface PaperSource {
  /** `<folder of the feature>.<paper>` */
  readonly kind: string
  /** Entity whose id a wish names. */
  readonly about: string
  /** Forms it can take, the usual one first. */
  readonly forms: readonly [PaperForm, ...PaperForm[]]
  /** Grant beside printing that whoever wants or sees it needs; null: none. */
  readonly needs: string | null
  /** Whether a second print carries a COPY tag: a receipt does, the label of a product does not. */
  readonly tagsCopies: boolean
  /** What templates of the kind arrange; null: nothing can be. */
  readonly template: PaperTemplate | null
  readonly compose: (
    services: PaperServices,
  ) => (wish: PaperWish, read: Services['read']) => Result<readonly BuiltPaper[]>
}

export interface PaperTemplate {
  readonly shape: TemplateShape
  /** One paper to design with; a label with what fills it. */
  readonly sample: (services: PaperServices) => (wish: SampleWish, read: Services['read']) => Result<BuiltPaper>
}
