import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useLocal, useSession } from '#renderer/client/index.ts'
import { NotSaved, SettingsSheet } from '#renderer/settings/index.ts'
import { Button, FieldGrid, StatusWord, TextField } from '#renderer/ui/index.ts'
import { RecoveryCodeSheet } from '../secrets/recovery-code-sheet.tsx'
import styles from './me.module.css'
import { OwnSecretForm } from './own-secret-form.tsx'

/** What proves the person who is signed in, for them alone to change. */
export function Screen() {
  const { t } = useTranslation('users')
  const { user } = useSession()
  return (
    <SettingsSheet title={t('screen.me.title')} beside={user?.name}>
      <OwnSecretForm kind="pin" />
      <OwnSecretForm kind="password" />
      {user?.role === 'administrator' && <RecoveryCode />}
    </SettingsSheet>
  )
}

/** A new code makes the old paper worthless, so it asks for the password first. */
function RecoveryCode() {
  const { t } = useTranslation('users')
  const { user } = useSession()
  const { name, today } = useHouse()
  const format = useFormat()
  const renew = useLocal('credential.renewRecoveryCode')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const make = async () => {
    const made = await renew.run({ proof: { password } })
    if (!made.ok) return
    setPassword('')
    setCode(made.value.recoveryCode)
  }
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h2 className="t-section">{t('recoverySheet.title')}</h2>
      {code === null ? (
        <>
          <p className="settled">{t('screen.me.recoveryLead')}</p>
          <NotSaved problem={renew.problem} />
          <FieldGrid columns={3}>
            <TextField
              name="recovery.password"
              type="password"
              autoComplete="current-password"
              label={t('screen.secret.current')}
              value={password}
              onChange={setPassword}
            />
          </FieldGrid>
          <div className={styles.actions}>
            <Button
              type="submit"
              isBusy={renew.isPending}
              blockedBy={password === '' ? t('screen.signIn.passwordMissing') : undefined}
            >
              {t('screen.me.recoveryMake')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <StatusWord glyph="accepted">{t('screen.me.recoveryMade')}</StatusWord>
          <RecoveryCodeSheet code={code} person={user?.name ?? ''} company={name} madeOn={format.dateOnPaper(today)} />
        </>
      )}
    </form>
  )
}
