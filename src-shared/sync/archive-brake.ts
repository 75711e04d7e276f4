import type { ChangedFields } from '#shared/kernel/change/change-record.ts'

/** So many documents of a kind archived at once are a question, whatever the shop's size (SPEC Y33). */
const mostAtOnce = 20
/** So few never are. */
const fewestAsked = 5
/** One in so many of a kind. */
const oneIn = 50

/** What has gone within this time counts with what is about to go: a mistake is also made one by one. */
export const brakeMilliseconds = 60 * 60_000

/** Whether a change archives its document (true), takes it back (false), or neither. What is born archived was never there. */
export function archives(kind: string, fields: ChangedFields): boolean | undefined {
  const change = fields.archived
  if (kind === 'create' || kind === 'post' || change === undefined) return undefined
  const [from, to] = change
  if ((from === true) === (to === true)) return undefined
  return to === true
}

/** More than twenty, or more than 2 % of a kind and at least five. */
export function isMassArchive(archived: number, ofAll: number): boolean {
  return archived > mostAtOnce || (archived >= fewestAsked && archived * oneIn > ofAll)
}

/** Few enough that nobody has to count the kind. */
export function isFew(archived: number): boolean {
  return archived < fewestAsked
}
