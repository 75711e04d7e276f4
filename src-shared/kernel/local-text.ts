import { z } from 'zod'
import { type Language, languages } from './language.ts'

export { type Language, languages }

/** A text of the shop's own (product, option, paper) per language; the languages nobody filled are absent. */
export type LocalText = { readonly [L in Language]?: string | undefined }

export const noText: LocalText = {}

/** The text in the language asked, else in the company's, else English, else whichever there is; '' when there is none. */
export function textIn(texts: LocalText, language: Language, company: Language): string {
  const first = texts[language] || texts[company] || texts.en
  if (first) return first
  for (const each of languages) {
    const text = texts[each]
    if (text) return text
  }
  return ''
}

export function hasText(texts: LocalText): boolean {
  return languages.some((language) => Boolean(texts[language]))
}

/** Texts as they enter: blank ones count as absent. */
export function localTextSchema(text: z.ZodType<string, string>) {
  return z
    .partialRecord(z.enum(languages), text)
    .transform((texts): LocalText => Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== '')))
}
