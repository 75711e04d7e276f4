import { IconNote, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useHouse } from '#renderer/client/index.ts'
import { Timeline, ToggleChip } from '#renderer/ui/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { businessDay } from '#shared/kernel/dates.ts'
import { useShortDay } from '../words/use-short-day.ts'
import { changeEvents } from './change-events.ts'
import styles from './order-page.module.css'
import {
  mergedTimeline,
  noteEvents,
  paperEvents,
  paymentEvents,
  type TimelineEvent,
  type TimelineKind,
  timelineKinds,
} from './timeline.ts'
import type { OrderFolder } from './use-sales-order.ts'

/** One line for changes, notes, money and papers, newest first, each with who and where (picture 03). */
export function OrderTimeline({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const [kind, setKind] = useState<TimelineKind | null>(null)
  const events = useOrderEvents(folder)
  const shown = useTimelineWords(events.filter((event) => kind === null || event.kind === kind))
  const kinds = timelineKinds.filter((each) => events.some((event) => event.kind === each))
  return (
    <section className={styles.happened}>
      <div className={styles.happenedHead}>
        <h2 className="t-section">{t('page.happened')}</h2>
        <div className={styles.chips}>
          <ToggleChip isOn={kind === null} onToggle={() => setKind(null)}>
            {t('timeline.kind.all')}
          </ToggleChip>
          {kinds.map((each) => (
            <ToggleChip key={each} isOn={kind === each} onToggle={() => setKind(kind === each ? null : each)}>
              {t(`timeline.kind.${each}`)}
            </ToggleChip>
          ))}
        </div>
      </div>
      <Timeline label={t('page.happened')} events={shown} />
    </section>
  )
}

function useOrderEvents({ order, payments, history, outcomes }: OrderFolder): readonly TimelineEvent[] {
  const format = useFormat()
  return useMemo(() => {
    const amountOf = (amount: number) => (isCurrency(order.currency) ? format.amount(amount, order.currency) : '')
    return mergedTimeline(
      changeEvents(history?.entries ?? []),
      noteEvents(order.notes),
      paymentEvents(payments?.payments ?? [], amountOf),
      paperEvents(outcomes),
    )
  }, [order, payments, history, outcomes, format])
}

/** Events in the words of the reader. */
export function useTimelineWords(events: readonly TimelineEvent[]) {
  const { t } = useTranslation('sales-orders')
  const { time } = useDateWords()
  const shortDay = useShortDay()
  const { today, timeZone } = useHouse()
  const icons = {
    pencil: <IconPencil size={13} stroke={1.6} aria-hidden />,
    note: <IconNote size={13} stroke={1.6} aria-hidden />,
    paper: <IconPrinter size={13} stroke={1.6} aria-hidden />,
  }
  const say = ({ saying }: TimelineEvent) => {
    if ('text' in saying) return saying.text
    const { method, paper } = saying.params
    return t(saying.word, {
      ...saying.params,
      ...(method === undefined ? {} : { method: t(`method.${method}`) }),
      ...(paper === undefined ? {} : { paper: t(paperWord(String(paper))) }),
    })
  }
  return events.map((event) => {
    const day = businessDay(event.at, timeZone)
    return {
      id: event.id,
      at: event.at,
      time: day === today ? time(event.at) : shortDay(day),
      sign:
        event.glyph === 'pencil' || event.glyph === 'note' || event.glyph === 'paper'
          ? icons[event.glyph]
          : event.glyph,
      what: say(event),
      who: [event.reason, event.who, event.where === '' ? '' : t('timeline.station', { code: event.where })]
        .filter(Boolean)
        .join(' · '),
      ...(event.code === '' ? {} : { code: event.code }),
    }
  })
}

/** `sales-orders.jobTicket` is named by its own feature's texts. */
export function paperWord(kind: string): string {
  const [folder = '', paper = ''] = kind.split('.')
  return `${folder}:paper.${paper}.name`
}
