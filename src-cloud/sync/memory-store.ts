import { chainBegin } from '#shared/kernel/change/chain.ts'
import { zeroHlc } from '#shared/kernel/change/clock.ts'
import type { ChangeOfStation, CloudStore, KeptChange, KeptStation, OrgHead } from './cloud-store.ts'
import { presentEpoch } from './epochs.ts'
import { type DocumentsInMemory, documentsIn, type Look, memorySnapshots } from './memory-snapshots.ts'

interface Org {
  head: OrgHead
  changes: KeptChange[]
  documents: DocumentsInMemory
  stations: Map<string, KeptStation>
}

/** What a restore or a test may do beside the store's own ways. */
export interface MemoryStore extends CloudStore {
  addOrg(org: string, epoch: string): void
  addStation(org: string, station: KeptStation): void
  /** What a snapshot has made unnecessary in the feed (G6). */
  beginFeedAfter(org: string, seq: number): void
  /** In the order in which they came. */
  stationsOf(org: string): readonly KeptStation[]
  membersChanged(org: string): void
  /** Undefined: there is no such organisation. */
  epochOf(org: string): string | undefined
  /** The whole of an organisation, as a backup would have it; `restore` begins another epoch (Y12). */
  backUp(org: string): unknown
  restore(org: string, backup: unknown, epoch: string): void
}

/** The cloud in memory: the simulation runs the real server over it. */
export function memoryStore(): MemoryStore {
  const orgs = new Map<string, Org>()
  const listeners = new Set<(org: string, seq: number) => void>()
  const memberListeners = new Set<(org: string) => void>()
  const queues = new Map<string, Promise<unknown>>()

  const alone = async <T>(org: string, work: () => Promise<T>): Promise<T> => {
    const before = queues.get(org) ?? Promise.resolve()
    const mine = before.then(work, work)
    queues.set(org, mine)
    return mine
  }

  /** A look of its own: what is pushed meanwhile is not in it. */
  const lookAt = (org: string): Look | undefined => {
    const standing = orgs.get(org)
    return standing === undefined
      ? undefined
      : {
          seq: standing.head.seq,
          epoch: presentEpoch(standing.head),
          foldedAs: standing.head.foldedAs,
          documents: new Map(standing.documents),
        }
  }

  return {
    addOrg: (org, epoch) => {
      orgs.set(org, {
        head: { seq: 0, hlc: zeroHlc, chain: chainBegin, epochs: [{ id: epoch, since: 0 }], feedFrom: 0, foldedAs: {} },
        changes: [],
        documents: new Map(),
        stations: new Map(),
      })
    },
    addStation: (org, station) => {
      orgs.get(org)?.stations.set(station.id, station)
    },
    beginFeedAfter: (org, seq) => {
      const standing = orgs.get(org)
      if (standing !== undefined) standing.head = { ...standing.head, feedFrom: seq }
    },
    stationsOf: (org) => [...(orgs.get(org)?.stations.values() ?? [])],
    epochOf: (org) => orgs.get(org)?.head.epochs.at(-1)?.id,
    backUp: (org) => copyOf(orgs.get(org)),
    restore: (org, backup, epoch) => {
      const copy = copyOf(backup as Org)
      // Those of after the backup are remembered too: stations may come that heard of them and of nothing later.
      const heard = orgs.get(org)?.head.epochs ?? copy.head.epochs
      const epochs = [...heard, { id: epoch, since: copy.head.seq }]
      orgs.set(org, { ...copy, head: { ...copy.head, epochs } })
    },
    transact: async (org, work) =>
      alone(org, async () => {
        const standing = orgs.get(org)
        if (standing === undefined) return undefined
        // Worked on a copy of what changes, so that a throw leaves nothing behind.
        const next = { head: standing.head, changes: [] as KeptChange[], documents: new Map() as Org['documents'] }
        const dropped = new Set<string>()
        const moved = new Map<string, { readonly lastSseq: number; readonly lastHash: string }>()
        const result = await work({
          head: async () => standing.head,
          station: async (id) => standing.stations.get(id),
          answered: async (station, from, to) =>
            standing.changes
              .filter((each) => each.station === station && each.sseq >= from && each.sseq <= to)
              .sort((a, b) => a.sseq - b.sseq),
          documents: async (ids) =>
            new Map(
              ids.flatMap((id) => {
                const found = standing.documents.get(id)
                return found === undefined ? [] : [[id, found] as const]
              }),
            ),
          histories: async (docs) =>
            Map.groupBy(
              standing.changes.filter((each) => docs.includes(each.doc)).map((row) => named(standing, row)),
              (row) => row.doc,
            ),
          documentsInLog: async (kinds, after, limit) => {
            const docs = standing.changes.filter(({ entity, doc }) => kinds.includes(entity) && doc > after)
            return [...new Set(docs.map(({ doc }) => doc))].sort().slice(0, limit)
          },
          dropDocuments: async (ids) => {
            for (const id of ids) dropped.add(id)
          },
          markFolded: async (foldedAs) => {
            next.head = { ...next.head, foldedAs }
          },
          keep: async ({ changes = [], documents = new Map(), head, station }) => {
            next.changes.push(...changes)
            for (const [id, each] of documents) next.documents.set(id, each)
            next.head = { ...next.head, ...head }
            if (station !== undefined) {
              const { id, ...to } = station
              moved.set(id, to)
            }
          },
        })
        standing.changes.push(...next.changes)
        for (const id of dropped) standing.documents.delete(id)
        for (const [id, each] of next.documents) standing.documents.set(id, each)
        for (const [id, to] of moved) {
          // As it is now: it may have been revoked meanwhile, and others may have come.
          const station = standing.stations.get(id)
          if (station !== undefined) standing.stations.set(id, { ...station, ...to })
        }
        const hasMoved = next.head.seq > standing.head.seq
        standing.head = next.head
        if (hasMoved) for (const listen of listeners) listen(org, next.head.seq)
        return result
      }),
    feed: async (org, after, limit) => {
      const standing = orgs.get(org)
      if (standing === undefined) return undefined
      return {
        head: standing.head,
        rows: standing.changes.slice(after, after + limit).map((row) => named(standing, row)),
      }
    },
    station: async (org, id) => orgs.get(org)?.stations.get(id),
    documents: async (org, place) => {
      const look = lookAt(org)
      return look === undefined ? undefined : { ...look, documents: documentsIn(look, place) }
    },
    snapshots: memorySnapshots(lookAt),
    onMoved: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    onMembersChanged: (listen) => {
      memberListeners.add(listen)
      return () => memberListeners.delete(listen)
    },
    membersChanged: (org) => {
      for (const listen of memberListeners) listen(org)
    },
    close: async () => {},
  }
}

function named(org: Org, row: KeptChange): ChangeOfStation {
  return { ...row, stationCode: org.stations.get(row.station)?.code ?? '' }
}

function copyOf(org: Org | undefined): Org {
  if (org === undefined) throw new Error('there is no such organisation')
  return {
    head: org.head,
    changes: [...org.changes],
    documents: new Map(org.documents),
    stations: new Map(org.stations),
  }
}
