import type { Currency } from '#shared/kernel/currency.ts'
import type { Language } from '#shared/kernel/language.ts'
import { parseAmount } from '#shared/kernel/parse/amount.ts'

/** What a typed amount means in minor units; null while it means nothing or two things. */
export function typedAmount(text: string, language: Language, currency: Currency): number | null {
  const reading = parseAmount(text, { language, currency })
  return reading.ok ? reading.value : null
}

/** The sign between whole and cents in a language, for the pad. */
export function decimalSign(language: Language): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

/** What people ask for when they do not pay all at once: the rest, half of it, a deposit. */
export function partAmounts(open: number, depositPercent: number): readonly number[] {
  if (open <= 0) return []
  const parts = [open, Math.round(open / 2), Math.round((open * depositPercent) / 100)]
  return [...new Set(parts.filter((amount) => amount > 0))]
}
