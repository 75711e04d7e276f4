import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import {
  CountryField,
  CurrencyField,
  LanguageChoice,
  languageName,
  placeDefaults,
  TimeZoneField,
} from '#renderer/settings/index.ts'
import { FieldGrid, useKeys } from '#renderer/ui/index.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import styles from './first-start.module.css'
import type { FirstStartValues } from './first-start-values.ts'

interface PlaceStepProps {
  values: FirstStartValues
  change: (change: Partial<FirstStartValues>) => void
  speak: (language: Language) => void
  check: FormCheck
}

export function PlaceStep({ values, change, speak, check }: PlaceStepProps) {
  const { t } = useTranslation('settings')
  useKeys(
    languages.map((language, place) => ({
      keys: String(place + 1),
      label: languageName(language),
      run: () => speak(language),
    })),
  )
  const chooseCountry = (country: string) =>
    change({ country, ...placeDefaults(country, Intl.DateTimeFormat().resolvedOptions().timeZone) })
  return (
    <div className={styles.fields}>
      <LanguageChoice label={t('field.company.language')} value={values.language} onChange={speak} />
      <FieldGrid columns={3}>
        <CountryField
          name="company.country"
          label={t('field.company.country')}
          value={values.country}
          onChange={chooseCountry}
          error={check.errorOf('company.country')}
        />
        <CurrencyField
          name="company.currency"
          label={t('field.company.currency')}
          value={values.currency}
          onChange={(currency) => change({ currency })}
          error={check.errorOf('company.currency')}
        />
        <TimeZoneField
          name="company.timeZone"
          label={t('field.company.timeZone')}
          value={values.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          error={check.errorOf('company.timeZone')}
        />
      </FieldGrid>
    </div>
  )
}
