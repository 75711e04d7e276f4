import { useCallback } from 'react'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import { type LocalText, textIn } from '#shared/kernel/local-text.ts'

/** The shop's own texts in the clerk's language, else in the shop's (CT2). */
export function useTexts(): (texts: LocalText) => string {
  const { language: house } = useHouse()
  const { language } = useFormat()
  const company = isLanguage(house) ? house : 'en'
  return useCallback((texts) => textIn(texts, language, company), [language, company])
}
