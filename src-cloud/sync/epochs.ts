import type { OrgHead } from './cloud-store.ts'

/** The incarnation that answers now. */
export function presentEpoch(head: OrgHead): string {
  return head.epochs.at(-1)?.id ?? ''
}

/** The last `seq` that a station which last heard `epoch` has in common with the cloud; undefined: nothing was restored (Y12). */
export function commonSince(head: OrgHead, epoch: string | null): number | undefined {
  if (epoch === null || epoch === presentEpoch(head)) return undefined
  const heard = head.epochs.findIndex((each) => each.id === epoch)
  if (heard < 0) return 0
  return Math.min(...head.epochs.slice(heard + 1).map((each) => each.since))
}
