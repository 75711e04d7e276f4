import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '#renderer/client/index.ts'
import { DocumentTasks } from '#renderer/tasks/index.ts'
import { Button } from '#renderer/ui/index.ts'
import { HeadForm } from './head-form.tsx'
import { inItsPlace } from './in-its-place.ts'
import { NoteField } from './note-field.tsx'
import { OrderFacts } from './order-facts.tsx'
import { OrderFiles } from './order-files.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'
import styles from './order-page.module.css'
import { OrderPapers } from './order-papers.tsx'
import type { OrderPart } from './order-parts.ts'
import { OrderPayments } from './order-payments.tsx'
import { OrderTerms } from './order-terms.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import type { OrderFolder } from './use-sales-order.ts'

interface PartContentProps {
  folder: OrderFolder
  part: OrderPart
  mayChange: boolean
  show: (part: OrderPart) => void
}

/** What stands behind the chosen entry of the menu. */
export function PartContent({ folder, part, mayChange, show }: PartContentProps) {
  const { t } = useTranslation('sales-orders')
  const { order } = folder
  const back = () => show('summary')
  switch (part) {
    case 'shipTo':
      return mayChange ? <HeadForm order={order} part="shipTo" onDone={back} /> : <OrderFacts order={order} />
    case 'instructions':
      return mayChange ? (
        <HeadForm order={order} part="instructions" onDone={back} />
      ) : (
        <p>{order.instructions || t('page.noInstructions')}</p>
      )
    case 'money':
      return <OrderTerms folder={folder} mayChange={mayChange} onDone={back} />
    case 'papers':
      return <OrderPapers folder={folder} />
    case 'files':
      return <OrderFiles order={order} />
    case 'payments':
      return <OrderPayments folder={folder} />
    case 'history':
      return <OrderHistory folder={folder} />
    case 'tasks':
      return <DocumentTasks entity="sales_order" doc={order.id} />
    case 'summary':
      return <Summary folder={folder} mayChange={mayChange} />
  }
}

function Summary({ folder, mayChange }: { folder: OrderFolder; mayChange: boolean }) {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const { order } = folder
  return (
    <>
      <div className={styles.facts}>
        <OrderFacts order={order} />
      </div>
      <OrderLines order={order} />
      {mayChange && (
        <div className={styles.change}>
          <Button
            kind="quiet"
            size={28}
            keys="E"
            icon={<IconPencil size={16} stroke={1.6} aria-hidden />}
            onClick={() => go(`/orders/${order.id}/change`, inItsPlace)}
          >
            {t('page.changeLines')}
          </Button>
        </div>
      )}
      <OrderTimeline folder={folder} />
      <NoteField orderId={order.id} />
    </>
  )
}
