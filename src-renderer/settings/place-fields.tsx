import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented, SelectField } from '#renderer/ui/index.ts'
import { isLanguage, type Language, languages, localeOf } from '#shared/kernel/language.ts'
import { countryCodes, currencyCodes } from './places.ts'

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
  label: string
  /** Where a column head says it already. */
  labelIsHidden?: boolean
  name: string
  error?: string | null
}

/** A country by its name in the language of the screen, the first users' countries on top. */
export function CountryField({ value, ...field }: ChoiceProps) {
  const name = useNames('region')
  const options = useMemo(() => countryCodes.map((code) => ({ value: code, label: name(code) })), [name])
  return <SelectField {...field} options={options} value={value === '' ? null : value} isSearchable />
}

export function CurrencyField({ value, ...field }: ChoiceProps) {
  const name = useNames('currency')
  const options = useMemo(
    () => currencyCodes.map((code) => ({ value: code, label: `${code} · ${name(code)}` })),
    [name],
  )
  return <SelectField {...field} options={options} value={value} isSearchable />
}

/** Zones as the platform knows them; the shop's calendar and clock, never the machine's. */
export function TimeZoneField({ value, ...field }: ChoiceProps) {
  const options = useMemo(
    () => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [],
  )
  return <SelectField {...field} options={options} value={value} isSearchable />
}

interface LanguageChoiceProps {
  label: string
  value: Language
  onChange: (language: Language) => void
}

/** Each language by its own name, so that nobody has to read another to find theirs. */
export function LanguageChoice({ label, value, onChange }: LanguageChoiceProps) {
  const segments = languages.map((language) => ({ value: language, label: languageName(language) }))
  return <Segmented label={label} segments={segments} value={value} onChange={onChange} />
}

export function languageName(language: Language): string {
  const locale = localeOf(language)
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

function useNames(type: 'region' | 'currency'): (code: string) => string {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const names = new Intl.DisplayNames(isLanguage(i18n.language) ? localeOf(i18n.language) : 'en', { type })
    return (code: string) => names.of(code) ?? code
  }, [i18n.language, type])
}
