import type { InputFor, OutputFor } from '#shared/contract.ts'

export type WantedPaper = InputFor<'paper.print'>['papers'][number]
type Paper = OutputFor<'printRoute.list'>['papers'][number]
type Printer = Pick<OutputFor<'printer.list'>['printers'][number], 'id' | 'name' | 'form'>

export interface MissingRoute {
  readonly kind: string
  /** Printers here that can print it, those of its usual form first. */
  readonly printers: readonly Printer[]
  /** The only sensible one, chosen beforehand. */
  readonly likely: string | null
}

/** Kinds of paper nobody has said a printer for, each once, with the printers that could take them (P20). */
export function missingRoutes(
  wanted: readonly Pick<WantedPaper, 'kind'>[],
  papers: readonly Paper[],
  printers: readonly Printer[],
): readonly MissingRoute[] {
  return [...new Set(wanted.map(({ kind }) => kind))].map((kind) => {
    const forms = papers.find((paper) => paper.kind === kind)?.forms ?? []
    const can = forms.flatMap((form) => printers.filter((printer) => printer.form === form))
    const usual = can.filter(({ form }) => form === forms[0])
    const likely = usual.length === 1 ? usual[0] : can.length === 1 ? can[0] : undefined
    return { kind, printers: can, likely: likely?.id ?? null }
  })
}

/** The wanted papers with the printers a person chose; what got none is left out. */
export function withPrinters(
  wanted: readonly WantedPaper[],
  chosen: Readonly<Record<string, string | null>>,
): readonly WantedPaper[] {
  return wanted.flatMap((paper) => {
    const printerId = chosen[paper.kind] ?? null
    return printerId === null ? [] : [{ ...paper, printerId }]
  })
}
