import { IconCash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useClient,
  useDateWords,
  useGo,
  useGoBack,
  useOwnSolid,
  usePageScan,
  useRefusalWords,
  useSession,
} from '#renderer/client/index.ts'
import { Button, Density, PageHeader, Sheet, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { AddLineField } from './add-line-field.tsx'
import { CustomerStrip, type DetailField } from './customer-strip.tsx'
import { type AcceptedAmounts, noAmounts } from './draft-to-take.ts'
import { refusedLines } from './entry-obstacle.ts'
import { EntryProblem } from './entry-problem.tsx'
import type { EntryTask } from './entry-task.ts'
import { LinesTable } from './lines-table.tsx'
import { OrderDetails } from './order-details.tsx'
import type { OrderDraft } from './order-draft.ts'
import styles from './order-entry.module.css'
import { PriceColumn } from './price-column.tsx'
import { useEntryObstacle } from './use-entry-obstacle.ts'
import { type OrderEntry as Entry, useOrderEntry } from './use-order-entry.ts'
import { useSaveOrder } from './use-save-order.ts'

/** What a person said to a question of the core. */
interface Meant {
  readonly warningsSeen?: boolean
  readonly accepted?: AcceptedAmounts
}

interface OrderEntryProps {
  task: EntryTask
  initial: OrderDraft
  /** Runs once when the form stands: takes over a wish of the address. */
  onReady?: (entry: Entry) => void
}

/** Taking or changing an order (picture 02): customer, lines with their configurator, price and total always in sight. */
export function OrderEntry({ task, initial, onReady }: OrderEntryProps) {
  const entry = useOrderEntry(task, initial)
  const isStarted = useRef(false)
  useEffect(() => {
    if (!entry.isReady || isStarted.current) return
    isStarted.current = true
    onReady?.(entry)
  }, [entry, onReady])
  return entry.isReady ? <OpenEntry entry={entry} /> : null
}

function OpenEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation('sales-orders')
  const go = useGo()
  const goBack = useGoBack()
  const { may } = useSession()
  const { since } = useDateWords()
  const words = useRefusalWords()
  const saving = useSaveOrder(entry.task)
  const addField = useRef<HTMLInputElement>(null)
  const hasCustomer = entry.draft.customer !== null
  const hadCustomer = useRef(hasCustomer)
  // Once it is known who it is for, the next thing to say is what: the hands stay on the keyboard.
  useEffect(() => {
    if (hasCustomer && !hadCustomer.current) addField.current?.focus()
    hadCustomer.current = hasCustomer
  }, [hasCustomer])
  const [details, setDetails] = useState<DetailField | 'open' | null>(null)
  const { obstacle, say } = useEntryObstacle(entry)
  const { task, draft, priced } = entry
  const { ask } = useClient()
  useOwnSolid()
  usePageScan(async (code) => {
    const product = await ask.query('product.byBarcode', { code }).catch(() => null)
    if (product !== null) await entry.addProduct(product.id)
    return product !== null
  })

  const refusal = saving.problem?.kind === 'refused' ? saving.problem.refusal : null
  const refused = useMemo(() => {
    const lines = refusal === null ? new Map() : refusedLines(refusal)
    return new Map([...lines].map(([place, problem]) => [place, words.field(problem)]))
  }, [refusal, words])
  const fieldProblems = useMemo(() => {
    const head = (refusal?.problems ?? []).filter(({ field }) => !field.startsWith('lines.'))
    return new Map(head.map((problem) => [problem.field, words.field(problem)]))
  }, [refusal, words])
  useEffect(() => {
    if (fieldProblems.size > 0) setDetails((now) => now ?? 'open')
  }, [fieldProblems])

  const save = async (confirm: boolean, then: 'order' | 'payment', meant: Meant = {}) => {
    if (saving.isPending) return
    if (obstacle !== null && (confirm || obstacle.kind === 'customer' || obstacle.kind === 'file'))
      return goTo(obstacle)
    const saved = await saving.save({
      draft,
      priced,
      confirm,
      warningsSeen: meant.warningsSeen ?? false,
      accepted: meant.accepted ?? noAmounts,
    })
    if (!saved.ok) return
    await entry.discard()
    go(
      then === 'payment'
        ? `/orders/${task.orderId}/payment`
        : `/orders/${task.orderId}?placed=${confirm ? 'yes' : 'kept'}`,
      {
        replaces: true,
      },
    )
  }
  const goTo = (what: NonNullable<typeof obstacle>) => {
    if ('lineId' in what) entry.openLine(what.lineId)
    else if (what.kind === 'place') setDetails('delivery')
    else if (what.kind === 'lines') addField.current?.focus()
  }
  // A change stands in the place of its order's page, so that Esc there leads on to where one came from.
  const leave = () => (task.kind === 'take' ? goBack('/orders') : go(`/orders/${task.orderId}`, { replaces: true }))
  const isDraft = task.kind === 'take' || task.number === null
  const canTakePayment = may('payment.receive') && isDraft
  useKeys([
    { keys: 'Ctrl+Enter', label: t(`entry.place.${placeWord(task)}`), run: () => void save(true, 'order') },
    { keys: 'Ctrl+S', label: t('entry.keep'), run: () => void save(false, 'order'), isActive: isDraft },
    { keys: 'Alt+P', label: t('takePayment'), run: () => void save(true, 'payment'), isActive: canTakePayment },
    { keys: 'Alt+D', label: t('entry.details'), run: () => setDetails((now) => (now === null ? 'promised' : null)) },
    { keys: 'Esc', label: t('entry.leave'), run: leave },
  ])
  const problem = saving.problem ?? entry.trouble
  const blocked = obstacle === null ? {} : { blockedBy: say(obstacle) }
  return (
    <Density value="counter">
      <Sheet
        head={
          <PageHeader
            title={t(`entry.title.${placeWord(task)}`)}
            {...(task.kind === 'change' && task.number !== null ? { code: task.number } : {})}
            beside={<Beside entry={entry} since={since} />}
            onBack={leave}
            actions={
              <>
                {isDraft && (
                  <Button
                    kind="quiet"
                    keys="Ctrl+S"
                    isBusy={saving.isPending}
                    onClick={() => void save(false, 'order')}
                  >
                    {t('entry.keep')}
                  </Button>
                )}
                {canTakePayment && (
                  <Button
                    icon={<IconCash size={17} stroke={1.6} aria-hidden />}
                    keys="Alt+P"
                    {...blocked}
                    onClick={() => void save(true, 'payment')}
                  >
                    {t('takePayment')}
                  </Button>
                )}
                <Button
                  kind="solid"
                  keys="Ctrl+Enter"
                  isBusy={saving.isPending}
                  {...blocked}
                  onClick={() => void save(true, 'order')}
                >
                  {t(`entry.place.${placeWord(task)}`)}
                </Button>
              </>
            }
          />
        }
      >
        <div className={styles.work} data-scrolls>
          {problem !== null && (
            <EntryProblem
              problem={problem}
              entry={entry}
              onForgive={() => {
                saving.forgive()
                entry.setTrouble(null)
              }}
              onPlaceAnyway={() => void save(true, 'order', { warningsSeen: true })}
              onAcceptPrice={(accepted) => void save(true, 'order', { accepted })}
            />
          )}
          {draft.origin !== null && (
            <p className={styles.origin}>{t(`again.from.${draft.origin.how}`, { number: draft.origin.number })}</p>
          )}
          <CustomerStrip entry={entry} onDetail={setDetails} />
          {details !== null && (
            <OrderDetails
              draft={draft}
              onChange={entry.change}
              focus={details === 'open' ? null : details}
              problems={fieldProblems}
            />
          )}
          <LinesTable entry={entry} refused={refused} onLeaveBed={() => addField.current?.focus()} />
          <AddLineField entry={entry} field={addField} />
          {obstacle !== null && <p className={styles.obstacle}>{say(obstacle)}</p>}
        </div>
        <PriceColumn entry={entry} />
      </Sheet>
    </Density>
  )
}

function Beside({ entry, since }: { entry: Entry; since: (instant: string) => string }) {
  const { t } = useTranslation('sales-orders')
  const { keptSince } = entry
  if (keptSince === null) return null
  return <StatusWord glyph="dashed">{t('entry.keptSince', { time: since(keptSince) })}</StatusWord>
}

/** What the solid button does: place a new order, finish a draft, save the changes of one that stands. */
function placeWord(task: EntryTask): 'take' | 'finish' | 'change' {
  if (task.kind === 'take') return 'take'
  return task.number === null ? 'finish' : 'change'
}
