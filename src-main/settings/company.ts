import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { PostalAddress } from '#shared/settings/replication.ts'
import { companies } from './tables.ts'

/** The shop as every feature reads it. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly address: PostalAddress
  readonly country: string
  readonly language: string
  readonly currency: string
  readonly timeZone: string
  readonly vatNumbers: readonly string[]
  readonly phone: string
  readonly email: string
  readonly website: string
  readonly registrationNumber: string
  readonly bankAccount: string
  readonly logo: string | null
  readonly numberPatterns: Readonly<Record<string, string>>
  readonly pricesIncludeVat: boolean
}

/** Reads the company; undefined until the first start is done. Prepared once per connection. */
export function companyReader(db: ReadableDb): () => Company | undefined {
  const statement = db.orm.select().from(companies).limit(1).prepare()
  return () => statement.get() as Company | undefined
}
