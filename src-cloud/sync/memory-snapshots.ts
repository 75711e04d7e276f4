import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import type { SnapshotManifest } from '#shared/kernel/change/snapshot.ts'
import type { DocumentsPlace, LookedAt, ShelvedDocument, SnapshotShelf } from './snapshot-shelf.ts'

export type DocumentsInMemory = Map<string, { readonly entity: string; readonly document: FoldedDocument }>

/** An organisation at one moment. */
export interface Look extends LookedAt {
  readonly documents: DocumentsInMemory
}

interface Kept {
  readonly manifest: SnapshotManifest
  readonly chunks: readonly Uint8Array[]
}

/** In the order of their ids. */
export function documentsIn(look: Look, { which, after, limit }: DocumentsPlace): readonly ShelvedDocument[] {
  return [...look.documents]
    .filter(([, { entity }]) => ('of' in which ? which.of.includes(entity) : !which.notOf.includes(entity)))
    .filter(([id]) => after === null || id > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([id, { entity, document }]) => ({ id, entity, document }))
}

/** Snapshots in memory, of what `lookAt` gives. */
export function memorySnapshots(lookAt: (org: string) => Look | undefined): SnapshotShelf {
  const kept = new Map<string, Kept[]>()
  return {
    latest: async (org) => kept.get(org)?.at(-1)?.manifest,
    chunk: async (org, snapshot, no) => kept.get(org)?.find(({ manifest }) => manifest.id === snapshot)?.chunks[no],
    build: async (org, work) => {
      const look = lookAt(org)
      if (look === undefined) return false
      const chunks: Uint8Array[] = []
      await work({
        head: async () => look,
        documents: async (which, after, limit) => documentsIn(look, { which, after, limit }),
        keepChunk: async (_, no, bytes) => {
          chunks[no] = bytes
        },
        publish: async (manifest) => {
          kept.set(org, [...(kept.get(org) ?? []), { manifest, chunks }].slice(-2))
        },
      })
      return true
    },
  }
}
