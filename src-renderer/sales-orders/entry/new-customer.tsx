import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useClient,
  useCommand,
  useFormat,
  useHouse,
  useQuery,
  useRefusalWords,
  useSession,
} from '#renderer/client/index.ts'
import { Button, ErrorNotice, FieldGrid, Segmented, TextField, useKeys } from '#renderer/ui/index.ts'
import type { InputFor } from '#shared/contract.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import styles from './customer-strip.module.css'
import { focusNextStop, goesOnWithEnter } from './enter-walk.ts'
import { guessField } from './taken-customer.ts'

interface NewCustomerProps {
  /** What was typed to find them. */
  typed: string
  onTaken: (partyId: string) => void
  onLeave: () => void
}

const none = {
  kind: 'business' as 'business' | 'consumer',
  name: '',
  contact: '',
  phone: '',
  email: '',
  street: '',
  postcode: '',
  city: '',
  vatNumber: '',
  discount: '',
}
type Fields = typeof none

/** A customer registered in the middle of an order: as little as it takes, the rest can follow later. */
export function NewCustomer({ typed, onTaken, onLeave }: NewCustomerProps) {
  const { t } = useTranslation('sales-orders')
  const { newId } = useClient()
  const { country } = useHouse()
  const { language } = useFormat()
  const words = useRefusalWords()
  const { may } = useSession()
  const register = useCommand('party.register')
  const [fields, setFields] = useState<Fields>({ ...none, [guessField(typed)]: typed })
  const [id] = useState(newId)
  const { name, phone, email, vatNumber } = fields
  const alike = useQuery('party.similar', { name, phone, email, vatNumber, country }, { isWanted: name.length > 2 })

  const discount = fields.discount.trim() === '' ? null : parsePercent(fields.discount, { language })
  const save = async () => {
    // A discount nobody can read stays in its field, with the reason under it.
    if (discount?.ok === false) return
    const saved = await register.run({
      ...registration(id, newId, fields, country),
      ...(discount === null ? {} : { discount: discount.value }),
    })
    if (saved.ok) onTaken(saved.value.id)
  }
  const text = (field: Exclude<keyof Fields, 'kind'>, more: { autoFocus?: boolean; type?: 'email' | 'tel' } = {}) => (
    <TextField
      label={t(`newCustomer.${field}`)}
      value={fields[field]}
      onChange={(value) => setFields({ ...fields, [field]: value })}
      error={
        field === 'discount' && discount?.ok === false
          ? words.field({ code: 'discount.range' })
          : problemOf(register.problem, fieldPaths[field], words)
      }
      {...more}
    />
  )
  // Nearer than the order's own: while a customer is being made, saving means the customer.
  useKeys([
    { keys: 'Ctrl+Enter', label: t('newCustomer.register'), run: () => void save(), scope: 'list' },
    { keys: 'Esc', label: t('leave'), run: onLeave, scope: 'list' },
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!goesOnWithEnter(event)) return
    event.preventDefault()
    if (!focusNextStop(event.currentTarget, event.target)) void save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter goes from field to field, as everywhere in an entry
    <div className={styles.register} onKeyDown={onKeyDown}>
      <div className={styles.registerHead}>
        <h2 className="t-section">{t('newCustomer.title')}</h2>
        <Segmented
          label={t('newCustomer.kind')}
          labelIsHidden
          size={28}
          segments={[
            { value: 'business', label: t('newCustomer.business') },
            { value: 'consumer', label: t('newCustomer.consumer') },
          ]}
          value={fields.kind}
          onChange={(kind) => setFields({ ...fields, kind })}
        />
      </div>
      <FieldGrid columns={3}>
        {text('name', { autoFocus: true })}
        {fields.kind === 'business' && text('contact')}
        {text('phone', { type: 'tel' })}
        {text('email', { type: 'email' })}
        {text('street')}
        {text('postcode')}
        {text('city')}
        {fields.kind === 'business' && text('vatNumber')}
        {may('price.see') && text('discount')}
      </FieldGrid>
      {(alike.value ?? []).length > 0 && (
        <div className={styles.known}>
          <p className="t-label">{t('newCustomer.known')}</p>
          {alike.value?.map((party) => (
            <p key={party.id} className={styles.knownParty}>
              <span className="strong">{party.name}</span>
              <span className="hint">
                {[party.code, party.city, party.email || party.phone].filter(Boolean).join(' · ')}
              </span>
              <Button size={28} onClick={() => onTaken(party.id)}>
                {t('newCustomer.takeKnown')}
              </Button>
            </p>
          ))}
        </div>
      )}
      {register.problem !== null && <ErrorNotice what={t('notSaved')} why={words.problem(register.problem)} />}
      <div className={styles.actions}>
        <Button kind="quiet" keys="Esc" onClick={onLeave}>
          {t('leave')}
        </Button>
        <Button
          keys="Ctrl+Enter"
          isBusy={register.isPending}
          blockedBy={name.trim() === '' ? t('newCustomer.needsName') : undefined}
          onClick={() => void save()}
        >
          {t('newCustomer.register')}
        </Button>
      </div>
    </div>
  )
}

/** Where the core points when a field of the form is wrong. */
const fieldPaths: Readonly<Record<Exclude<keyof Fields, 'kind'>, string>> = {
  name: 'name',
  contact: 'contacts.0.name',
  phone: 'phone',
  email: 'email',
  street: 'addresses.0.address.street',
  postcode: 'addresses.0.address.postcode',
  city: 'addresses.0.address.city',
  vatNumber: 'vatNumber',
  discount: 'discount',
}

function problemOf(
  problem: ReturnType<typeof useCommand<'party.register'>>['problem'],
  path: string,
  words: ReturnType<typeof useRefusalWords>,
): string | null {
  if (problem?.kind !== 'refused') return null
  const found = problem.refusal.problems?.find(({ field }) => field === path)
  return found === undefined ? null : words.field(found)
}

function registration(id: string, newId: () => string, fields: Fields, country: string): InputFor<'party.register'> {
  const { kind, name, contact, phone, email, street, postcode, city, vatNumber } = fields
  const isBusiness = kind === 'business'
  return {
    id,
    name,
    kind,
    isCustomer: true,
    phone,
    email,
    ...(isBusiness && vatNumber.trim() !== '' ? { vatNumber, saveUnverifiedVat: true } : {}),
    ...(isBusiness && contact.trim() !== ''
      ? { contacts: [{ id: newId(), name: contact, email, phone, role: '', isMain: true }] }
      : {}),
    ...([street, postcode, city].some((part) => part.trim() !== '')
      ? {
          addresses: [
            {
              id: newId(),
              address: { label: '', street, extra: '', postcode, city, country },
              isInvoice: true,
              isDelivery: true,
            },
          ],
        }
      : {}),
  }
}
