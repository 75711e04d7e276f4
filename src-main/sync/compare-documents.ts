import { hashOfText } from '#main/platform/changes/document-check.ts'
import type { Replica } from '#main/platform/changes/replica.ts'
import { shapeText } from '#shared/kernel/change/shape.ts'
import {
  DigestSum,
  differingDocuments,
  differingKinds,
  digestPageDocuments,
  documentText,
  type EntityDigest,
} from '#shared/sync/digest.ts'
import { wireVersion } from '#shared/sync/wire.ts'
import type { CloudLink } from './cloud-link.ts'

export interface DocumentName {
  readonly entity: string
  readonly doc: string
}

/** What a comparison came to (SPEC Y32). Later: something is on its way, so there is nothing to compare. */
export type Comparison =
  | { readonly is: 'later' }
  | {
      readonly is: 'compared'
      readonly seq: number
      /** Were not what this station's log says, and are again. */
      readonly mended: readonly DocumentName[]
      /** Are what the log says, and something else at the cloud. */
      readonly differing: readonly DocumentName[]
    }

export interface ComparePorts {
  readonly replica: Replica
  readonly link: Pick<CloudLink, 'digest' | 'digestPage'>
  /** Lets commands of people run between two slices. */
  readonly breathe: () => Promise<void>
}

type Hashes = ReadonlyMap<string, string>

/**
 * Compares this station's documents with the cloud's, as of the same `seq`. A document that differs is folded anew from the
 * log: where it was not what the log says, everything is computed from the log again (W4); where it was, it is told. Nothing
 * is taken over from the cloud, and nothing is removed because only one end has it: the log decides, and both have the same.
 */
export async function compareDocuments(ports: ComparePorts): Promise<Comparison> {
  const { replica, link, breathe } = ports
  const { check } = replica
  const { cursor: seq, epoch } = replica.place()
  if (epoch === null || replica.waiting() > 0 || replica.bootstrap.isUnderWay) return { is: 'later' }
  const version = check.version()
  const own = await digestOf(ports, version)
  if (own === undefined) return { is: 'later' }
  const answer = await link.digest({ wire: wireVersion, epoch, seq })
  if (answer.is === 'movedOn') return { is: 'later' }
  const differing: {
    readonly entity: string
    readonly doc: string
    readonly own?: string
    readonly theirs?: string
  }[] = []
  for (const entity of differingKinds(own, answer.entities)) {
    const theirs = await hashesAtCloud(ports, { epoch, seq, entity })
    const here = await hashesHere(ports, entity, version)
    if (theirs === undefined || here === undefined) return { is: 'later' }
    for (const doc of differingDocuments(here, theirs)) differing.push(named(entity, doc, here, theirs))
  }
  const mended: DocumentName[] = []
  const left: DocumentName[] = []
  for (const { entity, doc, own: here, theirs } of differing) {
    const logged = check.hashesFromLog(doc, documentText)
    if (logged !== undefined && logged.document !== here) mended.push({ entity, doc })
    if (logged === undefined || (logged.document ?? logged.unborn) !== theirs) left.push({ entity, doc })
    await breathe()
    if (check.version() !== version) return { is: 'later' }
  }
  // Where the log itself cannot be read nothing can be computed from it (SPEC Y35).
  if (mended.length > 0 && !check.mend())
    return {
      is: 'compared',
      seq,
      mended: [],
      differing: [...new Map([...left, ...mended].map((each) => [each.doc, each])).values()],
    }
  return { is: 'compared', seq, mended, differing: left }
}

function named(entity: string, doc: string, here: Hashes, there: Hashes) {
  const [own, theirs] = [here.get(doc), there.get(doc)]
  return { entity, doc, ...(own !== undefined && { own }), ...(theirs !== undefined && { theirs }) }
}

/** Slice by slice; undefined where something was written meanwhile. */
async function digestOf(
  { replica, breathe }: ComparePorts,
  version: string,
): Promise<readonly EntityDigest[] | undefined> {
  const sums = new Map(replica.entities.map(({ name }) => [name, new DigestSum()]))
  for (let after = ''; ; ) {
    const page = replica.check.hashesAfter(after, documentText)
    for (const { entity, hash } of page) sums.get(entity)?.add(hash)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.doc
    await breathe()
    if (replica.check.version() !== version) return undefined
  }
  return replica.entities.map((entity) => ({
    entity: entity.name,
    shape: hashOfText(shapeText(entity)),
    ...(sums.get(entity.name) ?? new DigestSum()).result,
  }))
}

async function hashesHere(
  { replica, breathe }: ComparePorts,
  entity: string,
  version: string,
): Promise<Hashes | undefined> {
  const hashes = new Map<string, string>()
  for (let after = ''; ; ) {
    const page = replica.check.hashesAfter(after, documentText, entity)
    for (const { doc, hash } of page) hashes.set(doc, hash)
    const last = page.at(-1)
    if (last === undefined) return hashes
    after = last.doc
    await breathe()
    if (replica.check.version() !== version) return undefined
  }
}

async function hashesAtCloud(
  { link }: ComparePorts,
  of: { readonly epoch: string; readonly seq: number; readonly entity: string },
): Promise<Hashes | undefined> {
  const hashes = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const page = await link.digestPage({ wire: wireVersion, ...of, after })
    if (page.is === 'movedOn') return undefined
    for (const [doc, hash] of page.documents) hashes.set(doc, hash)
    const last: string | undefined = page.documents.at(-1)?.[0]
    if (last === undefined || page.documents.length < digestPageDocuments) return hashes
    after = last
  }
}
