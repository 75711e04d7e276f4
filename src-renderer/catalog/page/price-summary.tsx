import { useTranslation } from 'react-i18next'
import { useFormat, useHouse } from '#renderer/client/index.ts'
import type { PriceEntry, PriceTable } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { Thousandths } from '#shared/kernel/quantity.ts'
import { writePrice } from '../edit/open-product.ts'
import { conditionWords } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { useTexts } from '../words/use-texts.ts'
import styles from './product-page.module.css'
import { SurchargeSummary } from './surcharge-summary.tsx'

/** The price table as it is agreed: tiers in columns, other ways of pricing in sentences, then what options add. */
export function PriceSummary({ product }: { product: Product }) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const { today } = useHouse()
  const { priceTable } = product
  if (priceTable === null) return <p className="hint">{t('screen.price.none')}</p>
  const others = priceTable.entries.filter(({ way }) => way.kind !== 'tiers')
  return (
    <div className={styles.summary}>
      <p className="hint">
        {[
          t(priceTable.includesVat ? 'screen.price.grossIn' : 'screen.price.netIn', { currency: priceTable.currency }),
          priceTable.datedOn === null
            ? ''
            : t('screen.price.datedOn', { date: format.dateInList(priceTable.datedOn, today) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <TierTable table={priceTable} product={product} />
      {others.map((entry) => (
        <OtherWay key={JSON.stringify(entry)} entry={entry} table={priceTable} product={product} />
      ))}
      <SurchargeSummary table={priceTable} options={product.options} />
    </div>
  )
}

interface EntryProps {
  table: PriceTable
  product: Product
}

function useEntryName(product: Product): (entry: PriceEntry) => string {
  const { t } = useTranslation('catalog')
  const text = useTexts()
  const sayer = useOptionSayer()
  return ({ names, conditions }) => {
    const when = conditionWords(conditions, product.options, sayer)
    return when || text(names) || t('screen.price.always')
  }
}

function TierTable({ table, product }: EntryProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const nameOf = useEntryName(product)
  const columns = table.entries.flatMap((entry) => (entry.way.kind === 'tiers' ? [{ entry, way: entry.way }] : []))
  if (columns.length === 0) return null
  const rows = [...new Set(columns.flatMap(({ way }) => way.tiers.map(({ from }) => from)))].sort((a, b) => a - b)
  const cell = (way: (typeof columns)[number]['way'], from: Thousandths) => {
    const tier = way.tiers.find((each) => each.from === from)
    if (tier === undefined) return ''
    return way.priced === 'run' ? format.priceToEdit(tier.price.amount) : writePrice(tier.price, format)
  }
  return (
    <table className={styles.prices}>
      <thead>
        <tr>
          <th scope="col">{product.unit === 'C62' ? t('screen.trial.pieces') : t(`unit.${product.unit}`)}</th>
          {columns.map(({ entry, way }) => (
            <th key={JSON.stringify(entry.conditions)} scope="col">
              {nameOf(entry)}
              <span className={styles.priced}>{t(`screen.price.priced.${way.priced}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((from) => (
          <tr key={from}>
            <th scope="row">{format.quantity(from)}</th>
            {columns.map(({ entry, way }) => (
              <td key={JSON.stringify(entry.conditions)}>{cell(way, from)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** By area, by the hour or by the piece: a sentence or two say it all. */
function OtherWay({ entry, table, product }: EntryProps & { entry: PriceEntry }) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const nameOf = useEntryName(product)
  const { way } = entry
  return (
    <section>
      <h2 className="t-section">{nameOf(entry)}</h2>
      {way.kind === 'unit' && <p>{t('screen.price.perUnit', { price: writePrice(way.price, format) })}</p>}
      {way.kind === 'hourly' && (
        <p>
          {t('screen.price.perHour', {
            price: writePrice(way.price, format),
            minimum: format.quantity(way.minimum),
            step: format.quantity(way.step),
          })}
        </p>
      )}
      {way.kind === 'area' && (
        <>
          <ul className={styles.rules}>
            {way.tiers.map(({ from, price }) => (
              <li key={from}>
                {t('screen.price.perArea', { from: format.quantity(from), price: writePrice(price, format) })}
              </li>
            ))}
          </ul>
          <p className="hint">
            {t('screen.price.leastArea', {
              area: format.quantity(way.minimumArea),
              amount: format.amountWithCurrency(way.minimumCharge, table.currency),
            })}
          </p>
        </>
      )}
    </section>
  )
}
