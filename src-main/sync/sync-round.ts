import { sha256Hex } from '#main/platform/changes/change-log.ts'
import type { OutgoingChange } from '#main/platform/changes/outbox.ts'
import type { ReceivedRow, Replica } from '#main/platform/changes/replica.ts'
import { shortened } from '#shared/sync/short-form.ts'
import { type PushAnswer, type PushRequest, wireLimits, wireVersion } from '#shared/sync/wire.ts'
import { beginAgain, settleBootstrap } from './bootstrap-round.ts'
import { receivedRow } from './received-row.ts'
import { FeedClosed, type RoundPorts } from './round-ports.ts'

/** This folder's counters say something else than the cloud knows of them: it was copied or rolled back (SPEC Y13). */
export class ForkedStation extends Error {
  readonly sseq: number
  constructor(sseq: number) {
    super(`the cloud knows another change ${sseq} of this station`)
    this.sseq = sseq
  }
}

export interface BatchSize {
  readonly changes: number
  readonly bytes: number
}

/** Something waits that may go. */
export function hasToSend({ replica, brake }: Pick<RoundPorts, 'replica' | 'brake'>): boolean {
  return replica.waiting() > 0 && brake.heldFrom() !== replica.place().acknowledged + 1
}

/** Sends one batch of the outbox. True while there may be more to send. */
export async function pushOnce(ports: RoundPorts, size: BatchSize): Promise<boolean> {
  const { replica, link, brake } = ports
  const heldFrom = brake.heldFrom() ?? Number.POSITIVE_INFINITY
  const changes = replica.outgoing(size).filter(({ sseq }) => sseq < heldFrom)
  const last = changes.at(-1)
  if (last === undefined) return false
  const answer = await link.push(pushOf(replica, changes))
  return settle(ports, answer, last.sseq)
}

/** Hands one batch over without a judgement on it: what the cloud fails at, or all of a station that was shut out. */
export async function setAsideOnce(ports: RoundPorts, size: BatchSize): Promise<boolean> {
  const { replica, link } = ports
  const changes = replica.outgoing(size)
  const last = changes.at(-1)
  if (last === undefined) return false
  const answer = await link.setAside(pushOf(replica, changes))
  return settle(ports, answer, last.sseq)
}

function pushOf(replica: Replica, changes: readonly OutgoingChange[]): PushRequest {
  const short = shortened(changes, { station: replica.station, sha256: sha256Hex })
  return { wire: wireVersion, epoch: replica.place().epoch, changes: [...short] }
}

/** Where the outbox begins after an answer. */
function settle({ replica, brake }: RoundPorts, answer: PushAnswer, lastSseq: number): true {
  switch (answer.is) {
    case 'taken':
      replica.acknowledge(lastSseq, answer.epoch)
      return true
    case 'gap':
      brake.letThrough(replica.place().acknowledged)
      replica.acknowledge(answer.expected - 1, answer.epoch)
      return true
    case 'otherEpoch':
      // Sent again is nothing new.
      brake.letThrough(replica.place().acknowledged)
      replica.forgetAnswers(answer.since, answer.lastSseq, answer.epoch)
      return true
    case 'forked':
      throw new ForkedStation(answer.sseq)
  }
}

/** Fetches one page of the feed and applies it slice by slice (W11). True while there is more. */
export async function pullOnce(ports: RoundPorts): Promise<boolean> {
  const { replica, link, brake, now, breathe, behind, applied, pace } = ports
  const { cursor, epoch } = replica.place()
  const onlyToKeep = cursor < replica.bootstrap.keepsUntil()
  const answer = await link.pull({
    after: cursor,
    limit: wireLimits.pageRows,
    epoch,
    ...(onlyToKeep && { onlyToKeep }),
  })
  if (answer.is === 'otherEpoch') {
    brake.letThrough(replica.place().acknowledged)
    replica.forgetAnswers(answer.since, answer.lastSseq, answer.epoch)
    return true
  }
  if (answer.is === 'gone') {
    await beginAgain(ports)
    return true
  }
  if (answer.is === 'tooOld') throw new FeedClosed({ is: 'tooOld', wanted: answer.wanted })
  if (answer.rows.length < answer.head - cursor) behind(answer.head)
  const rows = answer.rows.map(receivedRow)
  for (let begin = 0; begin < rows.length; ) {
    const end = endOfSlice(rows, begin + pace.rows)
    const slice = rows.slice(begin, end)
    applied(await pace.run(slice.length, () => replica.apply(slice, answer.epoch, now()), breathe))
    begin = end
  }
  const hasMore = answer.rows.length > 0 && replica.place().cursor < answer.head
  if (replica.bootstrap.isUnderWay && (!hasMore || replica.place().cursor >= replica.bootstrap.keepsUntil()))
    await settleBootstrap(ports)
  return hasMore
}

/** Slices end where a command ends, so that its rows appear together (reliability I7). */
function endOfSlice(rows: readonly ReceivedRow[], wanted: number): number {
  let end = wanted
  while (end < rows.length && isSameCommand(rows[end - 1], rows[end])) end += 1
  return Math.min(end, rows.length)
}

function isSameCommand(a: ReceivedRow | undefined, b: ReceivedRow | undefined): boolean {
  const command = b?.foreign?.change?.commandId
  return command !== undefined && a?.foreign?.change?.commandId === command
}
