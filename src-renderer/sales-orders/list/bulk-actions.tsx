import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useFormat, useHouse, useRefusalWords, useSession, useTakeBack } from '#renderer/client/index.ts'
import { PrintManyButton } from '#renderer/printing/index.ts'
import { Button, Dialog, ErrorNotice, isSelected, selectedCount } from '#renderer/ui/index.ts'
import { type BulkKind, bulkPlan, mostAtOnce } from './bulk-plan.ts'
import { tickedIds } from './ticked-orders.ts'
import { type BulkResult, useBulk } from './use-bulk.ts'
import type { OrderRow } from './use-order-columns.tsx'
import type { OrderList } from './use-order-list.ts'

/** What can be done with all ticked orders; money is asked about once, with its sum (ORD-30). */
export function BulkActions({ list }: { list: OrderList }) {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const { ask } = useClient()
  const [asked, setAsked] = useState<BulkKind | null>(null)
  const { rows, table } = list
  const ticked = Array.from({ length: Math.min(rows.count, 5000) }, (_, index) => rows.rowAt(index))
    .filter((row) => row !== undefined)
    .filter((row) => isSelected(table.selection, row.id))
  const tooMany = ticked.length > mostAtOnce || (table.selection.mode === 'all-but' && rows.hasMore)
  // Those nobody has scrolled to are ticked as well: the list in all, less what was taken off.
  const count = selectedCount(table.selection, rows.total)
  const blocked = tooMany ? { blockedBy: t('bulk.tooMany', { count: mostAtOnce }) } : {}
  return (
    <>
      <PrintManyButton
        about="sales_order"
        count={count}
        documentIds={(most) => tickedIds(ask, list.input, table.selection, most)}
      />
      {may('payment.receive') && may('price.see') && (
        <Button size={28} {...blocked} onClick={() => setAsked('paid')}>
          {t('bulk.paid')}
        </Button>
      )}
      {may('salesOrder.change') && (
        <Button size={28} {...blocked} onClick={() => setAsked('finished')}>
          {t('bulk.finished')}
        </Button>
      )}
      {asked !== null && (
        <BulkDialog kind={asked} rows={ticked} onClose={() => setAsked(null)} onDone={table.clearSelection} />
      )}
    </>
  )
}

interface BulkDialogProps {
  kind: BulkKind
  rows: readonly OrderRow[]
  onClose: () => void
  onDone: () => void
}

function BulkDialog({ kind, rows, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation('sales-orders')
  const { ask, newId } = useClient()
  const { currency } = useHouse()
  const format = useFormat()
  const words = useRefusalWords()
  const takeBack = useTakeBack()
  const bulk = useBulk()
  const [failed, setFailed] = useState<BulkResult['failed']>([])
  const plan = bulkPlan(kind, rows)
  const count = plan.ids.length
  const amount = format.amountWithCurrency(plan.amount, currency)

  const run = async () => {
    const result = await bulk.run(kind, plan, rows)
    const message = t(`bulk.${kind}Done`, { count: result.done.length })
    if (kind === 'finished' && result.done.length > 0) {
      const reopen = () => {
        for (const id of result.done) void ask.command('salesOrder.reopen', { id }, newId())
      }
      takeBack.offer({ message, takeBack: reopen })
    }
    setFailed(result.failed)
    if (result.failed.length > 0) return
    onDone()
    onClose()
  }
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.number ?? ''
  return (
    <Dialog
      title={t(`bulk.${kind}Title`, { count })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button
            kind="solid"
            autoFocus
            isBusy={bulk.progress !== null}
            blockedBy={count === 0 ? t('bulk.nothing') : undefined}
            onClick={() => void run()}
          >
            {t(`bulk.${kind}Run`, { count, amount })}
          </Button>
        </>
      }
    >
      <p>{t(`bulk.${kind}What`, { count, amount })}</p>
      {plan.leftOut > 0 && <p className="hint">{t('bulk.leftOut', { count: plan.leftOut })}</p>}
      {bulk.progress !== null && (
        <p aria-live="polite">
          {t('bulk.progress', { done: format.count(bulk.progress.done), all: format.count(bulk.progress.all) })}
        </p>
      )}
      {failed.length > 0 && (
        <ErrorNotice
          what={t('bulk.failed', { count: failed.length })}
          why={failed.map(({ id, problem }) => (
            <span key={id} style={{ display: 'block' }}>
              <span className="mono">{nameOf(id)}</span> {words.problem(problem)}
            </span>
          ))}
        />
      )}
    </Dialog>
  )
}
