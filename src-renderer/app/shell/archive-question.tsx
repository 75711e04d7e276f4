import { useTranslation } from 'react-i18next'
import { useFormat, useLocal, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, ErrorNotice } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './shell.module.css'

type ArchiveHold = NonNullable<OutputFor<'sync.status'>['held']>

const kinds = ['user', 'file', 'party', 'product', 'category'] as const

function wordOf(entity: string): (typeof kinds)[number] | 'other' {
  return kinds.find((kind) => kind === entity) ?? 'other'
}

/** Who archived how many of what, and the administrator's yes (SPEC Y33). */
export function ArchiveQuestion({ hold, onSent }: { hold: ArchiveHold; onSent: () => void }) {
  const { t } = useTranslation('sync')
  const { may } = useSession()
  const format = useFormat()
  const words = useRefusalWords()
  const letArchive = useLocal('sync.letArchive')
  const mayLet = may('sync.letArchive')
  const send = async () => {
    const outcome = await letArchive.run({ upTo: hold.upTo })
    if (outcome.ok) onSent()
  }
  return (
    <div className={styles.question}>
      <ul>
        {hold.archived.map(({ by, entity, count }) => (
          <li key={`${by} ${entity}`}>
            {t('archive.who', { by, what: t(`entity.${wordOf(entity)}`), number: format.count(count) })}
          </li>
        ))}
      </ul>
      <p>{t('archive.undo')}</p>
      {letArchive.problem !== null && (
        <ErrorNotice what={t('archive.failed')} why={words.problem(letArchive.problem)} />
      )}
      {mayLet ? (
        <div>
          <Button isBusy={letArchive.isPending} onClick={() => void send()}>
            {t('archive.send')}
          </Button>
        </div>
      ) : (
        <p>{t('archive.ask')}</p>
      )}
    </div>
  )
}
