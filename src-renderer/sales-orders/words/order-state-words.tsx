import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { classNames, Glyph, StatusWord } from '#renderer/ui/index.ts'
import type { PaymentStatus, SalesOrderStage } from '#shared/sales-orders/sales-order-states.ts'
import styles from './order-state-words.module.css'
import { isSettled, latenessOf, type PromisedFacts, paymentGlyphs, stageGlyphs } from './order-words.ts'
import type { Clock } from './use-clock.ts'

interface StageWordProps {
  stage: SalesOrderStage
  /** Why it was stopped; part of the word, so that the list answers without being opened. */
  holdReason?: string
  size?: number
}

export function StageWord({ stage, holdReason = '', size = 14 }: StageWordProps) {
  const { t } = useTranslation('sales-orders')
  const words =
    stage === 'on_hold' && holdReason !== '' ? t('stage.onHoldWhy', { why: holdReason }) : t(`stage.${stage}`)
  return (
    <StatusWord glyph={stageGlyphs[stage]} size={size} tone={isSettled(stage) ? 'settled' : 'plain'}>
      {words}
    </StatusWord>
  )
}

export function PaymentWord({ status }: { status: PaymentStatus }) {
  const { t } = useTranslation('sales-orders')
  const isDone = status === 'paid' || status === 'on_invoice'
  return (
    <StatusWord glyph={paymentGlyphs[status]} tone={isDone ? 'settled' : 'plain'}>
      {t(`payment.${status}`)}
    </StatusWord>
  )
}

interface PromisedWordProps extends PromisedFacts {
  clock: Clock
}

/** A near day is said; what is late is the only magenta word of a list. */
export function PromisedWord({ clock, ...promised }: PromisedWordProps) {
  const { t } = useTranslation('sales-orders')
  const words = usePromisedWords()
  const said = words(promised.on, promised.at)
  if (said === '') return null
  const lateness = latenessOf(promised, clock.today, clock.time)
  if (lateness === 'late') {
    return (
      <span className={classNames('late', styles.late)}>
        <Glyph name="needs-you" label={t('promised.late')} />
        <span className="one-line">{said}</span>
      </span>
    )
  }
  return <span className={lateness === 'today' ? 'strong' : undefined}>{said}</span>
}

/** "Today 16:00", "Thu 26 Nov"; '' when nothing was promised. */
export function usePromisedWords(): (on: string | null, at: string | null) => string {
  const { t } = useTranslation('sales-orders')
  const { day } = useDateWords()
  return (on, at) => {
    if (on === null) return ''
    return at === null ? day(on) : t('promised.at', { day: day(on), time: at })
  }
}
