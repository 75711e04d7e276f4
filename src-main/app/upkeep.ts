import { statSync } from 'node:fs'
import type { WritableDb } from '#main/platform/database/handles.ts'
import type { Log } from '#main/platform/log/log.ts'
import type { Chores } from '#main/platform/workers/chores.ts'

/** When the write-ahead log is folded back and when its size is worth an alarm (reliability D20). */
export interface UpkeepTimes {
  readonly idleCheckpointMilliseconds: number
  readonly wholeCheckMilliseconds: number
}

export const usualTimes: UpkeepTimes = { idleCheckpointMilliseconds: 30_000, wholeCheckMilliseconds: 60_000 }

const walAlarmBytes = 64 * 1024 * 1024

/** What the whole check of the database found, in the words of the screens that show it. */
export type WholeCheck =
  | { readonly state: 'waiting' }
  | { readonly state: 'sound'; readonly changes: number; readonly at: string }
  | { readonly state: 'damaged'; readonly where: string; readonly at: string }

export interface Upkeep {
  /** Called after each commit: the log is folded back once nothing has been written for a while. */
  written(): void
  wholeCheck(): WholeCheck
  close(): void
}

/**
 * Work on the database that no person asks for: folding the WAL back when the counter is quiet, an alarm when it grows
 * under a long reader, and the check of the whole chain in another thread some time after the start (W5, D19).
 */
export function startUpkeep(
  db: WritableDb,
  databasePath: string,
  station: string,
  chores: Chores,
  log: Log,
  now: () => string,
  times: UpkeepTimes = usualTimes,
): Upkeep {
  let timer: NodeJS.Timeout | undefined
  let hasAlarmed = false
  let found: WholeCheck = { state: 'waiting' }
  const checkpoint = (): void => {
    timer = undefined
    try {
      db.driver.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      // Nothing is lost: the log stays until there is room, and the next quiet moment tries again.
      log.problem('database.checkpointFailed', { error })
      return
    }
    const size = walSize(databasePath)
    if (size > walAlarmBytes && !hasAlarmed) log.problem('database.walGrows', { bytes: size })
    hasAlarmed = size > walAlarmBytes
  }
  const whole = setTimeout(() => {
    chores.run<WholeCheckOutcome>('platform.checkWhole', { path: databasePath, station }).then(
      (outcome) => {
        found = outcome.sound
          ? { state: 'sound', changes: outcome.changes, at: now() }
          : { state: 'damaged', where: outcome.where, at: now() }
        if (!outcome.sound) log.problem('database.damaged', { where: outcome.where })
      },
      (error: unknown) => log.problem('database.checkFailed', { error }),
    )
  }, times.wholeCheckMilliseconds)
  whole.unref()
  return {
    written: () => {
      clearTimeout(timer)
      timer = setTimeout(checkpoint, times.idleCheckpointMilliseconds)
      timer.unref()
    },
    wholeCheck: () => found,
    close: () => {
      clearTimeout(timer)
      clearTimeout(whole)
    },
  }
}

function walSize(databasePath: string): number {
  return statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

export type WholeCheckOutcome =
  | { readonly sound: true; readonly changes: number }
  | { readonly sound: false; readonly where: string }
