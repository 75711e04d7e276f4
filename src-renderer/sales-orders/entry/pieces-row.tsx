import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { SegmentedTiers } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine } from './order-draft.ts'
import { tiersFor } from './price-draft.ts'
import { QuantityField, QuantityQuestion } from './quantity-field.tsx'
import { typedQuantity } from './typed-quantity.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface PiecesRowProps {
  entry: OrderEntry
  line: DraftLine
  product: Product
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** How many: tiers with what they cost, and any other quantity typed in place, also `2x500`. */
export function PiecesRow({ entry, line, product, onChange }: PiecesRowProps) {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const row = useRef<HTMLDivElement>(null)
  const { quantity } = line.what
  const tiers = tiersFor(line, product, entry.around)
  const label = product.unit === 'C62' ? t('entry.pieces') : t(`catalog:unit.${product.unit}`)
  const set = (next: LineQuantity, quantityText: string) =>
    onChange((now) => ({ ...now, quantityText, what: { ...now.what, quantity: next } }))
  const type = (text: string) => {
    const typed = typedQuantity(text, format.language, product.unit)
    if (typed.kind === 'quantity') set(typed.quantity, text)
    else onChange((now) => ({ ...now, quantityText: text }))
  }
  if (tiers.length === 0) {
    return (
      <BedRow label={label}>
        <QuantityField label={label} unit={product.unit} quantity={quantity} text={line.quantityText} onType={type} />
        <QuantityQuestion text={line.quantityText} unit={product.unit} onTake={set} />
      </BedRow>
    )
  }
  const chosen = tiers.find((tier) => tier.isChosen && quantity.sets === 1 && line.quantityText === '')
  const isTyped = chosen === undefined
  // A digit anywhere in the row begins another quantity, without reaching for the field first.
  const onKeyDown = (event: KeyboardEvent) => {
    const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio'
    if (!isRadio || !/^\d$/u.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const other = row.current?.querySelector<HTMLInputElement>('input[inputmode="decimal"]')
    other?.focus()
    type(event.key)
  }
  return (
    <BedRow label={label}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits typed over the choices begin the field beside them */}
      <div ref={row} className={styles.tiers} onKeyDown={onKeyDown}>
        <SegmentedTiers
          label={label}
          labelIsHidden
          tiers={tiers.map((tier) => ({
            value: String(tier.each),
            quantity: format.quantity(tier.each),
            price: isCurrency(currency) ? format.amount(tier.amount, currency) : '',
            each: t('entry.eachShort', { price: format.priceEach(eachPrice(tier.unitPrice)) }),
          }))}
          value={chosen === undefined ? null : String(chosen.each)}
          onChange={(value) => set({ sets: 1, each: Number(value) }, '')}
          other={{
            text: isTyped ? line.quantityText || writtenQuantity(quantity, format.quantityToEdit) : '',
            onChange: type,
          }}
        />
      </div>
      <QuantityQuestion text={line.quantityText} unit={product.unit} onTake={set} />
    </BedRow>
  )
}

/** A quantity as it could have been typed. */
export function writtenQuantity({ sets, each }: LineQuantity, write: (each: number) => string): string {
  return sets === 1 ? write(each) : `${sets}x${write(each)}`
}
