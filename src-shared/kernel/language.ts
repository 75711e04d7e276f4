/** The languages of screens and papers (BCP 47), and the region whose conventions a language without one follows. */
export const languages = ['en', 'nl', 'fr', 'de', 'pl'] as const

export type Language = (typeof languages)[number]

export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code)
}

/** English here is that of Europe: day before month, 24-hour clock. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}
