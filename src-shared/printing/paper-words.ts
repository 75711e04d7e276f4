import type { Format } from '../kernel/format.ts'
import { type Language, localeOf } from '../kernel/language.ts'

/** A paper's language: its words (of the owning feature, or `feature:key`), numbers and dates. */
export interface PaperWords {
  readonly language: Language
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string
  readonly format: Format
}

export function decimalMarkOf({ language }: Pick<PaperWords, 'language'>): '.' | ',' {
  return language === 'en' ? '.' : ','
}

/** A country as the language calls it; the code where it has no name for it. */
export function countryName(code: string, language: Language): string {
  if (!/^[A-Z]{2}$/u.test(code)) return code
  return new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(code) ?? code
}

/** Joins what there is: papers have no empty lines and no dangling separators. */
export function joined(separator: string, ...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join(separator)
}

export function filled(lines: readonly (string | null)[]): string[] {
  return lines.flatMap((line) => (line === null || line.trim() === '' ? [] : [line]))
}
