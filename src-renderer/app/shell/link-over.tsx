import { useTranslation } from 'react-i18next'
import { useWireState } from '#renderer/client/client-provider.tsx'
import { ErrorNotice } from '#renderer/ui/index.ts'

/** The station no longer knows this browser: nothing can be saved from here, and what is on screen may be old. */
export function LinkOver() {
  const { t } = useTranslation('app')
  if (useWireState().is !== 'signedOut') return null
  return <ErrorNotice what={t('reaching.newLink.title')} why={t('reaching.newLink.how')} />
}
