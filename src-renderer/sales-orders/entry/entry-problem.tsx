import { useTranslation } from 'react-i18next'
import { type Problem, useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, QuestionNote, useKeys } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import type { AcceptedAmounts } from './draft-to-take.ts'
import { refusedLines } from './entry-obstacle.ts'
import styles from './order-entry.module.css'
import type { OrderEntry } from './use-order-entry.ts'

interface EntryProblemProps {
  problem: Problem
  entry: OrderEntry
  onForgive: () => void
  /** The person has seen the warnings and means it. */
  onPlaceAnyway: () => void
  /** The person agrees to the amount the core came to. */
  onAcceptPrice: (accepted: AcceptedAmounts) => void
}

/** What stood in the way of saving: what, why, and the ways out. Everything typed is still there. */
export function EntryProblem({ problem, entry, onForgive, onPlaceAnyway, onAcceptPrice }: EntryProblemProps) {
  const { t } = useTranslation('sales-orders')
  const words = useRefusalWords()
  const refusal = problem.kind === 'refused' ? problem.refusal : null
  const places = refusal === null ? [] : [...refusedLines(refusal).keys()]
  const format = useFormat()
  const offered = offeredPrice(entry, refusal)
  const showLine = () => {
    const line = entry.draft.lines[places[0] ?? -1]
    if (line !== undefined) entry.openLine(line.id)
  }
  useKeys([{ keys: 'F8', label: t('entry.goToField'), run: showLine, isActive: places.length > 0 }])
  if (refusal?.code === 'salesOrder.warnings') {
    return <Doubts entry={entry} refusal={refusal} onPlaceAnyway={onPlaceAnyway} onForgive={onForgive} />
  }
  return (
    <div className={styles.problem}>
      <ErrorNotice
        what={refusal?.code === 'salesOrder.priceChanged' ? t('entry.priceChanged') : t('entry.notPlaced')}
        why={`${words.problem(problem)} ${t('entry.allStillHere')}`}
        {...(problem.kind === 'fault' ? { reference: problem.reference } : {})}
      >
        {places.length > 0 && (
          <Button size={28} keys="F8" onClick={showLine}>
            {t('entry.goToLine', { number: (places[0] ?? 0) + 1 })}
          </Button>
        )}
        {offered !== null && (
          <Button size={28} onClick={() => onAcceptPrice(new Map([[offered.lineId, offered.amount]]))}>
            {t('entry.acceptPrice', { amount: format.amount(offered.amount, entry.around.currency) })}
          </Button>
        )}
        <Button kind="quiet" size={28} onClick={onForgive}>
          {t('entry.understood')}
        </Button>
      </ErrorNotice>
    </div>
  )
}

/** The amount the core came to for a line, where that is why it asked. */
function offeredPrice(
  entry: OrderEntry,
  refusal: Extract<Problem, { kind: 'refused' }>['refusal'] | null,
): { readonly lineId: string; readonly amount: number } | null {
  if (refusal?.code !== 'salesOrder.priceChanged') return null
  const { line, amount } = refusal.params ?? {}
  const found = typeof line === 'number' ? entry.draft.lines[line - 1] : undefined
  return found === undefined || typeof amount !== 'number' ? null : { lineId: found.id, amount }
}

interface DoubtsProps {
  entry: OrderEntry
  refusal: Extract<Problem, { kind: 'refused' }>['refusal']
  onPlaceAnyway: () => void
  onForgive: () => void
}

/** Allowed, but it looks like a slip: the person says that it is meant (reliability c 11). */
function Doubts({ entry, refusal, onPlaceAnyway, onForgive }: DoubtsProps) {
  const { t } = useTranslation('sales-orders')
  const format = useFormat()
  const { currency } = entry.around
  const doubts = (refusal.problems ?? []).map(({ field, code, params }) => {
    const place = Number(/^lines\.(\d+)/u.exec(field)?.[1] ?? 0)
    const built = entry.priced.lines[place]?.built
    const amount = built?.ok && isCurrency(currency) ? format.amountWithCurrency(built.value.amount, currency) : ''
    const title = built?.ok ? built.value.item.title : ''
    return { key: `${field} ${code}`, place, title, amount, why: t(`pricing:warning.${code}`, { ...params }) }
  })
  return (
    <div className={styles.problem}>
      <QuestionNote
        glyph="unknown"
        title={t('entry.doubts', { count: doubts.length })}
        answers={
          <>
            <Button onClick={onPlaceAnyway}>{t('entry.doubtsMeant')}</Button>
            <Button kind="quiet" onClick={onForgive}>
              {t('entry.doubtsLook')}
            </Button>
          </>
        }
      >
        <ul className={styles.doubts}>
          {doubts.map(({ key, place, title, amount, why }) => (
            <li key={key}>
              <span className="strong">{t('entry.doubtLine', { number: place + 1, title, amount })}</span> {why}
            </li>
          ))}
        </ul>
      </QuestionNote>
    </div>
  )
}
