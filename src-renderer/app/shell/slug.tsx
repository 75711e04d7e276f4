import { useTranslation } from 'react-i18next'
import { useHouse } from '#renderer/client/house.tsx'
import { useSession } from '#renderer/client/session.tsx'
import { useDateWords, useFormat } from '#renderer/client/use-format.ts'
import { SlugLine, SlugPart } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SyncPart } from './sync-part.tsx'
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
