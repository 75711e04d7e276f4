import type { z } from 'zod'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { partyRow } from '#shared/parties/contract.ts'
import { type PartyKind, partyKinds } from '#shared/parties/party.ts'

/** A row of `parties` as the driver gives it. */
export interface StoredRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly city: string
  readonly country: string
  readonly contact: string
  readonly email: string
  readonly phone: string
  readonly is_archived: number
  readonly sort_name: string
  readonly sort_code: string
  readonly sort_city: string
}

export const rowColumns =
  'p.id, p.code, p.name, p.kind, p.city, p.country, p.contact, p.email, p.phone, p.is_archived, p.sort_name, p.sort_code, p.sort_city'

export const rowsByIdSql = `select ${rowColumns} from json_each(?) j join parties p on p.id = j.value`

/** Rows of the given ids, in no order; ids that are no party are left out. */
export function rowsById(db: ReadableDb): (ids: Iterable<string>) => readonly StoredRow[] {
  const statement = db.read<StoredRow>(rowsByIdSql)
  return (ids) => statement.all(JSON.stringify([...new Set(ids)]))
}

export function asPartyRow(row: StoredRow): z.output<typeof partyRow> {
  const { id, code, name, city, country, contact, email, phone } = row
  return {
    id,
    code,
    name,
    kind: kindOf(row.kind),
    city,
    country,
    contact,
    email,
    phone,
    archived: row.is_archived === 1,
  }
}

function kindOf(text: string): PartyKind {
  return partyKinds.find((each) => each === text) ?? 'business'
}
