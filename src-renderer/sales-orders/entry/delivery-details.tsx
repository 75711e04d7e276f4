import { useTranslation } from 'react-i18next'
import { useHouse } from '#renderer/client/index.ts'
import { DateField, FieldGrid, MoneyField, Segmented, TextField, TimeField } from '#renderer/ui/index.ts'
import type { DetailsProps } from './details-props.ts'
import styles from './order-details.module.css'
import type { DraftAddress, OrderDraft } from './order-draft.ts'
import { useMoneyForm } from './use-money-form.ts'

/** Picked up or delivered, where to and for how much, and what day was promised. */
export function DeliveryDetails({ draft, onChange, problems }: DetailsProps) {
  const { t } = useTranslation('sales-orders')
  const { today, currency } = useHouse()
  const money = useMoneyForm()
  const set = (change: Partial<OrderDraft>) => onChange((now) => ({ ...now, ...change }))
  return (
    <>
      <div className={styles.row}>
        <div data-detail="delivery">
          <Segmented
            label={t('entry.delivery')}
            segments={(['pick_up', 'delivery'] as const).map((value) => ({ value, label: t(`delivery.${value}`) }))}
            value={draft.delivery}
            onChange={(delivery) => set({ delivery })}
          />
        </div>
        <div data-detail="promised" className={styles.moment}>
          <DateField
            label={t('entry.promisedOn')}
            value={draft.promised?.on ?? null}
            today={today}
            onChange={(on) => set({ promised: on === null ? null : { on, at: draft.promised?.at ?? null } })}
            error={problems.get('promised')}
          />
          <TimeField
            label={t('entry.promisedAt')}
            value={draft.promised?.at ?? null}
            isDisabled={draft.promised === null}
            onChange={(at) => draft.promised !== null && set({ promised: { ...draft.promised, at } })}
          />
        </div>
        {draft.delivery === 'delivery' && (
          <div className={styles.charge}>
            <MoneyField
              label={t('entry.deliveryCharge', { currency })}
              value={draft.deliveryAmount}
              onChange={(deliveryAmount) => set({ deliveryAmount })}
              {...money}
            />
          </div>
        )}
      </div>
      {draft.delivery === 'delivery' && (
        <AddressFields
          address={draft.deliveryAddress}
          onChange={(deliveryAddress) => set({ deliveryAddress })}
          problems={problems}
        />
      )}
    </>
  )
}

/** What the customer calls the order, and who answers when there is a question. */
export function ContactDetails({ draft, onChange, problems }: DetailsProps) {
  const { t } = useTranslation('sales-orders')
  const setContact = (change: Partial<OrderDraft['contact']>) =>
    onChange((now) => ({ ...now, contact: { ...now.contact, ...change } }))
  return (
    <FieldGrid columns={3}>
      <div data-detail="reference">
        <TextField
          label={t('entry.reference')}
          value={draft.customerReference}
          onChange={(customerReference) => onChange((now) => ({ ...now, customerReference }))}
          maxLength={100}
        />
      </div>
      <div data-detail="contact">
        <TextField
          label={t('entry.contactName')}
          value={draft.contact.name}
          onChange={(name) => setContact({ name })}
        />
      </div>
      <TextField
        label={t('entry.contactPhone')}
        type="tel"
        value={draft.contact.phone}
        onChange={(phone) => setContact({ phone })}
      />
      <TextField
        label={t('entry.contactEmail')}
        type="email"
        value={draft.contact.email}
        onChange={(email) => setContact({ email })}
        error={problems.get('contact.email')}
      />
    </FieldGrid>
  )
}

interface AddressFieldsProps {
  address: DraftAddress
  onChange: (address: DraftAddress) => void
  problems: ReadonlyMap<string, string>
}

function AddressFields({ address, onChange, problems }: AddressFieldsProps) {
  const { t } = useTranslation('sales-orders')
  const field = (name: keyof DraftAddress) => (
    <TextField
      label={t(`address.${name}`)}
      value={address[name]}
      onChange={(text) => onChange({ ...address, [name]: name === 'country' ? text.toUpperCase() : text })}
      error={problems.get(`deliveryAddress.${name}`)}
      maxLength={name === 'country' ? 2 : 200}
    />
  )
  return (
    <FieldGrid columns={3}>
      {field('street')}
      {field('extra')}
      {field('postcode')}
      {field('city')}
      {field('country')}
    </FieldGrid>
  )
}
