import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useWireState } from '#renderer/client/client-provider.tsx'
import { useGo } from '#renderer/client/navigation.tsx'
import { useDateWords } from '#renderer/client/use-format.ts'
import { useQuery } from '#renderer/client/use-query.ts'
import { Button, Dialog, RegisterMark, SlugPart } from '#renderer/ui/index.ts'
import { ArchiveQuestion } from './archive-question.tsx'

/**
 * How this screen, its station and the cloud stand with each other, in that order: a screen that has lost its station says
 * nothing about the cloud, and a station alone does not claim to be in step with something (SYN-01).
 */
export function SyncPart() {
  const { t } = useTranslation('app')
  const { t: s } = useTranslation('sync')
  const { wire } = useClient()
  const dates = useDateWords()
  const go = useGo()
  const link = useWireState()
  const status = useQuery('sync.status', {}, { isWanted: link.is === 'open' })
  const [isOpen, setOpen] = useState(false)
  const isReached = link.is === 'open'
  const { state, waiting, fetched, clockAhead, held, begunAgain, logMended } = status.value ?? {
    state: { is: 'alone' } as const,
    waiting: 0,
    fetched: null,
    clockAhead: 0,
    held: null,
    begunAgain: null,
    logMended: null,
  }

  if (!isReached || state.is === 'alone') {
    const words = isReached ? 'alone' : 'lost'
    return (
      <>
        <SlugPart
          sign={<RegisterMark state={isReached ? 'in' : 'offline'} size={15} />}
          detail={t(`sync.${words}.detail`)}
          onClick={() => setOpen(true)}
          isStrong
          isLive
        >
          {t(`sync.${words}.word`)}
        </SlugPart>
        <Dialog
          title={t(`sync.${words}.title`)}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          actions={
            isReached ? undefined : (
              <Button kind="solid" onClick={() => wire.retryNow()}>
                {t('reaching.now')}
              </Button>
            )
          }
        >
          <p>{t(`sync.${words}.explained`)}</p>
        </Dialog>
      </>
    )
  }

  const showWaiting = () => {
    setOpen(false)
    go('/waiting')
  }
  const sent = waiting === 0 ? s('state.sent') : s('state.waiting', { count: waiting })
  const detail = fetched === null ? sent : s('state.fetched', fetched)
  const said = {
    time: dates.since(state.since),
    why: state.is === 'problem' ? state.why : '',
    documents: state.is === 'differs' ? state.documents : 0,
    wanted: state.is === 'tooOld' ? state.wanted : '',
  }
  return (
    <>
      <SlugPart
        sign={<RegisterMark state={markOf(state.is, waiting)} size={15} />}
        detail={detail}
        onClick={() => setOpen(true)}
        isStrong
        isLive
      >
        {s(`state.${state.is}.word`, said)}
      </SlugPart>
      <Dialog
        title={s(`state.${state.is}.title`)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={waiting > 0 && <Button onClick={showWaiting}>{s('screen.outbox.show')}</Button>}
      >
        <p>{s(`state.${state.is}.explained`, said)}</p>
        {state.is === 'held' && held !== null && <ArchiveQuestion hold={held} onSent={() => setOpen(false)} />}
        {begunAgain !== null && <p>{s('begunAgain', { time: dates.since(begunAgain.at) })}</p>}
        {logMended !== null && <p>{s('logMended', { time: dates.since(logMended.at), rows: logMended.rows })}</p>}
        {clockAhead !== 0 && (
          <p>{s(clockAhead > 0 ? 'clock.ahead' : 'clock.behind', { count: Math.abs(clockAhead) })}</p>
        )}
      </Dialog>
    </>
  )
}

function markOf(is: string, waiting: number): 'in' | 'out' | 'offline' {
  if (is === 'inStep') return waiting === 0 ? 'in' : 'out'
  return is === 'starting' || is === 'fetching' ? 'out' : 'offline'
}
