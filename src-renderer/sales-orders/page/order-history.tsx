import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat } from '#renderer/client/index.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { changeEvents, ofOneCommand } from './change-events.ts'
import { fieldWord, type HistorySaying, historySaying, isTold } from './history-values.ts'
import styles from './order-page.module.css'
import { useTimelineWords } from './order-timeline.tsx'
import type { OrderFolder } from './use-sales-order.ts'

/** Everything that was ever changed, field by field, from and to, with who, when, where and why (ORD-34). */
export function OrderHistory({ folder }: { folder: OrderFolder }) {
  const { t } = useTranslation('sales-orders')
  const { moment } = useDateWords()
  const entries = ofOneCommand(folder.history?.entries ?? [])
  const words = useTimelineWords(changeEvents(entries))
  return (
    <ol className={styles.papers} aria-label={t('page.part.history')}>
      {entries.map((entry) => {
        const said = words.find(({ id }) => id === entry.id)
        return (
          <li key={entry.id} className={styles.entry}>
            <time dateTime={entry.at} className="hint">
              {moment(entry.at)}
            </time>
            <div>
              <p>
                <span className="strong">{said?.what ?? t('timeline.refused')}</span>{' '}
                <span className="hint">{said?.who}</span>
              </p>
              <dl className={styles.entryFields}>
                {entry.fields.filter(isTold).map((field) => (
                  <ChangedField key={field.path} {...field} currency={folder.order.currency} />
                ))}
              </dl>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

interface ChangedFieldProps {
  path: string
  from?: unknown
  to?: unknown
  isHidden: boolean
  currency: string
}

function ChangedField({ path, from, to, isHidden, currency }: ChangedFieldProps) {
  const { t } = useTranslation('sales-orders')
  const say = useSaying(currency)
  const { field, isLine } = fieldWord(path)
  const was = say(historySaying(field, from))
  return (
    <div className={styles.entryField}>
      <dt>{t(isLine ? `timeline.lineField.${field}` : `timeline.fieldName.${field}`)}</dt>
      <dd>
        {isHidden ? (
          <span className="hint">{t('timeline.hidden')}</span>
        ) : (
          <>
            {was !== '' && <span className={styles.was}>{was}</span>} {say(historySaying(field, to)) || '–'}
          </>
        )}
      </dd>
    </div>
  )
}

function useSaying(currency: string): (saying: HistorySaying) => string {
  const { t } = useTranslation('sales-orders')
  const { day, moment } = useDateWords()
  const format = useFormat()
  return (saying) => {
    switch (saying.kind) {
      case 'nothing':
        return ''
      case 'text':
        return saying.text
      case 'moment':
        return moment(saying.at)
      case 'day':
        return day(saying.at)
      case 'promised':
        return saying.time === '' ? day(saying.on) : t('promised.at', { day: day(saying.on), time: saying.time })
      case 'amount':
        return isCurrency(currency) ? format.amount(saying.amount, currency) : ''
      case 'percent':
        return format.percent(saying.rate)
      case 'yesNo':
        return t(saying.isTrue ? 'timeline.yes' : 'timeline.no')
      case 'word':
        return t(saying.word)
    }
  }
}
