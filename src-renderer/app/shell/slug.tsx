import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useWireState } from '#renderer/client/client-provider.tsx'
import { useHouse } from '#renderer/client/house.tsx'
import { useSession } from '#renderer/client/session.tsx'
import { useDateWords, useFormat } from '#renderer/client/use-format.ts'
import { Button, Dialog, RegisterMark, SlugLine, SlugPart } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { PersonMenu } from './person-menu.tsx'
import { useMinute } from './use-minute.ts'

export function Slug() {
  const { t } = useTranslation('app')
  const { station } = useSession()
  const { slugItems } = useFeatureParts()
  return (
    <SlugLine
      label={t('slug.label')}
      right={
        <>
          <SlugPart>{t('slug.station', { code: station.code })}</SlugPart>
          <PersonMenu />
          <Clock />
        </>
      }
    >
      <SyncPart />
      {slugItems.map(({ id, Item }) => (
        <Item key={id} />
      ))}
    </SlugLine>
  )
}

/** A station alone sends nothing anywhere: its word says so instead of claiming to be in step with something. */
function SyncPart() {
  const { t } = useTranslation('app')
  const { wire } = useClient()
  const state = useWireState()
  const [isOpen, setOpen] = useState(false)
  const isReached = state.is === 'open'
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

function Clock() {
  const format = useFormat()
  const dates = useDateWords()
  const { today, now } = useHouse()
  useMinute()
  const instant = now()
  return (
    <SlugPart isStrong>
      <time className="tabular" dateTime={instant}>
        {format.dateInList(today, today)} {dates.time(instant)}
      </time>
    </SlugPart>
  )
}
