import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { CheckboxField, MoneyField, NumberField, Segmented, SelectField } from '#renderer/ui/index.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { orderSources, paymentMethods } from '#shared/sales-orders/sales-order.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'
import type { DetailsProps } from './details-props.ts'
import styles from './order-details.module.css'
import type { OrderDraft } from './order-draft.ts'
import { useMoneyForm } from './use-money-form.ts'

/** Surcharge for haste, how it is to be paid and when work starts, who owes the VAT, and how the order came in. */
export function TermsDetails({ draft, onChange }: DetailsProps) {
  const { t } = useTranslation('sales-orders')
  const set = (change: Partial<OrderDraft>) => onChange((now) => ({ ...now, ...change }))
  return (
    <>
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
      </div>
      <CheckboxField
        label={t('entry.paidBefore')}
        isChecked={draft.paidBefore}
        onChange={(paidBefore) => set({ paidBefore })}
      />
      <div className={styles.row}>
        <RushChoice draft={draft} onChange={(rush) => set({ rush })} />
        <Segmented
          label={t('entry.source')}
          segments={orderSources
            .filter((value) => value !== 'api')
            .map((value) => ({ value, label: t(`source.${value}`) }))}
          value={draft.source === 'api' ? null : draft.source}
          onChange={(source) => set({ source })}
        />
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
      </div>
    </>
  )
}

interface RushChoiceProps {
  draft: OrderDraft
  onChange: (rush: OrderDraft['rush']) => void
}

/** A surcharge for an earlier day: a percentage on the lines, or an amount beside them. */
function RushChoice({ draft: { rush }, onChange }: RushChoiceProps) {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const money = useMoneyForm()
  const start = { none: null, percent: { kind: 'percent', rate: 0 }, amount: { kind: 'amount', amount: 0 } } as const
  return (
    <div className={styles.rush}>
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
          parse={(text) => {
            const reading = parsePercent(text, { language: format.language })
            return reading.ok ? reading.value : null
          }}
          format={format.percentToEdit}
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
