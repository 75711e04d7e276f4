import { customType } from 'drizzle-orm/sqlite-core'

const dayMs = 86_400_000n
/** A day in sixteen bits lasts until 2149; below it 47 of the id's random bits tell the documents of one day apart. */
const dayBits = 0xffffn
const restBits = 47n

function keyOfDay(day: bigint): bigint {
  return (day & dayBits) << restBits
}

/**
 * The rowid of a search row, derived from the document's id: full-text tables need an integer key, and one that counts
 * arrivals would differ after a rebuild (W4). The day of the id leads, so that a search can take the newest first and stop.
 */
export function searchKeyOf(id: string): bigint {
  const made = BigInt(`0x${id.slice(0, 8)}${id.slice(9, 13)}`)
  const rest = BigInt(`0x${id.slice(19).replaceAll('-', '')}`) & ((1n << restBits) - 1n)
  return keyOfDay(made / dayMs) | rest
}

/** Above every key of documents made on the day of this instant (ISO, UTC) or before. */
export function searchKeyAfterDayOf(instant: string): bigint {
  return keyOfDay(BigInt(Date.parse(instant)) / dayMs + 1n)
}

/** A drizzle column that holds such a key. */
export const searchKey = customType<{ data: bigint; driverData: bigint }>({ dataType: () => 'integer' })
