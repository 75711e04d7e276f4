import type { LocalDb } from '#main/platform/bus/local-db.ts'

export interface FileTravel {
  readonly hash: string
  readonly way: 'send' | 'fetch'
  readonly state: 'waiting' | 'done' | 'absent' | 'refused'
}

/** Files that are to be sent to the cloud, and those that somebody wants here. */
export function fileTravelsOf(local: LocalDb) {
  const find = local.read<FileTravel>('select hash, way, state from file_travels where hash = ?')
  const newest = local.read<FileTravel>(
    `select hash, way, state from file_travels where way = 'fetch' and state = 'waiting' order by wanted_at desc limit 1`,
  )
  const oldest = local.read<FileTravel>(
    `select hash, way, state from file_travels where way = 'send' and state = 'waiting' order by wanted_at limit 1`,
  )
  const absent = local.read<FileTravel>(
    `select hash, way, state from file_travels where way = 'fetch' and state = 'absent' order by wanted_at desc limit 20`,
  )
  const send = local.write(
    `insert into file_travels (hash, way, state, wanted_at) values (?, 'send', 'waiting', ?) on conflict do nothing`,
  )
  const fetch = local.write(
    `insert into file_travels (hash, way, state, wanted_at) values (?, 'fetch', 'waiting', ?)
     on conflict do update set way = 'fetch', state = 'waiting', wanted_at = excluded.wanted_at, why = null`,
  )
  const again = local.write(
    `update file_travels set way = 'send', state = 'waiting', why = null where state in ('done', 'refused')`,
  )
  const become = local.write('update file_travels set state = ?, why = ? where hash = ?')
  return {
    find: (hash: string) => find.get(hash),
    /** What is wanted comes before what is sent, the latest wish first. */
    next: () => newest.get() ?? oldest.get(),
    /** Wanted, and not in the cloud when it was last asked; the station that has them may have sent them since. */
    absent: () => absent.all(),
    send: (hash: string, at: string) => void send.run(hash, at),
    fetch: (hash: string, at: string) => void fetch.run(hash, at),
    /** The cloud may have lost any of them: whoever has one offers it anew. */
    sendAllAgain: () => void again.run(),
    become: (hash: string, state: FileTravel['state'], why: string | null = null) => void become.run(state, why, hash),
  }
}
