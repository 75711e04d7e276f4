import { useMemo } from 'react'
import { useFormat } from '#renderer/client/index.ts'

/** "Dutch", "niederländisch": a language named in the clerk's own. */
export function useLanguageName(): (language: string) => string {
  const { language } = useFormat()
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' })
    return (code) => (/^[a-z]{2}$/u.test(code) ? (names.of(code) ?? code) : code)
  }, [language])
}
