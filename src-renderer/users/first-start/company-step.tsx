import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { LogoField } from '#renderer/settings/index.ts'
import { FieldGrid, Segmented, TextField } from '#renderer/ui/index.ts'
import styles from './first-start.module.css'
import type { FirstStartValues } from './first-start-values.ts'

interface CompanyStepProps {
  values: FirstStartValues
  change: (change: Partial<FirstStartValues>) => void
  check: FormCheck
}

/** Texts of the step and the name under which the contract knows each. */
const fields = [
  ['name', 'company.name', 'name'],
  ['vatNumber', 'company.vatNumbers.0', 'vatNumber'],
  ['registrationNumber', 'company.registrationNumber', 'registrationNumber'],
  ['street', 'company.address.street', 'street'],
  ['postcode', 'company.address.postcode', 'postcode'],
  ['city', 'company.address.city', 'city'],
  ['phone', 'company.phone', 'phone'],
  ['email', 'company.email', 'email'],
  ['bankAccount', 'company.bankAccount', 'bankAccount'],
] as const

const codes: ReadonlySet<string> = new Set(['vatNumber', 'registrationNumber', 'bankAccount'])

export function CompanyStep({ values, change, check }: CompanyStepProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.fields}>
      <FieldGrid columns={3}>
        {fields.map(([key, name, word], place) => (
          <TextField
            key={key}
            name={name}
            label={t(`screen.company.${word}`)}
            value={values[key]}
            onChange={(text) => change({ [key]: text })}
            onLeave={check.leave(name)}
            error={check.errorOf(name)}
            isCode={codes.has(key)}
            isRequired={key === 'name'}
            autoFocus={place === 0}
          />
        ))}
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
      <LogoField logo={values.logo} onChange={(logo) => change({ logo })} />
    </div>
  )
}
