import { useTranslation } from 'react-i18next'
import { FileLink, FilePlaceWords, useFilePlace } from '#renderer/files/index.ts'
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
        artwork === null ? null : <OrderFile key={id} artwork={artwork} title={title} />,
      )}
    </ul>
  )
}

interface OrderFileProps {
  readonly artwork: NonNullable<SalesOrder['lines'][number]['artwork']>
  readonly title: string
}

function OrderFile({ artwork, title }: OrderFileProps) {
  const { t } = useTranslation('sales-orders')
  const place = useFilePlace(artwork.hash)
  const picture = useFilePlace(artwork.previewHash)
  return (
    <li className={styles.file}>
      <div className={styles.filePicture}>
        {/* Drawn anew when it has come: a picture that was not there is not asked for again by itself. */}
        <Thumbnail key={picture?.place} src={fileUrl(artwork.previewHash)} box="large" alt={artwork.name} />
      </div>
      <span className="mono strong">{t('entry.fileCode', { code: artwork.shortCode, version: artwork.version })}</span>
      <FileLink href={fileUrl(artwork.hash) ?? undefined} name={artwork.name} place={place} />
      <FilePlaceWords place={place} />
      <span className="one-line hint">{title}</span>
    </li>
  )
}
