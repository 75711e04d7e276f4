import { customType } from 'drizzle-orm/sqlite-core'

/**
 * The rowid of a search row, derived from the document's id (its 62 random bits): full-text tables need an integer key, and
 * one that counts arrivals would differ after a rebuild (W4).
 */
export function searchKeyOf(id: string): bigint {
  return BigInt(`0x${id.slice(19).replaceAll('-', '')}`) & 0x3fff_ffff_ffff_ffffn
}

/** A drizzle column that holds such a key. */
export const searchKey = customType<{ data: bigint; driverData: bigint }>({ dataType: () => 'integer' })
