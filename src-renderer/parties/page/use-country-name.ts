import { useMemo } from 'react'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { localeOf } from '#shared/kernel/language.ts'

/** A country in the language of the screen; one's own is not said. */
export function useCountryName(): (code: string) => string {
  const { language } = useFormat()
  const { country } = useHouse()
  return useMemo(() => {
    const names = new Intl.DisplayNames(localeOf(language), { type: 'region' })
    return (code) => (code === '' || code === country ? '' : (names.of(code) ?? code))
  }, [language, country])
}
