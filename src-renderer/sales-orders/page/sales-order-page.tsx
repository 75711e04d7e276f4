import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useRefusalWords, useRouteParam, useRouteWish, useSession } from '#renderer/client/index.ts'
import { FindingNotice } from '#renderer/tasks/index.ts'
import {
  Button,
  ColumnPart,
  Content,
  EmptyState,
  ErrorNotice,
  MoneyColumn,
  PageHeader,
  Sheet,
} from '#renderer/ui/index.ts'
import { useLastViewed } from '../list/use-last-viewed.ts'
import { useLanguageName } from '../words/use-language-name.ts'
import { OrderHeader } from './order-header.tsx'
import { OrderMenu } from './order-menu.tsx'
import { OrderMoney } from './order-money.tsx'
import { orderMoves } from './order-moves.ts'
import styles from './order-page.module.css'
import { PapersAtAGlance } from './order-papers.tsx'
import { type OrderPart, partsFor, readPart } from './order-parts.ts'
import { PartContent } from './part-content.tsx'
import { PlacedNotice } from './placed-notice.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useOrderActions } from './use-order-actions.ts'
import { useOrderKeys } from './use-order-keys.ts'
import { type OrderFolder, useOrderFolder } from './use-sales-order.ts'

/** One order: what, where, when; what happened; the money and the papers (picture 03). */
export function SalesOrderPage() {
  const { t } = useTranslation('sales-orders')
  const id = useRouteParam('orderId')
  const { folder, isUnknown } = useOrderFolder(id)
  const go = useGo()
  if (isUnknown) {
    return (
      <Sheet head={<PageHeader title={t('page.unknown')} onBack={() => go('/orders')} />}>
        <Content>
          <EmptyState title={t('page.unknown')}>{t('page.unknownWhy')}</EmptyState>
        </Content>
      </Sheet>
    )
  }
  return folder === null ? null : <OpenOrder key={id} folder={folder} />
}

function OpenOrder({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const { order } = folder
  const { may } = useSession()
  const go = useGo()
  const words = useRefusalWords()
  const languageName = useLanguageName()
  const actions = useOrderActions(order)
  const moves = orderMoves(order, may)
  const [asked, setAsked] = useState<'hold' | 'cancel' | null>(null)
  const parts = useMemo(
    () =>
      partsFor({
        seesMoney: may('price.see'),
        seesPayments: may('payment.see'),
        seesPapers: may('printRoute.see'),
        seesHistory: may('history.see'),
        seesTasks: may('task.see'),
      }),
    [may],
  )
  const part = readPart(useRouteWish('part'), parts)
  const show = (next: OrderPart) =>
    go(`/orders/${order.id}${next === 'summary' ? '' : `?part=${next}`}`, { replaces: true })
  useNoteViewed(order)
  useOrderKeys({ folder, parts, part, show, moves, actions, ask: setAsked })
  return (
    <Sheet head={<OrderHeader folder={folder} moves={moves} />}>
      <OrderMenu
        folder={folder}
        parts={parts}
        part={part}
        onPart={show}
        moves={moves}
        actions={actions}
        onAsk={setAsked}
      />
      <Content>
        <PlacedNotice folder={folder} />
        <FindingNotice entity="sales_order" doc={order.id} />
        {actions.problem !== null && (
          <div className={styles.notice}>
            <ErrorNotice what={t('page.notDone')} why={words.problem(actions.problem)}>
              <Button size={28} onClick={actions.forgive}>
                {t('entry.understood')}
              </Button>
            </ErrorNotice>
          </div>
        )}
        <PartContent folder={folder} part={part} mayChange={moves.change} show={show} />
      </Content>
      {(order.money !== undefined || parts.includes('papers')) && (
        <MoneyColumn label={t('page.side')}>
          <OrderMoney folder={folder} />
          {parts.includes('papers') && (
            <ColumnPart
              title={t('page.part.papers')}
              right={t('papers.inLanguage', { language: languageName(order.customer.language || 'en') })}
            >
              <PapersAtAGlance folder={folder} onOpen={() => show('papers')} />
            </ColumnPart>
          )}
        </MoneyColumn>
      )}
      {asked !== null && (
        <ReasonDialog
          word={asked}
          number={order.number ?? t('stage.draft')}
          needsReason={asked === 'hold'}
          onRun={asked === 'hold' ? actions.hold : actions.cancel}
          onClose={() => setAsked(null)}
        />
      )}
    </Sheet>
  )
}

function useNoteViewed({ id, number, customer }: OrderFolder['order']): void {
  const { note } = useLastViewed()
  const { name } = customer
  useEffect(() => {
    if (number !== null) note({ id, number, name })
  }, [id, number, name, note])
}
