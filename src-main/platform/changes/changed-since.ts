import type { ReadableDb } from '../database/handles.ts'
import { type PackedText, unpackText } from './packed-text.ts'

/** What others have changed of a document since somebody looked at it (reliability 18, 19). */
export interface ChangedSince {
  readonly paths: ReadonlySet<string>
  /** Who changed it last, and when by their station's clock. */
  readonly by: string
  readonly at: string
}

export interface DocumentVersions {
  /** Grows with every change of the document on this station; 0: not there. A form hands it back with its changes. */
  of(doc: string): number
  /** Undefined: nothing has changed since. */
  since(doc: string, version: number): ChangedSince | undefined
}

export function documentVersions(db: ReadableDb): DocumentVersions {
  const last = db.read<{ lsn: number }>('select lsn from changes where doc = ? order by lsn desc limit 1')
  const later = db.read<{ payload: PackedText | null; actor: string; at_wall: string }>(
    'select payload, actor, at_wall from changes where doc = ? and lsn > ? order by lsn',
  )
  return {
    of: (doc) => last.get(doc)?.lsn ?? 0,
    since: (doc, version) => {
      const changes = later.all(doc, version)
      const newest = changes.at(-1)
      if (newest === undefined) return undefined
      const paths = changes.flatMap(({ payload }) =>
        payload === null ? [] : Object.keys(JSON.parse(unpackText(payload))),
      )
      return { paths: new Set(paths), by: newest.actor, at: newest.at_wall }
    },
  }
}
