import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts'
import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import { isFaultOfStorage } from '../database/disk-problem.ts'
import type { WritableDb } from '../database/handles.ts'
import { sha256 } from './change-log.ts'
import { type DocumentRow, readStamps } from './documents.ts'
import { unpackText } from './packed-text.ts'
import { rebuildFromLog } from './rebuild.ts'
import type { Refolded, Refolder } from './refold.ts'
import type { Store } from './store.ts'

/** The text whose SHA-256 is a document's hash, of canonical texts. */
export type DocumentText = (entity: string, doc: string, values: string, stamps: string) => string

/** Which document has which hash; a row that cannot be read has `unreadable`. */
export interface HashedDocument {
  readonly entity: string
  readonly doc: string
  readonly hash: string
}

/** The hash of nothing at all: as good as none, and one that both ends can add up. */
export const unreadable = '0'.repeat(64)

/** Read at once; hashing them takes a few milliseconds, so that no command waits (W11). */
const pageOfDocuments = 100

export interface CheckParts {
  /** Another text after every write of a document. */
  readonly version: () => string
  readonly codeOf: (station: string) => string
}

/** Looks at the documents as they lie in the file, beside what the log says of them. */
export class DocumentCheck {
  readonly #db
  readonly #store
  readonly #refold
  readonly #parts
  readonly #page
  readonly #pageOfKind

  constructor(db: WritableDb, store: Store, refold: Refolder['refold'], parts: CheckParts) {
    this.#db = db
    this.#store = store
    this.#refold = refold
    this.#parts = parts
    this.#page = db.read<DocumentRow & { id: string }>(
      `select id, entity, data, stamps from docs where id > ? order by id limit ${pageOfDocuments}`,
    )
    this.#pageOfKind = db.read<DocumentRow & { id: string }>(
      `select id, entity, data, stamps from docs where id > ? and entity = ? order by id limit ${pageOfDocuments}`,
    )
  }

  /** Two looks with the same version have seen the same documents. */
  version(): string {
    return this.#parts.version()
  }

  /** The next documents in the order of their ids, all or of one kind; none: that was all. */
  hashesAfter(after: string, textOf: DocumentText, kind?: string): readonly HashedDocument[] {
    const rows = kind === undefined ? this.#page.all(after) : this.#pageOfKind.all(after, kind)
    return rows.map((row) => ({ entity: row.entity, doc: row.id, hash: hashOfRow(row, textOf) }))
  }

  /**
   * What the log says a document is: its hash, and that of one whose birth is still to come (SPEC Y12, Y14). Undefined where
   * the log itself cannot be read.
   */
  hashesFromLog(
    doc: string,
    textOf: DocumentText,
  ): { readonly document?: string; readonly unborn?: string } | undefined {
    let folded: Refolded | undefined
    try {
      folded = this.#refold(doc)
    } catch {
      return undefined
    }
    const hashOf = (document: FoldedDocument | undefined): string | undefined =>
      folded === undefined || document === undefined
        ? undefined
        : hashOfText(textOf(folded.entity.name, doc, canonicalJson(document.values), canonicalJson(document.stamps)))
    const [document, unborn] = [hashOf(folded?.document), hashOf(folded?.unborn)]
    return { ...(document !== undefined && { document }), ...(unborn !== undefined && { unborn }) }
  }

  /** Everything anew from the log: tables and counters may rest on what was damaged (W4). False: the log cannot be read. */
  mend(): boolean {
    try {
      rebuildFromLog(this.#db, this.#store, this.#parts.codeOf)
      return true
    } catch (problem) {
      if (isFaultOfStorage(problem)) throw problem
      this.#store.misfits.reload()
      return false
    } finally {
      this.#store.forget()
    }
  }
}

function hashOfRow({ id, entity, data, stamps }: DocumentRow & { id: string }, textOf: DocumentText): string {
  try {
    const values = unpackText(data)
    const all = readStamps(stamps, JSON.parse(values) as Record<string, Json>)
    return hashOfText(textOf(entity, id, values, canonicalJson(all)))
  } catch {
    // What a damaged disk has left is no text, or no JSON: it differs from whatever the cloud has.
    return unreadable
  }
}

export function hashOfText(text: string): string {
  return sha256(text).toString('hex')
}
