import type { Refolded } from './refold.ts'
import type { FoldedTouch, Store } from './store.ts'

/** Computes documents anew from the log and writes them with their rows, where they are something else than before. */
export function writeAnew(
  store: Store,
  refold: (doc: string) => Refolded | undefined,
  docs: readonly string[],
  oneByOne: boolean,
): void {
  const touched = new Map<string, FoldedTouch>()
  const refused: (readonly [string, Refolded])[] = []
  for (const doc of docs) {
    // Also of a kind that only a newer version folds: what became of its changes is told here too.
    store.findings.suspect(doc)
    const folded = refold(doc)
    if (folded === undefined) continue
    store.findings.look(folded.entity.name, doc, () => folded.document?.values)
    touched.set(doc, { entity: folded.entity, before: store.documents.get(doc), after: folded.document })
    refused.push([doc, folded])
  }
  store.writeFolded(touched, oneByOne)
  for (const [doc, folded] of refused)
    for (const values of folded.refused) store.keepNumbers(folded.entity, doc, values)
}
