import type { z } from 'zod'
import type { SettingScope } from './replication.ts'
import { vatRatesSchema } from './vat-rates.ts'

export interface KnownSetting {
  readonly schema: z.ZodType
  readonly scopes: readonly SettingScope[]
}

/** Settings that decide about money or law are looked at before they are kept (SE6); all others are any JSON. */
export const knownSettings: Readonly<Record<string, KnownSetting>> = {
  vatRates: { schema: vatRatesSchema, scopes: ['company'] },
}
