import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useLocal, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, Facts } from '#renderer/ui/index.ts'
import { useSecretWords } from './secret-words.ts'
import { StationWord } from './station-columns.tsx'
import styles from './stations.module.css'
import type { Station } from './use-stations.ts'

interface StationDialogProps {
  station: Station
  onClose: () => void
  onRevoked: () => void
}

/** One station, and the question before it is shut out: what it could read, and what becomes of what waits there. */
export function StationDialog({ station, onClose, onRevoked }: StationDialogProps) {
  const { t } = useTranslation('sync')
  const { may } = useSession()
  const words = useRefusalWords()
  const revoke = useLocal('sync.revoke')
  const [isAsking, setAsking] = useState(false)
  const mayRevoke = may('station.revoke') && !station.isOwn && station.revokedAt === null
  const shutOut = async () => {
    const outcome = await revoke.run({ station: station.id })
    if (!outcome.ok) return
    onRevoked()
    onClose()
  }
  const said = { code: station.code, name: station.name }
  return (
    <Dialog
      title={isAsking ? t('screen.revoke.question', said) : t('screen.stations.one', said)}
      isOpen
      onClose={onClose}
      width={560}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('ui:close')}
          </Button>
          {mayRevoke && !isAsking && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              {t('screen.revoke.ask')}
            </Button>
          )}
          {mayRevoke && isAsking && (
            <Button kind="danger" isBusy={revoke.isPending} onClick={() => void shutOut()}>
              {t('screen.revoke.do', said)}
            </Button>
          )}
        </>
      }
    >
      {revoke.problem !== null && <ErrorNotice what={t('screen.revoke.failed')} why={words.problem(revoke.problem)} />}
      {isAsking ? <RevokeConsequences station={station} /> : <StationFacts station={station} />}
    </Dialog>
  )
}

function StationFacts({ station }: { station: Station }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const dates = useDateWords()
  const { seenAt, waiting, behind, appVersion, revokedAt } = station
  return (
    <Facts
      layout="rows"
      facts={[
        { label: t('screen.stations.state'), value: <StationWord station={station} /> },
        ...(revokedAt === null ? [] : [{ label: t('screen.stations.outSince'), value: dates.since(revokedAt) }]),
        {
          label: t('screen.stations.seen'),
          value: seenAt === null ? t('screen.stations.never') : dates.since(seenAt),
        },
        { label: t('screen.stations.version'), value: <span className="mono">{appVersion}</span> },
        { label: t('screen.stations.waitingThere'), value: format.count(waiting) },
        { label: t('screen.stations.behindThere'), value: format.count(behind) },
        { label: t('screen.stations.reads'), value: format.count(station.reads.length) },
      ]}
    />
  )
}

function RevokeConsequences({ station }: { station: Station }) {
  const { t } = useTranslation('sync')
  const words = useSecretWords()
  return (
    <div className={styles.consequences}>
      <p>{t('screen.revoke.explained')}</p>
      <p>{t('screen.revoke.outbox', { count: station.waiting })}</p>
      <p>{t('screen.revoke.secrets', { count: station.reads.length })}</p>
      <ul className={styles.secrets}>
        {station.reads.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>{words({ kind, name })}</li>
        ))}
      </ul>
    </div>
  )
}
