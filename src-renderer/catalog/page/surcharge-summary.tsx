import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/client/index.ts'
import type { PriceTable, SurchargeLevel } from '#shared/catalog/price-table.ts'
import type { ProductOption } from '#shared/catalog/product-options.ts'
import { writePrice } from '../edit/open-product.ts'
import { conditionWords } from '../words/option-words.ts'
import { useOptionSayer } from '../words/use-option-sayer.ts'
import { useTexts } from '../words/use-texts.ts'
import styles from './product-page.module.css'

interface SurchargeSummaryProps {
  table: PriceTable
  options: readonly ProductOption[]
}

/** What choices add to the price or take off it. */
export function SurchargeSummary({ table, options }: SurchargeSummaryProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const text = useTexts()
  const sayer = useOptionSayer()
  if (table.surcharges.length === 0) return null
  const added = ({ perRun, perPiece, perPage, perSquareMetre, percent }: SurchargeLevel) =>
    [
      perRun === 0 ? '' : t('screen.surcharge.perRun', { amount: format.amount(perRun, table.currency) }),
      perPiece === null ? '' : t('screen.surcharge.perPiece', { price: writePrice(perPiece, format) }),
      perPage === null ? '' : t('screen.surcharge.perPage', { price: writePrice(perPage, format) }),
      perSquareMetre === null
        ? ''
        : t('screen.surcharge.perSquareMetre', { price: writePrice(perSquareMetre, format) }),
      percent === 0 ? '' : t('screen.surcharge.percent', { percent: format.percent(percent) }),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <section>
      <h2 className="t-section">{t('screen.surcharge.title')}</h2>
      <dl className={styles.options}>
        {table.surcharges.map((surcharge) => (
          <div key={JSON.stringify(surcharge)} className={styles.option}>
            <dt>{text(surcharge.names) || conditionWords(surcharge.conditions, options, sayer)}</dt>
            <dd className={styles.levels}>
              {surcharge.levels.map((level) => (
                <span key={level.from}>
                  {level.from === 0
                    ? added(level)
                    : t('screen.surcharge.from', { quantity: format.quantity(level.from), added: added(level) })}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
