import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { FieldGrid, Segmented, TextField } from '#renderer/ui/index.ts'
import { CountryField, CurrencyField, LanguageChoice, TimeZoneField } from '../place-fields.tsx'
import styles from '../settings.module.css'
import { type CompanyValues, withVatNumber } from './company-values.ts'
import { LogoField } from './logo-field.tsx'

interface CompanyFieldsProps {
  values: CompanyValues
  change: (part: Partial<CompanyValues>) => void
  check: FormCheck
}

const addressFields = [
  ['name', 'name'],
  ['street', 'address.street'],
  ['extra', 'address.extra'],
  ['postcode', 'address.postcode'],
  ['city', 'address.city'],
] as const
const reachFields = [
  ['phone', 'phone', 'tel'],
  ['email', 'email', 'email'],
  ['website', 'website', 'url'],
] as const
const codeFields = [
  ['registrationNumber', 'registrationNumber'],
  ['bankAccount', 'bankAccount'],
] as const

export function CompanyFields({ values, change, check }: CompanyFieldsProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <FieldGrid columns={3}>
        {addressFields.map(([key, name]) => (
          <TextField
            key={key}
            name={name}
            label={t(`screen.company.${key}`)}
            value={values[key]}
            onChange={(text) => change({ [key]: text })}
            onLeave={check.leave(name)}
            error={check.errorOf(name)}
            isRequired={key === 'name'}
          />
        ))}
        <CountryField
          name="country"
          label={t('field.company.country')}
          value={values.country}
          onChange={(country) => change({ country })}
          error={check.errorOf('country')}
        />
        {reachFields.map(([key, name, type]) => (
          <TextField
            key={key}
            name={name}
            type={type}
            label={t(`screen.company.${key}`)}
            value={values[key]}
            onChange={(text) => change({ [key]: text })}
            onLeave={check.leave(name)}
            error={check.errorOf(name)}
          />
        ))}
      </FieldGrid>
      <FieldGrid columns={3}>
        {values.vatNumbers.map((number, place) => (
          <TextField
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, whatever is typed into it
            key={place}
            name={`vatNumbers.${place}`}
            isCode
            label={place === 0 ? t('screen.company.vatNumber') : t('screen.company.vatNumberMore')}
            value={number}
            onChange={(text) => change({ vatNumbers: withVatNumber(values.vatNumbers, place, text) })}
            onLeave={check.leave(`vatNumbers.${place}`)}
            error={check.errorOf(`vatNumbers.${place}`)}
          />
        ))}
        {codeFields.map(([key, name]) => (
          <TextField
            key={key}
            name={name}
            isCode
            label={t(`screen.company.${key}`)}
            value={values[key]}
            onChange={(text) => change({ [key]: text })}
            onLeave={check.leave(name)}
            error={check.errorOf(name)}
          />
        ))}
      </FieldGrid>
      <LanguageChoice
        label={t('screen.company.papersIn')}
        value={values.language}
        onChange={(language) => change({ language })}
      />
      <FieldGrid columns={3}>
        <CurrencyField
          name="currency"
          label={t('field.company.currency')}
          value={values.currency}
          onChange={(currency) => change({ currency })}
          error={check.errorOf('currency')}
        />
        <TimeZoneField
          name="timeZone"
          label={t('field.company.timeZone')}
          value={values.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          error={check.errorOf('timeZone')}
        />
      </FieldGrid>
      <Segmented
        label={t('screen.company.prices')}
        segments={[
          { value: 'net', label: t('screen.company.pricesNet') },
          { value: 'gross', label: t('screen.company.pricesGross') },
        ]}
        value={values.pricesIncludeVat ? 'gross' : 'net'}
        onChange={(prices) => change({ pricesIncludeVat: prices === 'gross' })}
      />
      <div className={styles.part}>
        <LogoField logo={values.logo} onChange={(logo) => change({ logo })} />
      </div>
    </>
  )
}
