import { useTranslation } from 'react-i18next'
import { useFormat, useSession } from '#renderer/client/index.ts'
import { classNames, StatusWord, Thumbnail } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { eachPrice } from '#shared/kernel/money.ts'
import { fileUrl } from '../words/file-url.ts'
import { useQuantityWords } from '../words/use-quantity-words.ts'
import styles from './order-lines.module.css'
import type { SalesOrder } from './use-sales-order.ts'

/** What was ordered: picture, words and file code, how many, and what each line waits for. */
export function OrderLines({ order }: { order: SalesOrder }) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const seesMoney = may('price.see')
  const { currency } = order
  return (
    <table className={styles.lines} aria-label={t('page.lines')}>
      <colgroup>
        <col className={styles.colPicture} />
        <col />
        <col className={styles.colPieces} />
        <col className={styles.colState} />
        {seesMoney && <col className={styles.colAmount} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('entry.head.picture')}</span>
          </th>
          <th scope="col">{t('page.head.line')}</th>
          <th scope="col" className="number">
            {t('entry.head.pieces')}
          </th>
          <th scope="col">{t('page.head.state')}</th>
          {seesMoney && (
            <th scope="col" className="number">
              {t(order.pricesIncludeVat ? 'entry.head.gross' : 'entry.head.net', { currency })}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <LineRow key={line.id} line={line} currency={currency} seesMoney={seesMoney} />
        ))}
      </tbody>
    </table>
  )
}

interface LineRowProps {
  line: SalesOrder['lines'][number]
  currency: string
  seesMoney: boolean
}

function LineRow({ line, currency, seesMoney }: LineRowProps) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const quantityWords = useQuantityWords()
  const { artwork, money } = line
  const details = [line.details, line.supplierMark, line.note].filter(Boolean).join(' · ')
  // Without a second line there is room for a long name.
  const isShort = details === '' && artwork === null
  return (
    <tr className={styles.row}>
      <td className={styles.picture}>
        {artwork !== null && <Thumbnail src={fileUrl(artwork.previewHash)} box="page" alt="" />}
      </td>
      <td>
        <p className={classNames(styles.name, isShort ? styles.twoLines : 'one-line')} title={line.name}>
          {line.name}
        </p>
        {!isShort && (
          <p className={classNames('one-line', styles.details)} title={details}>
            {details}
            {artwork !== null && (
              <>
                {details !== '' && ' · '}
                <span className="mono">
                  {t('entry.fileCode', { code: artwork.shortCode, version: artwork.version })}
                </span>
              </>
            )}
          </p>
        )}
      </td>
      <td className="number">
        <p>{quantityWords(line.quantity, line.unit)}</p>
        {money !== undefined && <p className={styles.details}>{format.priceEach(eachPrice(money.unitPrice))}</p>}
      </td>
      <td className={styles.state}>
        <LineState line={line} />
      </td>
      {seesMoney && (
        <td className={classNames('number', styles.amount)}>
          {money !== undefined && isCurrency(currency) ? format.amount(money.amount, currency) : ''}
        </td>
      )}
    </tr>
  )
}

function LineState({ line }: { line: SalesOrder['lines'][number] }) {
  const { t } = useTranslation('sales-orders')
  if (line.needsArtwork && line.artwork === null) {
    return (
      <StatusWord glyph="needs-you" tone="needs">
        {t('page.state.fileMissing')}
      </StatusWord>
    )
  }
  if (line.artwork !== null) return <StatusWord glyph="ink-check">{t('page.state.fileHere')}</StatusWord>
  return <StatusWord glyph="ring">{t(`page.state.${line.kind}`)}</StatusWord>
}
