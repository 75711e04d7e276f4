import { join } from 'node:path'
import { type ChainVerdict, checkChain } from '#main/platform/changes/chain-check.ts'
import { ChangeLog, type StationIdentity } from '#main/platform/changes/change-log.ts'
import { HighWaterMark, type LostCommits } from '#main/platform/changes/high-water-mark.ts'
import { type Clock, instantOf } from '#main/platform/clock/clock.ts'
import { prepareDataFolder } from '#main/platform/database/data-folder.ts'
import type { WritableDb } from '#main/platform/database/handles.ts'
import { migrations } from '#main/platform/database/migrations/index.ts'
import { migrate, refuseForeignDatabase } from '#main/platform/database/migrator.ts'
import { openWritable } from '#main/platform/database/open-database.ts'
import { type OwnerLock, takeOwnerLock } from '#main/platform/database/owner-lock.ts'
import type { Log } from '#main/platform/log/log.ts'
import { beginAsStranger } from '#main/sync/module.ts'

/** How much of the chain's end is verified before the first screen; a worker verifies the rest (W5, D19). */
const tailLength = 1000

export interface Station {
  readonly folder: string
  readonly databasePath: string
  readonly db: WritableDb
  readonly org: string
  readonly identity: StationIdentity
  readonly log: ChangeLog
  readonly mark: HighWaterMark
  readonly lost: LostCommits | undefined
  readonly tail: ChainVerdict
  close(): void
}

export interface StationPorts {
  readonly clock: Clock
  readonly newId: () => string
  readonly version: string
  readonly log: Log
  readonly owner: { readonly pid: number; readonly host: string }
  /** What an empty folder becomes a station of: the organisation it joins, under the code the cloud gave (SPEC Y18). */
  readonly joins?: JoinedStation
}

export interface JoinedStation {
  readonly org: string
  readonly code: string
  /** Its id, under which the cloud has let it in. */
  readonly station?: string
  readonly cloudUrl?: string
  readonly pairingKey?: string
}

/**
 * Opens a data folder in the order that keeps it safe: place, owner lock, foreign or newer file, pragmas, migrations,
 * tail of the chain, high-water mark. Throws `DatabaseRefused` with what a person needs to know.
 */
export function openStation(folder: string, ports: StationPorts): Station {
  const real = prepareDataFolder(folder)
  const lock: OwnerLock = takeOwnerLock(real, { ...ports.owner, since: instantOf(ports.clock) })
  try {
    const databasePath = join(real, 'counterproof.db')
    refuseForeignDatabase(databasePath, migrations.at(-1)?.number ?? 0)
    const db = openWritable(databasePath)
    migrate(db, migrations, join(real, 'backups'), () => instantOf(ports.clock))
    const { org, identity } = identify(db, ports.newId, ports.joins, () => ports.clock.now())
    const log = new ChangeLog(db, identity, ports.version)
    const mark = new HighWaterMark(
      real,
      identity.id,
      () => instantOf(ports.clock),
      (error) => ports.log.problem('mark.notWritten', { error }),
    )
    const hashAt = db.read<{ hash: Buffer }>('select hash from changes where station = ? and sseq = ?')
    const lost = mark.compare(log.head, (sseq) => hashAt.get(identity.id, sseq)?.hash.toString('hex'))
    const tail = checkChain(db, identity.id, Math.max(1, log.head.sseq - tailLength + 1))
    return {
      folder: real,
      databasePath,
      db,
      org,
      identity,
      log,
      mark,
      lost,
      tail,
      close: () => {
        mark.flush()
        db.driver.pragma('wal_checkpoint(TRUNCATE)')
        db.driver.close()
        lock.release()
      },
    }
  } catch (problem) {
    lock.release()
    throw problem
  }
}

/** Organisation and station of this folder; the first station is A until a cloud says otherwise (write-path Values). */
function identify(
  db: WritableDb,
  newId: () => string,
  joins: StationPorts['joins'],
  now: () => number,
): { org: string; identity: StationIdentity } {
  const fact = db.read<{ value: string }>('select value from station_facts where name = ?')
  const keep = db.write('insert into station_facts (name, value) values (?, ?) on conflict do nothing')
  if (fact.get('station_id') === undefined)
    db.transact(() => {
      keep.run('org', joins?.org ?? newId())
      keep.run('station_id', joins?.station ?? newId())
      if (joins?.cloudUrl !== undefined) keep.run('cloud_url', joins.cloudUrl)
      keep.run('station_code', joins?.code ?? 'A')
      if (joins?.pairingKey !== undefined) beginAsStranger(db, joins.pairingKey, now())
    })
  const read = (name: string): string => {
    const value = fact.get(name)?.value
    if (value === undefined) throw new Error(`station fact ${name} is missing`)
    return value
  }
  return { org: read('org'), identity: { id: read('station_id'), code: read('station_code') } }
}
