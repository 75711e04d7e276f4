import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { Glyph, Popover } from '#renderer/ui/index.ts'
import { draftKind, orderIdOfKey } from '../entry/draft-keys.ts'
import styles from './kept-drafts.module.css'

/** Forms of orders that were begun at this station and not finished: each a way back to what was typed (W16). */
export function KeptDrafts() {
  const { t } = useTranslation('sales-orders')
  const { may } = useSession()
  const { since } = useDateWords()
  const go = useGo()
  const [isOpen, setOpen] = useState(false)
  const drafts =
    useQuery('formDraft.list', { kind: draftKind }, { isWanted: may('salesOrder.take') }).value?.drafts ?? []
  if (drafts.length === 0) return null
  return (
    <Popover
      label={t('list.keptDrafts', { count: drafts.length })}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      trapsFocus
      width={360}
      target={
        <button type="button" className={styles.face} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Glyph name="dashed" /> {t('list.keptDrafts', { count: drafts.length })}
        </button>
      }
    >
      <ul className={styles.drafts}>
        {drafts.map(({ key, title, updatedAt }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.draft}
              onClick={() => go(`/orders/new?draft=${orderIdOfKey(key) ?? ''}`)}
            >
              <span className="one-line">{title || t('entry.untitled')}</span>
              <span className="hint">{since(updatedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
