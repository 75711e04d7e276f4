import { useTranslation } from 'react-i18next'
import { useFormat, useQuery } from '#renderer/client/index.ts'
import { ProgressLine, WaitingNote } from '#renderer/ui/index.ts'

const reached = new Set(['starting', 'inStep'])

/** How far a station that has joined has come: the shop's records, then the PINs and passwords; and what it waits for. */
export function ArrivalProgress() {
  const { t } = useTranslation('users')
  const format = useFormat()
  const joining = useQuery('sync.joining', {}).value
  if (joining === undefined) return null
  const { state, applied, head, awaitsSecrets } = joining
  const isReached = reached.has(state.is)
  return (
    <>
      {applied < head && (
        <ProgressLine share={applied / head} label={t('screen.join.records')}>
          {t('screen.join.recordsCount', { here: format.count(applied), all: format.count(head) })}
        </ProgressLine>
      )}
      {!isReached && state.is !== 'alone' && (
        <WaitingNote title={t(`sync:state.${state.is}.title`)} isOffline>
          {t(`sync:state.${state.is}.explained`, { why: state.is === 'problem' ? state.why : '' })}
        </WaitingNote>
      )}
      {awaitsSecrets && (
        <WaitingNote title={t('screen.join.awaitsSecrets')}>{t('screen.join.awaitsSecretsWhy')}</WaitingNote>
      )}
    </>
  )
}
