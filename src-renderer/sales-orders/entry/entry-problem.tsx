import { useTranslation } from 'react-i18next'
import type { Problem } from '#renderer/client/problem.ts'
import { useFormat } from '#renderer/client/use-format.ts'
import { useRefusalWords } from '#renderer/client/word-refusal.ts'
import { Button, ErrorNotice, QuestionNote, useKeys } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { refusedLines } from './entry-obstacle.ts'
import styles from './order-entry.module.css'
import type { OrderEntry } from './use-order-entry.ts'

interface EntryProblemProps {
  problem: Problem
  entry: OrderEntry
  onForgive: () => void
  /** The person has seen the warnings and means it. */
  onPlaceAnyway: () => void
}

/** What stood in the way of saving: what, why, and the ways out. Everything typed is still there. */
export function EntryProblem({ problem, entry, onForgive, onPlaceAnyway }: EntryProblemProps) {
  const { t } = useTranslation('sales-orders')
  const words = useRefusalWords()
  const refusal = problem.kind === 'refused' ? problem.refusal : null
  const places = refusal === null ? [] : [...refusedLines(refusal).keys()]
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
        why={`${whyOf(problem, words)} ${t('entry.allStillHere')}`}
        {...(problem.kind === 'fault' ? { reference: problem.reference } : {})}
      >
        {places.length > 0 && (
          <Button size={28} keys="F8" onClick={showLine}>
            {t('entry.goToLine', { number: (places[0] ?? 0) + 1 })}
          </Button>
        )}
        <Button kind="quiet" size={28} onClick={onForgive}>
          {t('entry.understood')}
        </Button>
      </ErrorNotice>
    </div>
  )
}

/** A line's own reason says more than the sentence over all of them. */
function whyOf(problem: Problem, words: ReturnType<typeof useRefusalWords>): string {
  return words.problem(problem)
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
