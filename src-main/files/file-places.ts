import type { QueryServices } from '#main/platform/bus/module.ts'
import type { FilePlace } from '#shared/files/contract.ts'

export interface PlaceOfFile {
  readonly place: FilePlace
  readonly onlyAt: string | null
}

/** Where the bytes of a file are (FI6, FI13): looked up, never remembered. */
export function placeReader({ db, files, station }: Pick<QueryServices, 'db' | 'files' | 'station'>) {
  const travel = db.read<{ state: string }>('select state from file_travels where hash = ?')
  const cloud = db.read<{ value: string }>(`select value from station_facts where name = 'cloud_url'`)
  const origin = db.read<{ code: string }>(
    `select named.code from files f join changes c on c.doc = f.id and c.kind = 'create'
     join stations named on named.id = c.station where f.hash = ? order by c.seq limit 1`,
  )
  return (hash: string): PlaceOfFile => {
    if (files.has(hash)) return { place: 'here', onlyAt: null }
    const isReachable = cloud.get() !== undefined
    const state = travel.get(hash)?.state
    if (isReachable && state !== 'absent' && state !== 'refused') return { place: 'coming', onlyAt: null }
    const other = origin.get(hash)?.code
    return other === undefined || other === station.code || state === 'refused'
      ? { place: 'missing', onlyAt: null }
      : { place: 'elsewhere', onlyAt: other }
  }
}
