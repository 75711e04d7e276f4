import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTakeBack } from '#renderer/client/index.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { EntryGrid } from '../grid/entry-grid.tsx'
import { EntryHead, useEntryTitle } from './entry-head.tsx'
import { tierEntries, withoutTier, withTierCells } from './price-steps.ts'
import styles from './product-editor.module.css'
import type { PriceValues } from './product-values.ts'
import { quantityField } from './read-prices.ts'
import type { ProductForm } from './use-product-form.ts'

/** The tiers as a price list is read: quantities down, a column for each way it can be had. */
export function TierGrid({ form, prices }: { form: ProductForm; prices: PriceValues }) {
  const { t } = useTranslation('catalog')
  const { offer } = useTakeBack()
  const { values, change, check, leave, reading } = form
  const entries = tierEntries(prices)
  const titleOf = useEntryTitle(form)
  const unit = values.unit === 'C62' ? t('screen.trial.pieces') : t(`unit.${values.unit}`)
  const setPrices = (step: (prices: PriceValues) => PriceValues) =>
    change((now) => ({ ...now, prices: now.prices === null ? null : step(now.prices) }))
  const cell = (name: string, text: string) => ({
    text,
    name,
    error: check.errorOf(name),
    readings: reading.questions.get(name),
  })
  const remove = (row: number) => {
    setPrices((now) => withoutTier(now, row))
    offer({
      message: t('screen.price.tierRemoved', { quantity: prices.quantities[row] }),
      takeBack: () => setPrices(() => prices),
    })
  }
  return (
    <section className={styles.part}>
      <h2 className="t-section">{t('screen.price.tiers')}</h2>
      <p className="hint">{t('screen.price.paste')}</p>
      <EntryGrid
        label={t('screen.price.tiers')}
        maxWidth={180 + 190 * entries.length}
        columns={[
          { id: 'quantity', head: unit, label: unit, width: '110px', isNumber: true },
          ...entries.map(({ entry, at }) => ({
            id: entry.id,
            head: <EntryHead form={form} entry={entry} at={at} />,
            label: titleOf(entry, at),
            isNumber: true,
          })),
        ]}
        rows={prices.quantities.map((quantity, row) => ({
          id: String(row),
          label: quantity === '' ? t('screen.price.newTier') : quantity,
          cells: [
            { ...cell(quantityField(row), quantity), placeholder: quantity === '' ? t('screen.grid.another') : '' },
            ...entries.map(({ entry, at }) => {
              const path = `priceTable.entries.${at}.way`
              const own = cell(`${path}.prices.${row}`, entry.prices[row] ?? '')
              // A column without any price is said in its first cell.
              return row === 0 ? { ...own, error: own.error ?? check.errorOf(`${path}.tiers`) } : own
            }),
          ],
          end:
            row === prices.quantities.length - 1 ? null : (
              <IconButton
                label={t('screen.price.removeTier', { quantity })}
                icon={<IconX size={16} stroke={1.6} />}
                size={24}
                onClick={() => remove(row)}
              />
            ),
        }))}
        onCells={(changes) => setPrices((now) => withTierCells(now, changes))}
        onLeave={(name) => leave(name)()}
      />
    </section>
  )
}
