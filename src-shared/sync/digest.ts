import { z } from 'zod'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import { wireVersion } from './wire.ts'

/** What station and cloud compare of their folded documents, once a night (SPEC Y32). Both ends compute it by these. */

/** Documents of one answer that names each by its hash. */
export const digestPageDocuments = 2000

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const counter = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const name = z.string().min(1).max(100)

const asked = { wire: z.literal(wireVersion), epoch: uuid, seq: counter }
export const digestForm = z.object(asked)
export type DigestRequest = z.output<typeof digestForm>
export const digestPageForm = z.object({ ...asked, entity: name, after: uuid.nullable() })
export type DigestPageRequest = z.output<typeof digestPageForm>

export const entityDigestForm = z.object({
  entity: name,
  /** SHA-256 of `shapeText` (kernel/change/shape.ts): two ends that declare a kind differently do not compare it. */
  shape: hash,
  count: counter,
  /** All its documents' hashes, one over the other. */
  xor: hash,
})
export type EntityDigest = z.output<typeof entityDigestForm>

/** The cloud's documents are those of another `seq` than was asked for: asked again later. */
const movedOnForm = z.object({ is: z.literal('movedOn') })
export const digestAnswerForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('digest'), entities: z.array(entityDigestForm).max(1000) }),
  movedOnForm,
])
export type DigestAnswer = z.output<typeof digestAnswerForm>
export const digestPageAnswerForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('page'), documents: z.array(z.tuple([uuid, hash])).max(digestPageDocuments) }),
  movedOnForm,
])
export type DigestPageAnswer = z.output<typeof digestPageAnswerForm>

/** The text whose SHA-256 is a document's hash: which it is, its values, and the stamp of each, in canonical texts. */
export function documentText(entity: string, doc: string, values: string, stamps: string): string {
  return `${entity}\n${doc}\n${values}\n${stamps}`
}

export function foldedText(entity: string, doc: string, { values, stamps }: FoldedDocument): string {
  return documentText(entity, doc, canonicalJson(values), canonicalJson(stamps))
}

/** Adds documents up, in any order; the same one twice would take itself away, so each is added once. */
export class DigestSum {
  #count = 0
  #xor = 0n

  add(hashOfDocument: string): void {
    this.#count += 1
    this.#xor ^= BigInt(`0x${hashOfDocument}`)
  }

  get result(): Pick<EntityDigest, 'count' | 'xor'> {
    return { count: this.#count, xor: this.#xor.toString(16).padStart(64, '0') }
  }
}

/** Kinds that both ends know alike and hold differently. What only one end knows, or knows otherwise, says nothing. */
export function differingKinds(own: readonly EntityDigest[], others: readonly EntityDigest[]): readonly string[] {
  const theirs = new Map(others.map((each) => [each.entity, each]))
  return own.flatMap(({ entity, shape, count, xor }) => {
    const other = theirs.get(entity)
    if (other === undefined || other.shape !== shape) return []
    return other.count === count && other.xor === xor ? [] : [entity]
  })
}

/** Documents that only one of the two has, or has with another hash. */
export function differingDocuments(
  own: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
): readonly string[] {
  const ids = new Set([...own.keys(), ...others.keys()])
  return [...ids].filter((id) => own.get(id) !== others.get(id)).sort()
}
