import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { changeEvents, ofOneCommand } from './change-events.ts'
import { fieldWord, historySaying, isTold } from './history-values.ts'
import styles from './order-page.module.css'
import { useTimelineWords } from './order-timeline.tsx'
import type { OrderFolder } from './use-sales-order.ts'
import { useSaying } from './use-saying.ts'

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
  overwrittenBy?: { userName: string; stationCode: string } | undefined
  currency: string
}

function ChangedField({ path, from, to, isHidden, overwrittenBy, currency }: ChangedFieldProps) {
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
            {overwrittenBy !== undefined && (
              <span className="hint">
                {' '}
                {t('timeline.overwritten', { name: overwrittenBy.userName, station: overwrittenBy.stationCode })}
              </span>
            )}
          </>
        )}
      </dd>
    </div>
  )
}
