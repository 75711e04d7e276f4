import type { Entity } from '#shared/kernel/change/entity.ts'
import {
  type DigestAnswer,
  type DigestPageAnswer,
  type DigestPageRequest,
  type DigestRequest,
  DigestSum,
  digestPageDocuments,
  type EntityDigest,
  foldedText,
} from '#shared/sync/digest.ts'
import type { CloudStore } from './cloud-store.ts'
import { presentEpoch } from './epochs.ts'
import { foldAnew, shapesFoldedHere } from './fold-anew.ts'
import type { Pusher } from './push.ts'
import { sha256 } from './read-change.ts'
import type { DocumentsPlace, ShelvedDocument } from './snapshot-shelf.ts'

/** Read and hashed between two looks at other requests: some ten milliseconds of work. */
const pageOfDocuments = 250

/** Stations ask at some moment of one night: most of them find it computed, and the next night it is computed anew. */
const keptMilliseconds = 60 * 60_000

interface Computed {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly epoch: string
  readonly seq: number
  readonly entities: readonly EntityDigest[]
}

export interface DigestParts {
  readonly store: CloudStore
  readonly entities: ReadonlyMap<string, Entity>
  readonly clock: () => number
}

/** What the cloud's documents come to at its head (Y32). Computed once for a head and an hour, whoever asks. */
export class Digests {
  readonly #parts
  readonly #last = new Map<string, Computed>()
  readonly #computing = new Map<string, Promise<Computed | undefined>>()

  constructor(parts: DigestParts) {
    this.#parts = parts
  }

  /** Null as for a pull: who is not let in learns nothing. */
  async answer(who: Pusher, { seq, epoch }: DigestRequest): Promise<DigestAnswer | null> {
    const isThere = await this.#isThere(who, seq, epoch)
    if (isThere !== true) return isThere
    const known = this.#last.get(who.org)
    const isFresh = known !== undefined && this.#parts.clock() - known.at < keptMilliseconds
    const found = isFresh && known.seq === seq && known.epoch === epoch ? known : await this.#computedOnce(who.org)
    if (found?.seq !== seq || found.epoch !== epoch) return { is: 'movedOn' }
    return { is: 'digest', entities: [...found.entities] }
  }

  /** Documents of one kind by their hashes, after an id, in the order of their ids; fewer than a page: that was all. */
  async page(who: Pusher, { seq, epoch, entity, after }: DigestPageRequest): Promise<DigestPageAnswer | null> {
    const isThere = await this.#isThere(who, seq, epoch)
    if (isThere !== true) return isThere
    const documents: [string, string][] = []
    const most = digestPageDocuments
    const head = await this.#read(who.org, { of: [entity] }, after, most, ({ id, document }) =>
      documents.push([id, sha256(foldedText(entity, id, document))]),
    )
    return head?.seq === seq && head.epoch === epoch ? { is: 'page', documents } : { is: 'movedOn' }
  }

  async #isThere(who: Pusher, seq: number, epoch: string): Promise<true | { is: 'movedOn' } | null> {
    const { store } = this.#parts
    const station = await store.station(who.org, who.station)
    if (station === undefined || station.revokedAt !== null) return null
    const head = (await store.feed(who.org, 0, 0))?.head
    if (head === undefined) return null
    if (head.seq !== seq || presentEpoch(head) !== epoch) return { is: 'movedOn' }
    return (await foldAnew(store, this.#parts.entities, who.org, head)) ? true : { is: 'movedOn' }
  }

  async #computedOnce(org: string): Promise<Computed | undefined> {
    const running = this.#computing.get(org)
    if (running !== undefined) return running
    const computing = this.#compute(org)
      .then((computed) => {
        if (computed !== undefined) this.#last.set(org, computed)
        return computed
      })
      .finally(() => this.#computing.delete(org))
    this.#computing.set(org, computing)
    return computing
  }

  async #compute(org: string): Promise<Computed | undefined> {
    const { entities } = this.#parts
    const sums = new Map([...entities.keys()].map((entity) => [entity, new DigestSum()]))
    const head = await this.#read(org, { notOf: [] }, null, Number.POSITIVE_INFINITY, ({ id, entity, document }) =>
      sums.get(entity)?.add(sha256(foldedText(entity, id, document))),
    )
    if (head === undefined) return undefined
    const digests = [...entities.values()].map((entity) => ({
      entity: entity.name,
      shape: shapesFoldedHere(entities)[entity.name] ?? '',
      ...(sums.get(entity.name) ?? new DigestSum()).result,
    }))
    return { ...head, at: this.#parts.clock(), entities: digests }
  }

  /** Page by page, other requests between; undefined where the head has moved meanwhile, and pages do not go together. */
  async #read(
    org: string,
    which: DocumentsPlace['which'],
    from: string | null,
    most: number,
    take: (shelved: ShelvedDocument) => void,
  ): Promise<{ readonly seq: number; readonly epoch: string } | undefined> {
    let after = from
    let first: { readonly seq: number; readonly epoch: string } | undefined
    let taken = 0
    for (;;) {
      const page = await this.#parts.store.documents(org, { which, after, limit: pageOfDocuments })
      if (page === undefined) return undefined
      first ??= { seq: page.seq, epoch: page.epoch }
      if (page.seq !== first.seq || page.epoch !== first.epoch) return undefined
      for (const shelved of page.documents) take(shelved)
      taken += page.documents.length
      after = page.documents.at(-1)?.id ?? after
      if (page.documents.length < pageOfDocuments || taken >= most) break
    }
    const head = (await this.#parts.store.feed(org, 0, 0))?.head
    return head?.seq === first.seq && presentEpoch(head) === first.epoch ? first : undefined
  }
}
