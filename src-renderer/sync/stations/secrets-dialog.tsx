import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useLocal, useQuery, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, TextField } from '#renderer/ui/index.ts'
import styles from './stations.module.css'

/** Which secrets the company keeps, by name alone; each can be given anew, which is what changes it everywhere. */
export function SecretsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('sync')
  const { may } = useSession()
  const { since } = useDateWords()
  const answer = useQuery('secret.list', {}).value
  const [changing, setChanging] = useState<string | null>(null)
  const waiting = new Set(answer?.toChange.filter(({ kind }) => kind === 'company').map(({ name }) => name))
  return (
    <Dialog title={t('screen.secret.title')} isOpen onClose={onClose} width={560} closesOnVeil={changing === null}>
      <div className={styles.form}>
        <p>{t('screen.secret.explained')}</p>
        <ul className={styles.kept}>
          {(answer?.secrets ?? []).map(({ key, keptAt }) => (
            <li key={key}>
              <span className="mono">{key}</span>
              <span className="hint">
                {waiting.has(key) ? t('screen.secret.mustChange') : t('screen.secret.since', { moment: since(keptAt) })}
              </span>
              {may('secret.keep') && changing !== key && (
                <Button size={28} aria-label={t('screen.secret.changeOf', { key })} onClick={() => setChanging(key)}>
                  {t('screen.secret.change')}
                </Button>
              )}
              {changing === key && <SecretForm secretKey={key} onDone={() => setChanging(null)} />}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function SecretForm({ secretKey, onDone }: { secretKey: string; onDone: () => void }) {
  const { t } = useTranslation('sync')
  const words = useRefusalWords()
  const keep = useLocal('secret.keep')
  const [value, setValue] = useState('')
  const save = async () => {
    if (value === '') return
    const outcome = await keep.run({ key: secretKey, value })
    if (outcome.ok) onDone()
  }
  return (
    <form
      className={styles.secretForm}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {keep.problem !== null && <ErrorNotice what={t('screen.secret.notKept')} why={words.problem(keep.problem)} />}
      <TextField
        label={t('screen.secret.value')}
        type="password"
        autoComplete="off"
        value={value}
        onChange={setValue}
        autoFocus
      />
      <Button
        type="submit"
        kind="solid"
        isBusy={keep.isPending}
        blockedBy={value === '' ? t('screen.secret.empty') : undefined}
      >
        {t('screen.secret.keep')}
      </Button>
      <Button kind="quiet" onClick={onDone}>
        {t('ui:close')}
      </Button>
    </form>
  )
}
