import { nextHlc, zeroHlc } from '#shared/kernel/change/clock.ts'
import { stampOf } from '#shared/kernel/change/fold.ts'

/** A secret that every station of the shop holds, as it stands somewhere. */
export interface HeldSecret {
  /** Which: `company/mail.password`, `credential/<person>/pin`. The cloud sees names, never values. */
  readonly name: string
  /** Stamp of its last change: the later one holds everywhere. */
  readonly stamp: string
  /** Null: it was taken away. */
  readonly value: string | null
}

/**
 * A feature's secrets that travel between stations, sealed to each, and never in the log (write-path, Settings/secrets). The
 * feature keeps them where it needs them; the sync asks it what there is and hands it what other stations kept.
 */
export interface SecretSource {
  /** All its names begin with this and a slash. */
  readonly prefix: string
  stamps(): ReadonlyMap<string, string>
  /** Undefined: there is none, or it does not open here. */
  read(name: string): Promise<HeldSecret | undefined>
  /** From another station. What is older than what stands here changes nothing. */
  take(secret: HeldSecret): Promise<void>
}

/** Name of the station fact that stands while secrets of the shop are on their way to a station that has joined it. */
export const secretsAwaited = 'secrets_awaited'

/** The stamp of a secret that is kept here and now: later than the one it takes the place of, whatever the clock says. */
export function nextSecretStamp(standing: string | undefined, nowMilliseconds: number, stationCode: string): string {
  return stampOf(nextHlc(standing?.slice(0, zeroHlc.length) ?? zeroHlc, nowMilliseconds), stationCode)
}
