import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import {
  CheckboxField,
  DateField,
  FieldGrid,
  MoneyField,
  NumberField,
  Segmented,
  SelectField,
  TextField,
} from '#renderer/ui/index.ts'
import { parseAmount } from '#shared/kernel/parse/amount.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { orderSources, paymentMethods } from '#shared/sales-orders/sales-order.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'
import type { DetailField } from './customer-strip.tsx'
import { InstructionsField } from './instructions-field.tsx'
import styles from './order-details.module.css'
import type { DraftAddress, OrderDraft } from './order-draft.ts'
import { TimeField } from './time-field.tsx'

interface OrderDetailsProps {
  draft: OrderDraft
  onChange: (change: (draft: OrderDraft) => OrderDraft) => void
  /** Gets the focus when the details open. */
  focus: DetailField | null
  /** Sentences under fields, by their path. */
  problems: ReadonlyMap<string, string>
}

/** Everything about an order that is not a line: where and when, how it is paid, who to call, what to mind. */
export function OrderDetails({ draft, onChange, focus, problems }: OrderDetailsProps) {
  const { t } = useTranslation('sales-orders')
  const { today, currency } = useHouse()
  const format = useFormat()
  const place = useRef<HTMLElement>(null)
  const set = (change: Partial<OrderDraft>) => onChange((now) => ({ ...now, ...change }))
  useEffect(() => {
    if (focus === null) return
    place.current?.querySelector<HTMLElement>(`[data-detail="${focus}"] input`)?.focus()
  }, [focus])
  const money = {
    parse: (text: string) => {
      const reading = parseAmount(text, { language: format.language, currency })
      return reading.ok ? reading.value : null
    },
    format: (value: number) => format.amountToEdit(value, currency),
  }
  return (
    <section ref={place} className={styles.details} aria-label={t('entry.details')}>
      <div className={styles.row}>
        <div data-detail="delivery">
          <Segmented
            label={t('entry.delivery')}
            segments={(['pick_up', 'delivery'] as const).map((value) => ({ value, label: t(`delivery.${value}`) }))}
            value={draft.delivery}
            onChange={(delivery) => set({ delivery })}
          />
        </div>
        <div data-detail="promised" className={styles.pair}>
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
        <RushChoice draft={draft} onChange={(rush) => set({ rush })} money={money} currency={currency} />
      </div>
      {draft.delivery === 'delivery' && (
        <div className={styles.block}>
          <AddressFields
            address={draft.deliveryAddress}
            onChange={(deliveryAddress) => set({ deliveryAddress })}
            problems={problems}
          />
          <div className={styles.charge}>
            <MoneyField
              label={t('entry.deliveryCharge', { currency })}
              value={draft.deliveryAmount}
              onChange={(deliveryAmount) => set({ deliveryAmount })}
              {...money}
            />
          </div>
        </div>
      )}
      <FieldGrid columns={3}>
        <div data-detail="reference">
          <TextField
            label={t('entry.reference')}
            value={draft.customerReference}
            onChange={(customerReference) => set({ customerReference })}
            maxLength={100}
          />
        </div>
        <div data-detail="contact">
          <TextField
            label={t('entry.contactName')}
            value={draft.contact.name}
            onChange={(name) => set({ contact: { ...draft.contact, name } })}
          />
        </div>
        <TextField
          label={t('entry.contactPhone')}
          type="tel"
          value={draft.contact.phone}
          onChange={(phone) => set({ contact: { ...draft.contact, phone } })}
        />
        <TextField
          label={t('entry.contactEmail')}
          type="email"
          value={draft.contact.email}
          onChange={(email) => set({ contact: { ...draft.contact, email } })}
          error={problems.get('contact.email')}
        />
      </FieldGrid>
      <div className={styles.row} data-detail="payment">
        <Segmented
          label={t('entry.plannedPayment')}
          segments={[
            { value: 'open', label: t('entry.paymentOpen') },
            ...paymentMethods.map((value) => ({ value, label: t(`method.${value}`) })),
          ]}
          value={draft.plannedPayment ?? 'open'}
          onChange={(value) => set({ plannedPayment: paymentMethods.find((each) => each === value) ?? null })}
        />
        <Segmented
          label={t('entry.source')}
          segments={orderSources
            .filter((value) => value !== 'api')
            .map((value) => ({ value, label: t(`source.${value}`) }))}
          value={draft.source === 'api' ? null : draft.source}
          onChange={(source) => set({ source })}
        />
      </div>
      <div className={styles.vat}>
        <SelectField
          label={t('entry.vat')}
          options={[
            { value: 'follows', label: t('entry.vatFollows') },
            ...vatTreatments.map((value) => ({ value, label: t(`vatTreatment.${value}`) })),
          ]}
          value={draft.vatTreatment ?? 'follows'}
          onChange={(value) => set({ vatTreatment: vatTreatments.find((each) => each === value) ?? null })}
        />
      </div>
      <CheckboxField
        label={t('entry.paidBefore')}
        isChecked={draft.paidBefore}
        onChange={(paidBefore) => set({ paidBefore })}
      />
      <InstructionsField value={draft.instructions} onChange={(instructions) => set({ instructions })} rows={2} />
    </section>
  )
}

interface RushChoiceProps {
  draft: OrderDraft
  onChange: (rush: OrderDraft['rush']) => void
  money: { parse: (text: string) => number | null; format: (value: number) => string }
  currency: string
}

/** A surcharge for an earlier day: a percentage on the lines, or an amount beside them. */
function RushChoice({ draft: { rush }, onChange, money, currency }: RushChoiceProps) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const percent = {
    parse: (text: string) => {
      const reading = parsePercent(text, { language: format.language })
      return reading.ok ? reading.value : null
    },
    format: format.percentToEdit,
  }
  const start = { none: null, percent: { kind: 'percent', rate: 0 }, amount: { kind: 'amount', amount: 0 } } as const
  return (
    <div className={styles.pair}>
      <Segmented
        label={t('entry.rush')}
        segments={(['none', 'percent', 'amount'] as const).map((value) => ({ value, label: t(`rush.${value}`) }))}
        value={rush?.kind ?? 'none'}
        onChange={(kind) => onChange(start[kind])}
      />
      {rush?.kind === 'percent' && (
        <NumberField
          label={t('entry.rushPercent')}
          value={rush.rate}
          onChange={(rate) => onChange({ kind: 'percent', rate: rate ?? 0 })}
          {...percent}
        />
      )}
      {rush?.kind === 'amount' && (
        <MoneyField
          label={t('entry.rushAmount', { currency })}
          value={rush.amount}
          onChange={(amount) => onChange({ kind: 'amount', amount: amount ?? 0 })}
          {...money}
        />
      )}
    </div>
  )
}

interface AddressFieldsProps {
  address: DraftAddress
  onChange: (address: DraftAddress) => void
  problems: ReadonlyMap<string, string>
}

export function AddressFields({ address, onChange, problems }: AddressFieldsProps) {
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
