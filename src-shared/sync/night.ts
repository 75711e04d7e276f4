import {
  addDays,
  boundsOfDay,
  businessDay,
  type Instant,
  instantFromMillis,
  millisOf,
  type TimeZone,
} from '#shared/kernel/dates.ts'

/** Between one and five, counted from the beginning of the shop's day: when the clocks change it is an hour off. */
const nightBegins = 60
const nightMinutes = 240

/** A moment of the next night, never the same for two stations: the cloud is not asked by all at once (SPEC Y32). */
export function momentOfNextNight(now: Instant, zone: TimeZone, random: number): Instant {
  const minutes = nightBegins + Math.floor(random * nightMinutes)
  const today = businessDay(now, zone)
  const [here, next] = [today, addDays(today, 1)].map((day) =>
    instantFromMillis(millisOf(boundsOfDay(day, zone).from) + minutes * 60_000),
  )
  return here !== undefined && here > now ? here : (next ?? now)
}
