import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { fieldWord, historyText } from './history-values.ts'
import styles from './order-page.module.css'
import { useTimelineWords } from './order-timeline.tsx'
import { changeEvents, ofOneCommand } from './timeline.ts'
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
                {entry.fields.map(({ path, from, to, isHidden }) => {
                  const { field, isLine } = fieldWord(path)
                  const was = historyText(from)
                  return (
                    <div key={path} className={styles.entryField}>
                      <dt>{t(isLine ? `timeline.lineField.${field}` : `timeline.fieldName.${field}`)}</dt>
                      <dd>
                        {isHidden ? (
                          <span className="hint">{t('timeline.hidden')}</span>
                        ) : (
                          <>
                            {was !== '' && <span className={styles.was}>{was}</span>} {historyText(to) || '–'}
                          </>
                        )}
                      </dd>
                    </div>
                  )
                })}
              </dl>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
