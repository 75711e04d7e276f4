import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useRefusalWords } from '#renderer/client/index.ts'
import { classNames, Glyph, Thumbnail } from '#renderer/ui/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { fileUrl } from '../words/file-url.ts'
import { useQuantityWords } from '../words/use-quantity-words.ts'
import styles from './lines-table.module.css'
import type { OrderDraft } from './order-draft.ts'
import type { PricedDraftLine } from './price-draft.ts'

interface LineRowProps {
  index: number
  priced: PricedDraftLine
  product: Product | undefined
  origin: OrderDraft['origin']
  isOpen: boolean
  /** Why the core would not take the line as it is. */
  refused: string | undefined
  onToggle: (id: string | null) => void
}

/** One line: what, how many, each, together. Pressing it opens its configurator under it. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { index, priced, product, origin, isOpen, refused, onToggle } = props
  const { t } = useTranslation('sales-orders')
  const { currency } = useHouse()
  const format = useFormat()
  const words = useRefusalWords()
  const quantityWords = useQuantityWords()
  const { line, built } = priced
  const item = built?.ok ? built.value.item : null
  const isRead = built?.ok === true
  const unit = line.what.kind === 'free_text' ? line.what.unit : (product?.unit ?? 'C62')
  const name = item?.name ?? (line.what.kind === 'free_text' ? line.what.title : (product?.sku ?? ''))
  const problem = refused ?? (built?.ok === false ? words.refusal(built.refusal) : undefined)
  const { artwork } = line
  const details = [
    origin?.how === 'reprint' && line.origin !== null ? t('entry.reprintOf', { number: origin.number }) : '',
    item?.details ?? '',
    item?.supplierMark ?? '',
    artwork === null ? '' : t('entry.file', { code: artwork.shortCode, version: artwork.version }),
    line.note,
  ]
  const needsFile = item?.kind === 'print_product' && item.isPersonalised && artwork === null
  return (
    <tr className={classNames(styles.row, isOpen && styles.open, problem !== undefined && styles.wrong)}>
      <td className={styles.place}>{index + 1}</td>
      <td className={styles.picture}>
        {artwork !== null && <Thumbnail src={fileUrl(artwork.previewHash)} box="entry" alt="" />}
      </td>
      <td className={styles.what}>
        <button
          type="button"
          className={styles.open}
          data-line={line.id}
          aria-expanded={isOpen}
          onClick={() => onToggle(isOpen ? null : line.id)}
        >
          <span className={classNames('one-line', styles.name)}>{name || t('entry.unnamedLine')}</span>
          {problem === undefined && !details.some(Boolean) && !needsFile ? null : problem === undefined ? (
            <span className={styles.details}>
              {details.some(Boolean) && <span className="one-line">{details.filter(Boolean).join(' · ')}</span>}
              {needsFile && (
                <span className={styles.needs}>
                  <Glyph name="needs-you" size={12} /> {t('entry.needsFile')}
                </span>
              )}
            </span>
          ) : (
            <span className={styles.problem}>
              <Glyph name="refused" size={12} />
              <span className="one-line">{problem}</span>
            </span>
          )}
        </button>
      </td>
      <td className="number">{quantityWords(line.what.quantity, unit)}</td>
      <td className={classNames('number', styles.each)}>
        {isRead && item !== null ? format.priceEach(eachPrice(item.unitPrice)) : ''}
      </td>
      <td className={classNames('number', styles.amount)}>
        {isRead && isCurrency(currency) ? format.amount(built.value.amount, currency) : '–'}
      </td>
    </tr>
  )
})
