import { hlcMilliseconds } from '#shared/kernel/change/clock.ts'
import { instantFromMillis } from '#shared/kernel/dates.ts'
import type { FindingChange } from '../database/finding-tables.ts'
import type { ReadableDb } from '../database/handles.ts'
import { derivedId } from './derived-id.ts'

/** Of what could not be read only the station is known: the finding is about that (SPEC Y43). */
export const unreadable = 'change.unreadable'

interface UnreadRow {
  readonly seq: number
  readonly hlc_eff: string | null
}

export interface UnreadGroup {
  readonly id: string
  readonly rows: UnreadRow[]
}

/**
 * Changes of a station that nobody could read, each with those after it until somebody has looked. At its own station such a
 * change is one like any other, and has to come to the same.
 */
export function unreadReader(db: ReadableDb) {
  const unread = db.read<UnreadRow>(
    `select seq, hlc_eff from unread_changes where station = ? and verdict = 'quarantined'
     union all select seq, hlc_eff from changes
       where station = ? and verdict = 'quarantined' and verdict_detail ->> 'code' = '${unreadable}' order by seq`,
  )
  return (station: string, wasSeenBefore: (finding: string, seq: number) => boolean): readonly UnreadGroup[] => {
    const groups: UnreadGroup[] = []
    for (const row of unread.all(station, station)) {
      const last = groups.at(-1)
      if (last !== undefined && !wasSeenBefore(last.id, row.seq)) last.rows.push(row)
      else groups.push({ id: derivedId(unreadable, station, String(row.seq)), rows: [row] })
    }
    return groups
  }
}

export function toldUnread({ seq, hlc_eff }: UnreadRow, station: string, stationCode: string): FindingChange {
  const at = hlc_eff === null ? '' : instantFromMillis(hlcMilliseconds(hlc_eff))
  return {
    id: `${station} ${seq}`,
    seq,
    station,
    stationCode,
    at,
    actor: '',
    command: '',
    entity: 'station',
    doc: station,
  }
}
