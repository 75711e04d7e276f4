import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient, useTakeBack } from '#renderer/client/index.ts'
import { Button, IconButton, TextField } from '#renderer/ui/index.ts'
import { pathOf, withContactBack, withoutContact, withRow } from './form-rows.ts'
import styles from './party-form.module.css'
import { sentContacts } from './party-input.ts'
import { type ContactValues, emptyContact } from './party-values.ts'
import type { PartyForm } from './use-party-form.ts'

const fields = ['name', 'role', 'phone', 'email'] as const
const kinds = { name: 'text', role: 'text', phone: 'tel', email: 'email' } as const

/** Who is called and mailed there. The heads stand once; each field tells a screen reader whose it is. */
export function ContactRows({ form }: { form: PartyForm }) {
  const { t } = useTranslation('parties')
  const { newId } = useClient()
  const { offer } = useTakeBack()
  const { values, base, set, change, check } = form
  const sent = sentContacts(values, base)
  const remove = (row: ContactValues, at: number, who: string) => {
    change((now) => withoutContact(now, row.id))
    offer({
      message: t('screen.form.contactRemoved', { name: row.name || who }),
      takeBack: () => change((now) => withContactBack(now, row, at, values)),
    })
  }
  return (
    <section className={styles.part} aria-label={t('screen.form.contacts')}>
      <div className={styles.partHead}>
        <h2 className="t-section">{t('screen.form.contacts')}</h2>
        <Button size={28} onClick={() => set({ contacts: [...values.contacts, emptyContact(newId())] })}>
          {t('screen.form.addContact')}
        </Button>
      </div>
      {values.contacts.length > 0 && (
        <div className={styles.contacts}>
          <div className={styles.row} aria-hidden>
            {fields.map((field) => (
              <span key={field} className="t-label">
                {t(`screen.form.contactField.${field}`)}
              </span>
            ))}
            <span className="t-label">{t('screen.form.main')}</span>
            <span />
          </div>
          {values.contacts.map((row, at) => {
            const who = t('screen.form.contact', { number: at + 1 })
            return (
              <div key={row.id} className={styles.row}>
                {fields.map((field) => {
                  const path = pathOf('contacts', sent, row.id, field)
                  return (
                    <TextField
                      key={field}
                      name={path}
                      type={kinds[field]}
                      label={t('screen.form.ofRow', { row: who, field: t(`screen.form.contactField.${field}`) })}
                      labelIsHidden
                      value={row[field]}
                      onChange={(typed) => set({ contacts: withRow(values.contacts, row.id, { [field]: typed }) })}
                      onLeave={check.leave(path)}
                      error={check.errorOf(path)}
                    />
                  )
                })}
                <label className={styles.mark}>
                  <input
                    type="radio"
                    name="mainContact"
                    aria-label={t('screen.form.ofRow', { row: who, field: t('screen.form.main') })}
                    checked={values.mainContactId === row.id}
                    onChange={() => set({ mainContactId: row.id })}
                  />
                </label>
                <IconButton
                  label={t('screen.form.remove', { row: row.name || who })}
                  icon={<IconX size={16} stroke={1.6} />}
                  onClick={() => remove(row, at, who)}
                />
              </div>
            )
          })}
        </div>
      )}
    </section>
  )
}
