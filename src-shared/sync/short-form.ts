import { chainText } from '#shared/kernel/change/chain.ts'
import { changeId, type Sha256 } from '#shared/kernel/change/change-id.ts'
import { hlcMilliseconds } from '#shared/kernel/change/clock.ts'

/**
 * How a push travels (Y45): its first and last change whole, each between them without what follows from the one before it.
 * That is half of its bytes, and all of those that no packing makes smaller. Whoever names its `hash` is whole.
 */

/** Left out where they are as in the change before; small ones only, so that a short text never unfolds into a huge one. */
const repeated = [
  'commandId',
  'command',
  'groupNo',
  'actor',
  'actorRole',
  'reason',
  'entity',
  'doc',
  'kind',
  'appVer',
  'schemaVer',
] as const

export interface Shortening {
  /** Whose changes they are. */
  readonly station: string
  readonly sha256: Sha256
}

type Whole = Readonly<Record<Exclude<(typeof repeated)[number], 'commandId'>, unknown>> & {
  readonly id: string
  readonly sseq: number
  readonly commandId: string
  readonly hlc: string
  readonly atWall: string
  readonly payload: string
}

/** Changes of one station in the order of their counters. */
export function shortened(changes: readonly Whole[], how: Shortening): readonly unknown[] {
  return changes.map((change, at) => {
    const before = changes[at - 1]
    const isBetween = before !== undefined && at < changes.length - 1
    return isBetween && change.sseq === before.sseq + 1 ? shortOf(change, before, how) : change
  })
}

function shortOf(change: Whole, before: Whole, { station, sha256 }: Shortening): Record<string, unknown> {
  const { id, sseq, commandId, hlc, atWall, payload } = change
  const short: Record<string, unknown> = { hlc, payload }
  for (const name of repeated) if (change[name] !== before[name]) short[name] = change[name]
  if (id !== changeId(sha256, station, sseq, commandId)) short.id = id
  if (atWall !== wallOf(hlc)) short.atWall = atWall
  return short
}

type Said = Readonly<Record<string, unknown>>

/**
 * The changes as they were before. What came whole, or is short of something that is no change, is given as it came:
 * whoever reads it next looks at every member anyway.
 */
export function lengthened(items: readonly unknown[], how: Shortening): readonly unknown[] {
  let before: unknown
  return items.map((item) => {
    before = isShort(item) && isWhole(before) ? longOf(item, before, how) : item
    return before
  })
}

function isSaid(item: unknown): item is Said {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

function isShort(item: unknown): item is Said {
  return isSaid(item) && !('hash' in item)
}

function isWhole(item: unknown): item is Said & { readonly hash: string; readonly sseq: number } {
  return isSaid(item) && typeof item.hash === 'string' && typeof item.sseq === 'number'
}

function longOf(
  short: Said,
  before: Said & { readonly hash: string; readonly sseq: number },
  { station, sha256 }: Shortening,
): Said {
  const change: Record<string, unknown> = { sseq: before.sseq + 1, atWall: wallOf(String(short.hlc)) }
  for (const name of repeated) change[name] = before[name]
  Object.assign(change, short)
  change.id ??= changeId(sha256, station, before.sseq + 1, String(change.commandId))
  const { payload, ...envelope } = change
  if (typeof payload !== 'string') return change
  change.hash = sha256(chainText(before.hash, { ...envelope, station } as never, sha256(payload)))
  return change
}

/** A station whose clock was never set back writes what its stamp says. */
function wallOf(hlc: string): string | undefined {
  const instant = new Date(hlcMilliseconds(hlc))
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}
