import * as catalog from '#shared/catalog/replication.ts'
import * as files from '#shared/files/replication.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import * as parties from '#shared/parties/replication.ts'
import * as payments from '#shared/payments/replication.ts'
import * as printing from '#shared/printing/replication.ts'
import * as salesOrders from '#shared/sales-orders/replication.ts'
import * as settings from '#shared/settings/replication.ts'
import * as users from '#shared/users/replication.ts'

const declarations: readonly Readonly<Record<string, unknown>>[] = [
  settings,
  printing,
  users,
  files,
  parties,
  catalog,
  salesOrders,
  payments,
]

/** Every entity of the product by name: how its fields meet, as the stations read it too (W2). */
export function entitiesOf(): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>()
  for (const declared of declarations)
    for (const value of Object.values(declared)) if (isEntity(value)) found.set(value.name, value)
  return found
}

function isEntity(value: unknown): value is Entity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fields' in value &&
    'schemaVersion' in value &&
    'name' in value &&
    typeof value.name === 'string'
  )
}
