import { useTranslation } from 'react-i18next'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { QuestionNote } from '#renderer/ui/index.ts'
import { useSecretWords } from './secret-words.ts'
import styles from './stations.module.css'

/** What a station could read that was shut out, and that nobody has changed since. */
export function SecretsToChange() {
  const { t } = useTranslation('sync')
  const { may } = useSession()
  const words = useSecretWords()
  const toChange = useQuery('secret.list', {}, { isWanted: may('secret.see') }).value?.toChange ?? []
  if (toChange.length === 0) return null
  return (
    <QuestionNote glyph="needs-you" title={t('screen.secret.toChange', { count: toChange.length })}>
      <p>{t('screen.secret.toChangeWhy')}</p>
      <ul className={styles.secrets}>
        {toChange.map(({ kind, name, stations }) => (
          <li key={`${kind} ${name}`}>
            {words({ kind, name })}{' '}
            <span className="hint">{t('screen.secret.readBy', { stations: stations.join(', ') })}</span>
          </li>
        ))}
      </ul>
    </QuestionNote>
  )
}
