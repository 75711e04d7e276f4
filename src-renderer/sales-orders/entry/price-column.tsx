import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import { KeyCap, Popover, Segmented, SideColumn, SumLines, useKeys } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { useQuantityWords } from '../words/use-quantity-words.ts'
import styles from './price-column.module.css'
import { PriceSteps } from './price-steps.tsx'
import type { OrderEntry } from './use-order-entry.ts'
import { useTotalLines } from './use-total-lines.ts'

/** The price of this line above, what the order comes to below: both always in the same place. */
export function PriceColumn({ entry }: { entry: OrderEntry }) {
  const { t } = useTranslation('sales-orders')
  const totals = useTotalLines(entry)
  const { draft, change } = entry
  return (
    <SideColumn width={316} label={t('entry.price')}>
      <div className={styles.column}>
        <LinePrice entry={entry} />
        <section className={styles.order}>
          <div className={styles.head}>
            <h2 className="t-section">{t('entry.order')}</h2>
            <Segmented
              label={t('entry.prices')}
              labelIsHidden
              size={28}
              segments={[
                { value: 'net', label: t('entry.withoutVat') },
                { value: 'gross', label: t('entry.withVat') },
              ]}
              value={draft.pricesIncludeVat ? 'gross' : 'net'}
              onChange={(value) => change((now) => ({ ...now, pricesIncludeVat: value === 'gross' }))}
            />
          </div>
          <SumLines label={t('entry.order')} lines={totals} />
        </section>
      </div>
    </SideColumn>
  )
}

function LinePrice({ entry }: { entry: OrderEntry }) {
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const quantityWords = useQuantityWords()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const { priced, openLineId, draft } = entry
  const index = priced.lines.findIndex(({ line }) => line.id === openLineId)
  const shown = priced.lines[index]
  const built = shown?.built?.ok ? shown.built.value : null
  const canAsk = built !== null && built.item.steps.length > 0
  useKeys([{ keys: 'F2', label: t('entry.why'), run: () => setWhyOpen(!isWhyOpen), isActive: canAsk }])
  if (shown === undefined) {
    return <p className={styles.none}>{draft.lines.length === 0 ? t('entry.noLines') : t('entry.noLineOpen')}</p>
  }
  const quantity = quantityWords(shown.line.what.quantity, built?.item.unit ?? 'C62')
  return (
    <section className={styles.line} aria-live="polite">
      <div className={styles.head}>
        <h2 className="t-section">{t('entry.line', { number: index + 1 })}</h2>
        {canAsk && (
          <button type="button" className={styles.why} aria-expanded={isWhyOpen} onClick={() => setWhyOpen(!isWhyOpen)}>
            {t('entry.why')} <KeyCap keys="F2" />
          </button>
        )}
      </div>
      <p className={styles.amount}>
        <span className="hint">{t(entry.around.pricesIncludeVat ? 'entry.grossWord' : 'entry.netWord')}</span>
        <span className="t-total tabular">
          {built === null || !isCurrency(currency) ? '–' : format.amount(built.amount, currency)}
        </span>
      </p>
      {built !== null && (
        <Popover
          label={t('entry.why')}
          isOpen={isWhyOpen && canAsk}
          onClose={() => setWhyOpen(false)}
          position="bottom-end"
          hasArrow
          width={292}
          target={
            <button type="button" className={styles.each} disabled={!canAsk} onClick={() => setWhyOpen(!isWhyOpen)}>
              <span>{t('entry.eachOf', { quantity })}</span>
              <span className="tabular">{format.priceEach(eachPrice(built.item.unitPrice))}</span>
            </button>
          }
        >
          <PriceSteps built={built} />
        </Popover>
      )}
      {built?.priced?.nextTier?.costsNoMore && isCurrency(currency) && (
        <p className={styles.tip}>
          {t('pricing:nextTierCostsNoMore', {
            quantity: built.priced.nextTier.each / 1000,
            amount: format.amount(built.priced.nextTier.amount, currency),
            each: format.priceEach(eachPrice(built.priced.nextTier.unitPrice)),
          })}
        </p>
      )}
    </section>
  )
}
