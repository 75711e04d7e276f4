import { useTranslation } from 'react-i18next'
import { EmptyState, Thumbnail } from '#renderer/ui/index.ts'
import { fileUrl } from '../words/file-url.ts'
import styles from './order-page.module.css'
import type { SalesOrder } from './use-sales-order.ts'

/** The production files of an order, large enough to be recognised, each with the code papers carry. */
export function OrderFiles({ order }: { order: SalesOrder }) {
  const { t } = useTranslation('sales-orders')
  const files = order.lines.filter(({ artwork }) => artwork !== null)
  if (files.length === 0) return <EmptyState title={t('files.none')}>{t('files.how')}</EmptyState>
  return (
    <ul className={styles.files}>
      {files.map(({ id, artwork, title }) =>
        artwork === null ? null : (
          <li key={id} className={styles.file}>
            <div className={styles.filePicture}>
              <Thumbnail src={fileUrl(artwork.previewHash)} box="large" alt={artwork.name} />
            </div>
            <span className="mono strong">
              {t('entry.fileCode', { code: artwork.shortCode, version: artwork.version })}
            </span>
            <a className="one-line" href={fileUrl(artwork.hash) ?? undefined} download={artwork.name}>
              {artwork.name}
            </a>
            <span className="one-line hint">{title}</span>
          </li>
        ),
      )}
    </ul>
  )
}
