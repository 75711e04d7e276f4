import { useTranslation } from 'react-i18next'
import type { Station } from './use-stations.ts'

type SecretLabel = Station['reads'][number]

/** Secrets as people call them: "PIN of Noor", "mail.password". */
export function useSecretWords(): (secret: Pick<SecretLabel, 'kind' | 'name'>) => string {
  const { t } = useTranslation('sync')
  return ({ kind, name }) => t(`screen.secret.${kind}`, { name })
}
