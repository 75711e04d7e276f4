import { useMemo } from 'react'
import { useFormat } from '#renderer/client/index.ts'
import { localeOf } from '#shared/kernel/language.ts'

/** "18 Nov": a day in a narrow column. */
export function useShortDay(): (day: string) => string {
  const { language } = useFormat()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return (day) => format.format(new Date(`${day}T12:00:00Z`))
  }, [language])
}
