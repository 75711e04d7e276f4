import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient, useHouse, useTakeBack } from '#renderer/client/index.ts'
import { CountryField } from '#renderer/settings/index.ts'
import { Button, IconButton, TextField } from '#renderer/ui/index.ts'
import { pathOf, withAddressBack, withoutAddress, withRow } from './form-rows.ts'
import styles from './party-form.module.css'
import { sentAddresses } from './party-input.ts'
import { type AddressValues, emptyAddress } from './party-values.ts'
import type { PartyForm } from './use-party-form.ts'

const fields = ['street', 'extra', 'postcode', 'city'] as const
const marks = [
  ['invoiceAddressId', 'screen.form.invoices'],
  ['deliveryAddressId', 'screen.form.deliveries'],
] as const

/** Where they are: one address gets the invoices, one the goods; the same one may do both. */
export function AddressRows({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { newId } = useClient()
  const { country } = useHouse()
  const { values, set } = form
  return (
    <section className={styles.part} aria-label={t('screen.form.addresses')}>
      <div className={styles.partHead}>
        <h2 className="t-section">{t('screen.form.addresses')}</h2>
        <Button size={28} onClick={() => set({ addresses: [...values.addresses, emptyAddress(newId(), country)] })}>
          {t('screen.form.addAddress')}
        </Button>
      </div>
      {values.addresses.length > 0 && (
        <div className={styles.addresses}>
          <div className={styles.row} aria-hidden>
            {[...fields, 'country', 'label'].map((field) => (
              <span key={field} className="t-label">
                {t(`screen.form.addressField.${field}`)}
              </span>
            ))}
            {marks.map(([key, word]) => (
              <span key={key} className="t-label">
                {t(word)}
              </span>
            ))}
            <span />
          </div>
          {values.addresses.map((row, at) => (
            <AddressRow key={row.id} form={form} row={row} at={at} />
          ))}
        </div>
      )}
    </section>
  )
}

function AddressRow({ form, row, at }: { form: PartyForm; row: AddressValues; at: number }) {
  const { t } = useTranslation('parties')
  const { offer } = useTakeBack()
  const { values, base, set, change, check } = form
  const which = t('screen.form.address', { number: at + 1 })
  const sent = sentAddresses(values, base)
  const edit = (part: Partial<AddressValues>) => set({ addresses: withRow(values.addresses, row.id, part) })
  const name = (field: string) => t('screen.form.ofRow', { row: which, field })
  const remove = () => {
    change((now) => withoutAddress(now, row.id))
    offer({
      message: t('screen.form.addressRemoved', { name: row.street || which }),
      takeBack: () => change((now) => withAddressBack(now, row, at, values)),
    })
  }
  const text = (field: (typeof fields)[number] | 'label') => {
    const path = pathOf('addresses', sent, row.id, `address.${field}`)
    return (
      <TextField
        key={field}
        name={path}
        label={name(t(`screen.form.addressField.${field}`))}
        labelIsHidden
        value={row[field]}
        onChange={(typed) => edit({ [field]: typed })}
        onLeave={check.leave(path)}
        error={check.errorOf(path)}
      />
    )
  }
  const countryPath = pathOf('addresses', sent, row.id, 'address.country')
  return (
    <div className={styles.row}>
      {fields.map(text)}
      <CountryField
        name={countryPath}
        label={name(t('screen.form.addressField.country'))}
        labelIsHidden
        value={row.country}
        onChange={(chosen) => edit({ country: chosen })}
        error={check.errorOf(countryPath)}
      />
      {text('label')}
      {marks.map(([key, word]) => (
        <label key={key} className={styles.mark}>
          <input
            type="radio"
            name={key}
            aria-label={name(t(word))}
            checked={values[key] === row.id}
            onChange={() => set({ [key]: row.id })}
          />
        </label>
      ))}
      <IconButton
        label={t('screen.form.remove', { row: row.street || which })}
        icon={<IconX size={16} stroke={1.6} />}
        onClick={remove}
      />
    </div>
  )
}
