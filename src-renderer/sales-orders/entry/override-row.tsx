import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useSession } from '#renderer/client/index.ts'
import { MoneyField, NumberField, Segmented, TextField } from '#renderer/ui/index.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { parseAmount, parseUnitPrice } from '#shared/kernel/parse/amount.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine, DraftOverride, DraftProductWhat } from './order-draft.ts'
import type { PricedDraftLine } from './price-draft.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface OverrideRowProps {
  entry: OrderEntry
  priced: PricedDraftLine
  what: DraftProductWhat
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** The last word of a person over the price list: a price, an amount or a discount, with its reason (CAT-13). */
export function OverrideRow({ entry, priced, what, onChange }: OverrideRowProps) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const { currency } = useHouse()
  const format = useFormat()
  const { override } = what
  if (!may('price.override')) return null
  const set = (next: DraftOverride | null) =>
    onChange((line) => (line.what.kind === 'product' ? { ...line, what: { ...line.what, override: next } } : line))
  const present = priced.built?.ok ? priced.built.value : null
  const reason = override?.reason ?? ''
  const begin = (kind: 'list' | DraftOverride['kind']) => {
    if (kind === 'list') return set(null)
    if (kind === 'discount') return set({ kind, rate: 0, reason })
    if (kind === 'amount') return set({ kind, amount: present?.amount ?? 0, reason: reason || null })
    const amount = present === null ? 0 : eachPrice(present.item.unitPrice)
    return set({ kind, price: { amount, base: 1 }, reason: reason || null })
  }
  const rules = { language: format.language, currency }
  return (
    <BedRow label={t('entry.price')}>
      <Segmented
        label={t('entry.price')}
        labelIsHidden
        segments={(['list', 'unit_price', 'amount', 'discount'] as const).map((value) => ({
          value,
          label: t(`override.${value}`),
        }))}
        value={override?.kind ?? 'list'}
        onChange={begin}
      />
      {override?.kind === 'unit_price' && (
        <div className={styles.amount}>
          <NumberField
            label={t('entry.priceEach', { currency: entry.around.currency })}
            labelIsHidden
            value={override.price.base === 1 ? override.price.amount : null}
            onChange={(amount) => amount !== null && set({ ...override, price: { amount, base: 1 } })}
            parse={(text) => {
              const reading = parseUnitPrice(text, rules)
              return reading.ok && reading.value.base === 1 ? reading.value.amount : null
            }}
            format={format.priceToEdit}
          />
        </div>
      )}
      {override?.kind === 'amount' && (
        <div className={styles.amount}>
          <MoneyField
            label={t('override.amount')}
            labelIsHidden
            value={override.amount}
            onChange={(amount) => amount !== null && set({ ...override, amount })}
            parse={(text) => {
              const reading = parseAmount(text, rules)
              return reading.ok ? reading.value : null
            }}
            format={(amount) => format.amountToEdit(amount, currency)}
          />
        </div>
      )}
      {override?.kind === 'discount' && (
        <div className={styles.amount}>
          <NumberField
            label={t('entry.discountPercent')}
            labelIsHidden
            right="%"
            value={override.rate}
            onChange={(rate) => set({ ...override, rate: rate ?? 0 })}
            parse={(text) => {
              const reading = parsePercent(text, { language: format.language })
              return reading.ok ? reading.value : null
            }}
            format={format.percentToEdit}
          />
        </div>
      )}
      {override !== null && (
        <div className={styles.reason}>
          <TextField
            label={t('entry.reason')}
            labelIsHidden
            placeholder={t('entry.reason')}
            value={reason}
            onChange={(text) => set(withReason(override, text))}
            maxLength={200}
          />
        </div>
      )}
    </BedRow>
  )
}

function withReason(override: DraftOverride, text: string): DraftOverride {
  return override.kind === 'discount'
    ? { ...override, reason: text }
    : { ...override, reason: text === '' ? null : text }
}
