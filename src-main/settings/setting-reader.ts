import type { z } from 'zod'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { defaultVatRates, type VatRate, vatRatesSchema } from '#shared/settings/vat-rates.ts'

/**
 * Reads one setting of the company; a value that no longer fits its schema counts as not set. Every order asks: the value is
 * parsed again only when it is another text than last time.
 */
export function companySetting<T>(db: ReadableDb, key: string, schema: z.ZodType<T>, otherwise: T): () => T {
  // At most one row, whichever station made it (SE5): an order to pick by would cost more than the whole search.
  const find = db.read<{ value: string | null }>(
    `select value from settings where scope = 'company' and key = ? limit 1`,
  )
  let known: { readonly text: string; readonly value: T } | undefined
  return () => {
    const text = find.get(key)?.value ?? null
    if (text === null) return otherwise
    if (known?.text === text) return known.value
    const parsed = schema.safeParse(JSON.parse(text))
    const value = parsed.success ? parsed.data : otherwise
    known = { text, value }
    return value
  }
}

/** The shop's VAT rates: its own where it has set them, else those of the countries. */
export function vatRatesReader(db: ReadableDb): () => readonly VatRate[] {
  return companySetting<readonly VatRate[]>(db, 'vatRates', vatRatesSchema, defaultVatRates)
}
