import { isOlderVersion } from '#shared/sync/app-version.ts'
import type { FeedRow, PullAnswer, PullRequest } from '#shared/sync/wire.ts'
import type { CloudStore, KeptChange } from './cloud-store.ts'
import { commonSince, presentEpoch } from './epochs.ts'
import type { Pusher } from './push.ts'

/** Most of a page in bytes; the last command may run over (Y9). */
const pageBytes = 1024 * 1024
/** Changes of one command (W14). */
const largestCommand = 500

/** A page of the feed after the station's cursor (Y9). Null as for a push: who is not let in learns nothing. */
export async function readFeed(
  store: CloudStore,
  who: Pusher,
  request: PullRequest,
  oldestClient: string | null = null,
): Promise<PullAnswer | null> {
  const station = await store.station(who.org, who.station)
  if (station === undefined || station.revokedAt !== null) return null
  const isTooOld = oldestClient !== null && isOlderVersion(station.appVersion, oldestClient)
  const page = await store.feed(who.org, request.after, isTooOld ? 0 : request.limit + largestCommand)
  if (page === undefined) return null
  const { head } = page
  const since = commonSince(head, request.epoch)
  // Said to one that is too old as well: it may be the only one that still has what a restored cloud has lost (Y12).
  if (since !== undefined) return { is: 'otherEpoch', epoch: presentEpoch(head), since, lastSseq: station.lastSseq }
  if (isTooOld) return { is: 'tooOld', wanted: oldestClient }
  if (request.after < head.feedFrom && request.onlyToKeep !== true)
    return { is: 'gone', feedFrom: head.feedFrom, epoch: presentEpoch(head) }
  const rows = wholeCommands(page.rows, request.limit)
  return {
    is: 'page',
    rows: rows.map((row) => feedRow(row, request.whole === true ? null : who.station, row.stationCode)),
    head: head.seq,
    epoch: presentEpoch(head),
  }
}

/** As many rows as fit, ended where a command ends (W14): a command that runs over the limit runs over the page. */
function wholeCommands<Row extends KeptChange>(rows: readonly Row[], limit: number): readonly Row[] {
  let bytes = 0
  for (const [index, row] of rows.entries()) {
    const isFull = index >= limit || bytes > pageBytes
    if (isFull && (row.commandId === '' || row.commandId !== rows[index - 1]?.commandId)) return rows.slice(0, index)
    bytes += row.raw.length
  }
  return rows
}

/** `asking`: whose own changes are echoes alone. */
function feedRow(row: KeptChange, asking: string | null, code: string): FeedRow {
  const { sseq, seq, hlcEff, verdict, code: why, detail, station } = row
  const answered = { sseq, seq, hlcEff, verdict, code: why, detail }
  if (station === asking) return { ...answered, own: true }
  return { ...answered, station, stationCode: code, change: JSON.parse(row.raw) as unknown }
}
