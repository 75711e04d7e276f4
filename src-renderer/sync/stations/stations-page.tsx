import { IconCloud, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwnSolid, useQuery, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { SettingsSheet } from '#renderer/settings/index.ts'
import { Button, DataTable, EmptyState, ErrorNotice, useKeys, useTableState, WaitingNote } from '#renderer/ui/index.ts'
import { ConnectDialog } from './connect-dialog.tsx'
import { PairingCodeDialog } from './pairing-code-dialog.tsx'
import { SecretsDialog } from './secrets-dialog.tsx'
import { SecretsToChange } from './secrets-to-change.tsx'
import { useStationColumns } from './station-columns.tsx'
import { StationDialog } from './station-dialog.tsx'
import { Troubles } from './troubles.tsx'
import { useStations } from './use-stations.ts'

/** The stations of the shop: who they are, how they stand, letting one in and shutting one out (SYN-06). */
export function Screen() {
  const { t } = useTranslation('sync')
  const words = useRefusalWords()
  const { may } = useSession()
  const status = useQuery('sync.status', {})
  const cloudUrl = status.value?.cloudUrl ?? null
  const { stations, incidents, problem, askAgain } = useStations(cloudUrl !== null)
  const [open, setOpen] = useState<'connect' | 'code' | 'secrets' | string | null>(null)
  const state = useTableState('stations')
  const columns = useStationColumns()
  const mayPair = may('station.pair')
  const secrets = useQuery('secret.list', {}, { isWanted: may('secret.see') }).value?.secrets ?? []
  const chosen = stations?.find(({ id }) => id === open)
  const isAlone = status.value !== undefined && cloudUrl === null
  // The line is down: nothing is wrong, and work goes on.
  const isOffline = problem?.kind === 'refused' && problem.refusal.code === 'sync.unreachable' && cloudUrl !== null
  useOwnSolid()
  useKeys([
    {
      keys: 'N',
      label: t(isAlone ? 'screen.stations.connect' : 'screen.stations.letIn'),
      run: () => setOpen(isAlone ? 'connect' : 'code'),
      isActive: mayPair && status.value !== undefined,
      scope: 'list',
    },
  ])
  return (
    <SettingsSheet
      kind={isAlone ? 'form' : 'list'}
      title={t('screen.stations.title')}
      beside={cloudUrl !== null && <span className="hint mono">{cloudUrl}</span>}
      actions={
        <>
          {secrets.length > 0 && (
            <Button icon={<IconKey size={17} stroke={1.6} aria-hidden />} onClick={() => setOpen('secrets')}>
              {t('screen.secret.title')}
            </Button>
          )}
          {mayPair && cloudUrl !== null && (
            <Button kind="solid" keys="N" onClick={() => setOpen('code')}>
              {t('screen.stations.letIn')}
            </Button>
          )}
        </>
      }
    >
      {isOffline && (
        <WaitingNote
          isOffline
          title={t('state.offline.title')}
          actions={
            <Button size={28} onClick={askAgain}>
              {t('ui:tryAgain')}
            </Button>
          }
        >
          {t(stations === undefined ? 'screen.stations.offline' : 'screen.stations.offlineSince')}
        </WaitingNote>
      )}
      {problem !== null && cloudUrl !== null && !isOffline && (
        <ErrorNotice what={t('screen.stations.notHeard')} why={words.problem(problem)}>
          <Button size={28} onClick={askAgain}>
            {t('ui:tryAgain')}
          </Button>
        </ErrorNotice>
      )}
      <SecretsToChange />
      <Troubles incidents={incidents} />
      {isAlone ? (
        <EmptyState
          title={t('screen.stations.alone')}
          ways={
            mayPair
              ? [
                  {
                    id: 'connect',
                    icon: <IconCloud size={20} stroke={1.6} aria-hidden />,
                    title: t('screen.stations.connectTitle'),
                    detail: t('screen.stations.connectWhy'),
                    action: (
                      <Button kind="solid" keys="N" onClick={() => setOpen('connect')}>
                        {t('screen.stations.connect')}
                      </Button>
                    ),
                  },
                ]
              : []
          }
        >
          {t('screen.stations.aloneWhy')}
        </EmptyState>
      ) : stations === undefined ? null : (
        <DataTable
          isMain
          label={t('screen.stations.title')}
          columns={columns}
          rows={stations}
          rowId={({ id }) => id}
          rowLabel={({ code, name }) => `${code} ${name}`}
          rowTone={({ revokedAt }) => (revokedAt === null ? 'plain' : 'settled')}
          state={state}
          onOpen={({ id }) => setOpen(id)}
          opensOnClick
        />
      )}
      {open === 'secrets' && <SecretsDialog onClose={() => setOpen(null)} />}
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
      {open === 'code' && <PairingCodeDialog onClose={() => setOpen(null)} />}
      {chosen !== undefined && (
        <StationDialog key={chosen.id} station={chosen} onClose={() => setOpen(null)} onRevoked={askAgain} />
      )}
    </SettingsSheet>
  )
}
