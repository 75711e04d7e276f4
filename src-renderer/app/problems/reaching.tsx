import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useWireState } from '#renderer/client/client-provider.tsx'
import { Brand, Button, WaitingNote } from '#renderer/ui/index.ts'
import styles from './problems.module.css'

// Under a second nothing is said: the station answers before anybody could read it.
const SILENT_MS = 1000

/** Before the station has said who is here: nothing at first, then what is wrong and what happens next. */
export function Reaching() {
  const { t } = useTranslation('app')
  const { wire } = useClient()
  const state = useWireState()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SILENT_MS)
    return () => clearTimeout(timer)
  }, [])
  if (state.is === 'signedOut') {
    return (
      <main className={styles.bare}>
        <Brand name="Counterproof" />
        <h1 className="t-opening">{t('reaching.newLink.title')}</h1>
        <p className="t-lead">{t('reaching.newLink.how')}</p>
      </main>
    )
  }
  if (!isLong) return null
  return (
    <main className={styles.bare}>
      <Brand name="Counterproof" />
      <WaitingNote
        title={t('reaching.title')}
        isOffline
        actions={<Button onClick={() => wire.retryNow()}>{t('reaching.now')}</Button>}
      >
        {t('reaching.why')}
      </WaitingNote>
    </main>
  )
}
