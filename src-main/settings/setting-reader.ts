import type { z } from 'zod'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { defaultVatRates, type VatRate, vatRatesSchema } from '#shared/settings/vat-rates.ts'

/** Reads one setting of the company; a value that no longer fits its schema counts as not set. */
export function companySettingReader(db: ReadableDb): <T>(key: string, schema: z.ZodType<T>, otherwise: T) => T {
  // Two stations may each have made the document; the later id wins on both.
  const find = db.read<{ value: string | null }>(
    `select value from settings where scope = 'company' and key = ? order by id desc limit 1`,
  )
  return (key, schema, otherwise) => {
    const row = find.get(key)
    if (row === undefined || row.value === null) return otherwise
    const parsed = schema.safeParse(JSON.parse(row.value))
    return parsed.success ? parsed.data : otherwise
  }
}

/** The shop's VAT rates: its own where it has set them, else those of the countries. */
export function vatRatesReader(db: ReadableDb): () => readonly VatRate[] {
  const setting = companySettingReader(db)
  return () => setting<readonly VatRate[]>('vatRates', vatRatesSchema, defaultVatRates)
}
