import { useTranslation } from 'react-i18next'
import { Button, Dialog, useKeys } from '#renderer/ui/index.ts'
import { OrderPreview } from '../words/order-preview.tsx'
import styles from './order-list.module.css'
import type { OrderRow } from './use-order-columns.tsx'

interface OrderPreviewDialogProps {
  row: OrderRow | null
  onClose: () => void
  onOpen: (id: string) => void
}

/** Space on a row: a look without leaving the list. */
export function OrderPreviewDialog({ row, onClose, onOpen }: OrderPreviewDialogProps) {
  const { t } = useTranslation('sales-orders')
  return (
    <Dialog
      title={t('preview.title')}
      isOpen={row !== null}
      onClose={onClose}
      width={420}
      actions={
        <Button kind="solid" keys="Enter" onClick={() => row !== null && onOpen(row.id)}>
          {t('preview.open')}
        </Button>
      }
    >
      {row !== null && <Look id={row.id} onClose={onClose} onOpen={() => onOpen(row.id)} />}
    </Dialog>
  )
}

interface LookProps {
  id: string
  onClose: () => void
  onOpen: () => void
}

function Look({ id, onClose, onOpen }: LookProps) {
  const { t } = useTranslation('sales-orders')
  useKeys([
    { keys: 'Space', label: t('preview.close'), run: onClose, scope: 'dialog' },
    { keys: 'Enter', label: t('preview.open'), run: onOpen, scope: 'dialog' },
  ])
  return (
    // Holds the focus instead of the button, which Space would press.
    <div tabIndex={-1} data-autofocus className={styles.look}>
      <OrderPreview id={id} />
    </div>
  )
}
