import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import type { OptionSayer } from './option-words.ts'
import { useTexts } from './use-texts.ts'

export function useOptionSayer(): OptionSayer {
  const { t } = useTranslation('catalog')
  const { language } = useFormat()
  const text = useTexts()
  return useMemo(() => ({ language, text, say: (key, params) => t(key, { ...params }) }), [language, text, t])
}
