import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/client/index.ts'
import { StatusWord } from '#renderer/ui/index.ts'

/** Sooner than this it has usually reached the cloud, and a word that flickers tells nobody anything. */
const quietMilliseconds = 1500

/** In a document's header, quietly: what was done to it here has not reached the cloud. Without a cloud nothing waits. */
export function DocumentWaiting({ doc }: { doc: string }) {
  const { t } = useTranslation('sync')
  const changes = useQuery('sync.documentWaiting', { doc }, { dropsLast: true }).value?.changes ?? 0
  const [isLong, setLong] = useState(false)
  const isWaiting = changes > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLong(true), quietMilliseconds)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isWaiting])
  if (!isWaiting || !isLong) return null
  return (
    <StatusWord glyph="waiting-clock" tone="settled" size={13}>
      {t('screen.documentWaits')}
    </StatusWord>
  )
}
