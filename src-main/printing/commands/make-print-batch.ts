import { defineCommand, type Services } from '#main/platform/bus/module.ts'
import { digest } from '#main/platform/secrets/digest.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { printBatchContract } from '#shared/printing/batch-contract.ts'
import { formOf } from '#shared/printing/printer-state.ts'
import type { LeftOutPaper } from '../print-batches.ts'
import type { Printing } from '../printing.ts'

/** Saves the wish; its papers are laid out a few at a time after it, so that no other command waits (W14, PR52). */
export const makePrintBatch = (printingFor: (services: Services) => Printing) =>
  defineCommand(printBatchContract['printBatch.make'], (services) => {
    const { batches, layout, papers, printers } = printingFor(services)

    const printerOf = (kind: string, named: string | undefined): Result<string> => {
      const id = named ?? printers.routeOf(kind)?.printerId
      if (id === undefined) return refused('printRoute.missing', { documentKind: kind })
      const printer = printers.byId(id)
      if (printer === undefined) return refused('notFound.printer', { id })
      const source = papers.sources.find((each) => each.kind === kind)
      if (source?.forms.includes(formOf(printer))) return accepted(id)
      return refused('paper.wrongPrinter', { kind, printer: printer.name })
    }

    return ({ documentIds, kinds, printers: named, remember }, context): Result<{ id: string }> => {
      const { viewer, now, today, newId } = context
      const leftOut: LeftOutPaper[] = []
      const chosen: Record<string, string> = {}
      for (const kind of new Set(kinds)) {
        const source = papers.sourceOf(kind, viewer)
        if (source.ok) {
          const printer = printerOf(kind, named[kind])
          if (!printer.ok) return printer
          chosen[kind] = printer.value
          continue
        }
        // "All papers" of somebody who sees no prices are all but those that show some, and the batch says so.
        if (kinds.length === 1) return source
        leftOut.push({ kind, documentId: null, code: source.refusal.code, params: source.refusal.params ?? {} })
      }
      const wanted = Object.keys(chosen)
      if (wanted.length === 0) return papers.sourceOf(kinds[0] ?? '', viewer) as Result<never>
      const ids = [...new Set(documentIds)]
      const key = digest(canonicalJson({ documentIds: ids, kinds: wanted, printers: chosen })).slice(0, 32)
      // Two clicks or two windows that mean the same papers are one batch (P3).
      const twin = batches.twinOf(key, now)
      if (twin !== undefined) return accepted({ id: twin.id })
      const id = newId()
      batches.insert({
        id,
        key,
        kinds: wanted,
        printers: chosen,
        documentIds: ids,
        documents: ids.length,
        laidOut: 0,
        isLaidOut: false,
        papers: 0,
        alreadyThere: 0,
        leftOut,
        leadId: null,
        isPaused: false,
        stoppedAt: null,
        movedAt: now,
        wantedBy: viewer.userId ?? '',
        wantedByName: viewer.name,
        wantedByRole: viewer.role,
        grants: [...viewer.grants],
        wantedAt: now,
        wantedOn: today,
        move: null,
      })
      if (remember) {
        for (const [kind, printerId] of Object.entries(chosen)) {
          if (printers.routeOf(kind) !== undefined) continue
          printers.putRoute({ kind, printerId, copies: 1, tray: null, fallbackPrinterId: null })
          context.announceLocal('print_route')
        }
      }
      context.announceLocal('print_job')
      layout.nudge()
      return accepted({ id })
    }
  })
