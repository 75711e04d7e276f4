import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { PostalAddress } from '#shared/settings/replication.ts'
import { companies, companyFingerprint } from './tables.ts'

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

/**
 * Reads the company; undefined until the first start is done. Every command asks several times, so the row is read as text
 * and put together again only when it is another one than last time.
 */
export function companyReader(db: ReadableDb): () => Company | undefined {
  const statement = db.orm.select().from(companies).limit(1).prepare()
  const asText = db.read<{ text: string }>(`select ${companyFingerprint} as text from companies limit 1`)
  let known: { readonly text: string; readonly company: Company } | undefined
  return () => {
    const row = asText.get()
    if (row === undefined) return undefined
    if (known?.text === row.text) return known.company
    const company = statement.get() as Company | undefined
    known = company === undefined ? undefined : { text: row.text, company }
    return company
  }
}
