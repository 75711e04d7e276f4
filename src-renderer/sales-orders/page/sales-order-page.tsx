import { IconCash, IconPencil } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useFormat,
  useGo,
  useGoBack,
  useOwnSolid,
  useRefusalWords,
  useRouteParam,
  useRouteWish,
  useSession,
} from '#renderer/client/index.ts'
import {
  Button,
  ColumnPart,
  Content,
  EmptyState,
  ErrorNotice,
  Glyph,
  MoneyColumn,
  PageHeader,
  Sheet,
  useKeys,
} from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { neighbourOf, useListWalk } from '../list/list-walk.ts'
import { useLastViewed } from '../list/use-last-viewed.ts'
import { StageWord } from '../words/order-state-words.tsx'
import { useLanguageName } from '../words/use-language-name.ts'
import { HeadForm } from './head-form.tsx'
import { NoteField } from './note-field.tsx'
import { OrderFacts } from './order-facts.tsx'
import { OrderFiles } from './order-files.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderMenu } from './order-menu.tsx'
import { OrderMoney } from './order-money.tsx'
import { orderMoves } from './order-moves.ts'
import styles from './order-page.module.css'
import { AllPapersButton, OrderPapers, PapersAtAGlance } from './order-papers.tsx'
import { type OrderPart, partsFor, readPart } from './order-parts.ts'
import { OrderPayments } from './order-payments.tsx'
import { OrderTerms } from './order-terms.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useOrderActions } from './use-order-actions.ts'
import { type OrderFolder, useOrderFolder } from './use-sales-order.ts'

/** Changing and taking payment come back here: they take this page's place, so that Esc does not lead to it twice. */
const inItsPlace = { replaces: true } as const

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
  const format = useFormat()
  const go = useGo()
  const goBack = useGoBack()
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
      }),
    [may],
  )
  const part = readPart(useRouteWish('part'), parts)
  const show = (next: OrderPart) =>
    go(`/orders/${order.id}${next === 'summary' ? '' : `?part=${next}`}`, { replaces: true })
  useNoteViewed(order)
  useOrderKeys({ folder, parts, part, show, moves, actions, ask: setAsked })
  const asksMoney = moves.takePayment && order.paymentStatus !== 'on_invoice'
  useOwnSolid(asksMoney || moves.confirm)

  const number = order.number ?? t('stage.draft')
  const open = order.money?.open ?? 0
  return (
    <Sheet
      head={
        <PageHeader
          code={number}
          title={order.customer.name || t('walkIn')}
          beside={<StageWord stage={order.stage} holdReason={order.holdReason} size={15} />}
          onBack={() => goBack('/orders')}
          actions={
            <>
              <AllPapersButton folder={folder} />
              {moves.confirm && (
                <Button kind="solid" keys="Ctrl+Enter" onClick={() => go(`/orders/${order.id}/change`, inItsPlace)}>
                  {t('page.finishDraft')}
                </Button>
              )}
              {moves.takePayment && (
                <Button
                  kind={asksMoney ? 'solid' : 'outlined'}
                  keys="Alt+P"
                  icon={<IconCash size={17} stroke={1.6} aria-hidden />}
                  onClick={() => go(`/orders/${order.id}/payment`, inItsPlace)}
                >
                  {t('page.take', { amount: isCurrency(order.currency) ? format.amount(open, order.currency) : '' })}
                </Button>
              )}
            </>
          }
        />
      }
    >
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
        <Placed folder={folder} />
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
          number={number}
          needsReason={asked === 'hold'}
          onRun={asked === 'hold' ? actions.hold : actions.cancel}
          onClose={() => setAsked(null)}
        />
      )}
    </Sheet>
  )
}

interface PartContentProps {
  folder: OrderFolder
  part: OrderPart
  mayChange: boolean
  show: (part: OrderPart) => void
}

function PartContent({ folder, part, mayChange, show }: PartContentProps) {
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

/** Said once, right after it happened: the number to tell the customer, and what comes next. */
function Placed({ folder: { order } }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const placed = useRouteWish('placed')
  if (placed === null) return null
  return (
    <output className={styles.placed}>
      <Glyph name="accepted" size={16} />
      <p>
        {placed === 'kept' ? t('page.kept') : t('page.placed', { number: order.number ?? '' })}{' '}
        {(order.money?.open ?? 0) > 0 && placed !== 'kept' && <span className="hint">{t('page.placedNext')}</span>}
      </p>
    </output>
  )
}

function useNoteViewed({ id, number, customer }: OrderFolder['order']): void {
  const { note } = useLastViewed()
  const { name } = customer
  useEffect(() => {
    if (number !== null) note({ id, number, name })
  }, [id, number, name, note])
}

interface OrderKeys {
  folder: OrderFolder
  parts: readonly OrderPart[]
  part: OrderPart
  show: (part: OrderPart) => void
  moves: ReturnType<typeof orderMoves>
  actions: ReturnType<typeof useOrderActions>
  ask: (what: 'hold' | 'cancel') => void
}

function useOrderKeys({ folder, parts, part, show, moves, actions, ask }: OrderKeys): void {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const go = useGo()
  const goBack = useGoBack()
  const { ids } = useListWalk()
  const { id } = folder.order
  const walk = (by: -1 | 1) => () => {
    const next = neighbourOf(ids, id, by)
    if (next !== undefined) go(`/orders/${next}`, { replaces: true })
  }
  useKeys([
    ...parts.slice(0, 9).map((part, index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`page.part.${part}`),
      run: () => show(part),
    })),
    {
      keys: 'Alt+P',
      label: t('takePayment'),
      run: () => go(`/orders/${id}/payment`, inItsPlace),
      isActive: moves.takePayment,
    },
    {
      keys: 'Alt+H',
      label: t(moves.release ? 'move.release' : 'move.hold'),
      run: () => (moves.release ? actions.release() : ask('hold')),
      isActive: moves.hold || moves.release,
    },
    {
      keys: 'Alt+R',
      label: t('again.reprint.label'),
      run: () => go(`/orders/new?again=${id}&how=reprint`),
      isActive: may('salesOrder.take'),
    },
    {
      keys: 'E',
      label: t('page.changeLines'),
      run: () => go(`/orders/${id}/change`, inItsPlace),
      isActive: moves.change,
    },
    {
      keys: 'Ctrl+Enter',
      label: t('page.finishDraft'),
      run: () => go(`/orders/${id}/change`, inItsPlace),
      isActive: moves.confirm,
    },
    { keys: 'J', label: t('page.key.next'), run: walk(1), isActive: ids.length > 1 },
    { keys: 'K', label: t('page.key.previous'), run: walk(-1), isActive: ids.length > 1 },
    { keys: 'Esc', label: t('page.key.back'), run: () => (part === 'summary' ? goBack('/orders') : show('summary')) },
  ])
}
