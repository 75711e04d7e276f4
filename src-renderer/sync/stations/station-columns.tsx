import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { StatusWord, type TableColumn } from '#renderer/ui/index.ts'
import type { Station } from './use-stations.ts'

export function useStationColumns(): readonly TableColumn<Station>[] {
  const { t } = useTranslation('sync')
  const dates = useDateWords()
  return useMemo(
    () => [
      { id: 'code', head: t('screen.stations.code'), width: 70, look: 'code', render: ({ code }) => code },
      {
        id: 'name',
        head: t('screen.stations.name'),
        width: 'flex',
        look: 'main',
        render: ({ name, isOwn }) => (isOwn ? t('screen.stations.own', { name }) : name),
      },
      {
        id: 'state',
        head: t('screen.stations.state'),
        width: 220,
        render: (station) => <StationWord station={station} />,
      },
      {
        id: 'seen',
        head: t('screen.stations.seen'),
        width: 140,
        render: ({ seenAt }) => (seenAt === null ? t('screen.stations.never') : dates.since(seenAt)),
      },
      {
        id: 'version',
        head: t('screen.stations.version'),
        width: 110,
        priority: 2,
        look: 'code',
        render: ({ appVersion }) => appVersion,
      },
    ],
    [t, dates],
  )
}

/** What waits at the station comes before what it has not fetched: only the first can be lost with it. */
export function StationWord({ station }: { station: Station }) {
  const { t } = useTranslation('sync')
  if (station.revokedAt !== null) return <StatusWord glyph="called-off">{t('screen.stations.states.out')}</StatusWord>
  if (station.waiting > 0)
    return (
      <StatusWord glyph="waiting-clock">{t('screen.stations.states.waiting', { count: station.waiting })}</StatusWord>
    )
  if (station.behind > 0)
    return <StatusWord glyph="half">{t('screen.stations.states.behind', { count: station.behind })}</StatusWord>
  return <StatusWord glyph="ink-check">{t('screen.stations.states.inStep')}</StatusWord>
}
