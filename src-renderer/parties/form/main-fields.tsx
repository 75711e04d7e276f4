import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '#renderer/settings/index.ts'
import { CheckboxField, FieldGrid, Segmented, SelectField, TextField } from '#renderer/ui/index.ts'
import { languages } from '#shared/kernel/language.ts'
import { registrableKinds } from '#shared/parties/party.ts'
import styles from './party-form.module.css'
import { TermFields } from './term-fields.tsx'
import type { PartyForm } from './use-party-form.ts'
import { VatField } from './vat-field.tsx'

/** Who they are and how they are reached; three columns, in the reading order of a letter. */
export function MainFields({ form, isNew }: { form: PartyForm; isNew: boolean }) {
  const { t } = useTranslation('parties')
  const { values, set, check, seesTerms } = form
  const inLanguages = useMemo(() => languages.map((value) => ({ value, label: languageName(value) })), [])
  const isBusiness = values.kind === 'business'
  const text = (field: 'name' | 'code' | 'phone' | 'email', label: string) => ({
    name: field,
    label,
    value: values[field],
    onChange: (typed: string) => set({ [field]: typed }),
    onLeave: check.leave(field),
    error: check.errorOf(field),
  })
  return (
    <>
      <div className={styles.kinds}>
        <Segmented
          label={t('field.party.kind')}
          labelIsHidden
          segments={registrableKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={values.kind}
          onChange={(kind) => set({ kind })}
        />
        <CheckboxField
          label={t('field.party.isCustomer')}
          isChecked={values.isCustomer}
          onChange={(isCustomer) => set({ isCustomer })}
        />
        <CheckboxField
          label={t('field.party.isSupplier')}
          isChecked={values.isSupplier}
          onChange={(isSupplier) => set({ isSupplier })}
        />
      </div>
      <FieldGrid columns={3}>
        <TextField
          {...text('name', t(isBusiness ? 'screen.form.company' : 'screen.form.personName'))}
          autoFocus
          isRequired
        />
        <TextField
          {...text('code', t(isNew ? 'screen.form.codeNext' : 'field.party.code'))}
          isCode
          placeholder={isNew ? t('screen.form.codeHint') : ''}
        />
        <SelectField
          name="language"
          label={t('field.party.language')}
          options={inLanguages}
          value={values.language}
          onChange={(language) => set({ language })}
        />
        <TextField {...text('phone', t('field.party.phone'))} type="tel" />
        <TextField {...text('email', t('field.party.email'))} type="email" />
        {isBusiness || values.vatNumber !== '' ? <VatField form={form} /> : <span />}
        {seesTerms && <TermFields form={form} />}
      </FieldGrid>
    </>
  )
}
