import type { AccountStore, StationPlace } from '../accounts/account-store.ts'
import type { Pusher } from '../sync/push.ts'

/** A station that asks all the time is written down this often: the page of stations need not be newer. */
const usualMilliseconds = 2_000

/**
 * Notes when a station was here and how far it has read: at once, and then what it came to by the end of each while. Nobody
 * waits for it, and a note that is lost is made good by the next.
 */
export function seenStations(
  store: Pick<AccountStore, 'seen'>,
  clock: () => number,
  everyMilliseconds = usualMilliseconds,
): (who: Pusher, place: StationPlace) => void {
  const latest = new Map<string, StationPlace | null>()
  return ({ org, station }, place) => {
    const key = `${org} ${station}`
    const write = (standing: StationPlace): void => {
      store.seen(org, station, new Date(clock()).toISOString(), null, standing).catch(() => undefined)
    }
    if (latest.has(key)) {
      latest.set(key, place)
      return
    }
    latest.set(key, null)
    write(place)
    const look = (): void => {
      const since = latest.get(key)
      latest.delete(key)
      if (since) write(since)
    }
    setTimeout(look, everyMilliseconds).unref()
  }
}
