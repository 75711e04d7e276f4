import type { AccountStore, StationPlace } from '../accounts/account-store.ts'
import type { Pusher } from '../sync/push.ts'

/** A station that asks all the time is written down this often: the page of stations need not be newer. */
const everyMilliseconds = 10_000
const mostRemembered = 10_000

/** Notes when a station was here and how far it has read, without a write for every page of the feed. */
export function seenStations(store: Pick<AccountStore, 'seen'>, clock: () => number) {
  const noted = new Map<string, { readonly at: number; readonly place: StationPlace }>()
  return async ({ org, station }: Pusher, place: StationPlace): Promise<void> => {
    const key = `${org} ${station}`
    const last = noted.get(key)
    const isSame = last?.place.readTo === place.readTo && last.place.waiting === place.waiting
    if (last !== undefined && clock() - last.at < (isSame ? 3 : 1) * everyMilliseconds) return
    if (noted.size >= mostRemembered) noted.clear()
    noted.set(key, { at: clock(), place })
    await store.seen(org, station, new Date(clock()).toISOString(), null, place)
  }
}
