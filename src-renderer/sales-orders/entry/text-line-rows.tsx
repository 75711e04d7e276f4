import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { NumberField, Segmented, SelectField, TextField } from '#renderer/ui/index.ts'
import { parseUnitPrice } from '#shared/kernel/parse/amount.ts'
import { type UnitCode, unitCodes } from '#shared/kernel/quantity.ts'
import { vatLevelsOn } from '#shared/settings/vat-rates.ts'
import { BedRow } from './bed-row.tsx'
import styles from './line-bed.module.css'
import type { DraftLine, DraftTextWhat } from './order-draft.ts'
import { QuantityField, QuantityQuestion } from './quantity-field.tsx'
import { typedQuantity } from './typed-quantity.ts'
import type { OrderEntry } from './use-order-entry.ts'

interface TextLineRowsProps {
  entry: OrderEntry
  line: DraftLine
  what: DraftTextWhat
  onChange: (change: (line: DraftLine) => DraftLine) => void
}

/** A line in the clerk's own words, with its price and VAT: whatever the catalogue does not know. */
export function TextLineRows({ entry, line, what, onChange }: TextLineRowsProps) {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const { shop } = entry
  const set = (change: Partial<DraftTextWhat>, quantityText?: string) =>
    onChange((now) =>
      now.what.kind === 'free_text'
        ? { ...now, quantityText: quantityText ?? now.quantityText, what: { ...now.what, ...change } }
        : now,
    )
  const type = (text: string) => {
    const typed = typedQuantity(text, format.language, what.unit)
    set(typed.kind === 'quantity' ? { quantity: typed.quantity } : {}, text)
  }
  // A price for a run is typed with its run: `474 per 500`.
  const price = {
    parse: (text: string) => {
      const reading = parseUnitPrice(text, { language: format.language, currency })
      return reading.ok && reading.value.base === 1 ? reading.value.amount : null
    },
    format: format.priceToEdit,
  }
  const levels = vatLevelsOn(shop.vatRates, shop.country, shop.today)
  return (
    <>
      <BedRow label={t('entry.textTitle')}>
        <div className={styles.title}>
          <TextField
            label={t('entry.textTitle')}
            labelIsHidden
            value={what.title}
            onChange={(title) => set({ title })}
            maxLength={200}
          />
        </div>
        <div className={styles.title}>
          <TextField
            label={t('entry.textDetails')}
            labelIsHidden
            placeholder={t('entry.textDetails')}
            value={what.details}
            onChange={(details) => set({ details })}
            maxLength={500}
          />
        </div>
      </BedRow>
      <BedRow label={t('entry.quantity')}>
        <div data-begin>
          <QuantityField
            label={t('entry.quantity')}
            unit={what.unit}
            quantity={what.quantity}
            text={line.quantityText}
            onType={type}
          />
        </div>
        <div className={styles.quantity}>
          <SelectField
            label={t('entry.unit')}
            labelIsHidden
            isSearchable
            options={unitCodes.map((unit) => ({ value: unit, label: t(`catalog:unit.${unit}`) }))}
            value={what.unit}
            onChange={(unit: UnitCode) => set({ unit })}
          />
        </div>
        <QuantityQuestion text={line.quantityText} unit={what.unit} onTake={(quantity) => set({ quantity }, '')} />
      </BedRow>
      <BedRow label={t('entry.priceEach', { currency })}>
        <div className={styles.amount}>
          <NumberField
            label={t('entry.priceEach', { currency })}
            labelIsHidden
            value={what.unitPrice.amount}
            onChange={(amount) => set({ unitPrice: { amount: amount ?? 0, base: 1 } })}
            {...price}
          />
        </div>
        <Segmented
          label={t('entry.vatRate')}
          labelIsHidden
          segments={levels.map(({ level, rate }) => ({
            value: level,
            label: t('entry.vatLevel', { level: t(`pricing:vat.level.${level}`), percent: format.percent(rate) }),
          }))}
          value={what.vatLevel}
          onChange={(vatLevel) => set({ vatLevel })}
        />
      </BedRow>
    </>
  )
}
