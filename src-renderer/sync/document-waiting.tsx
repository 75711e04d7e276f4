import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '#renderer/client/index.ts'
import { RegisterMark } from '#renderer/ui/index.ts'
import styles from './document-waiting.module.css'
import { useWaiting, type WaitingDocuments } from './use-waiting.ts'

/** In a document's header, quietly: what was done to it here has not reached the cloud. */
export function DocumentWaiting({ doc }: { doc: string }) {
  const { t } = useTranslation('sync')
  const docs = useMemo(() => [doc], [doc])
  const { docs: waiting, isOffline } = useWaiting(docs)
  if (!waiting.has(doc)) return null
  return (
    <span className={styles.waiting}>
      <RegisterMark state={isOffline ? 'offline' : 'out'} size={14} />
      <span className="one-line">{t('screen.documentWaits')}</span>
    </span>
  )
}

interface Rows extends WaitingDocuments {
  readonly join: (doc: string) => () => void
}

const RowsContext = createContext<Rows | null>(null)

/** Round a list: its rows that are on the screen are asked about together, whatever the length of the list. */
export function WaitingRows({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map())
  const join = useCallback((doc: string) => {
    const count = (by: number) =>
      setShown((now) => {
        const next = new Map(now)
        const rows = (now.get(doc) ?? 0) + by
        if (rows > 0) next.set(doc, rows)
        else next.delete(doc)
        return next
      })
    count(1)
    return () => count(-1)
  }, [])
  // Far more than a screen holds; the rest is marked once it is scrolled to.
  const asked = useSettled([...shown.keys()].sort().slice(0, 500).join(' '))
  const docs = useMemo(() => (asked === '' ? [] : asked.split(' ')), [asked])
  const { docs: waiting, isOffline } = useWaiting(docs)
  const key = [...waiting].sort().join(' ')
  const rows = useMemo(() => ({ docs: new Set(key.split(' ')), isOffline, join }), [key, isOffline, join])
  return <RowsContext value={rows}>{children}</RowsContext>
}

/** In the row of a document that waits, and in no other. */
export function WaitingMark({ doc }: { doc: string }) {
  const { t } = useTranslation('sync')
  const rows = useContext(RowsContext)
  const join = rows?.join
  useEffect(() => join?.(doc), [join, doc])
  if (rows === null || !rows.docs.has(doc)) return null
  return (
    <span className={styles.mark} title={t('screen.documentWaits')}>
      <RegisterMark state={rows.isOffline ? 'offline' : 'out'} size={13} label={t('screen.documentWaits')} />
    </span>
  )
}
