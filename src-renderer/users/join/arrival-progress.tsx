import { useTranslation } from 'react-i18next'
import { useFormat, useQuery } from '#renderer/client/index.ts'
import { ProgressLine, WaitingNote } from '#renderer/ui/index.ts'

const reached = new Set(['starting', 'fetching', 'inStep'])

/** How far a station that has joined has come: the shop's records, then the PINs and passwords; and what it waits for. */
export function ArrivalProgress() {
  const { t } = useTranslation('users')
  const format = useFormat()
  const joining = useQuery('sync.joining', {}).value
  if (joining === undefined) return null
  const { state, applied, head, awaitsSecrets, fetched } = joining
  // The documents of a snapshot come before the history they are made of.
  const [here, all] = fetched === null ? [applied, head] : [fetched.done, fetched.total]
  const isReached = reached.has(state.is)
  return (
    <>
      {here < all && (
        <ProgressLine share={here / all} label={t('screen.join.records')}>
          {t('screen.join.recordsCount', { here: format.count(here), all: format.count(all) })}
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
