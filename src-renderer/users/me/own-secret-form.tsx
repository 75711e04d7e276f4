import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormCheck, useLocal } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { Button, FieldGrid, StatusWord, TextField } from '#renderer/ui/index.ts'
import styles from './me.module.css'

/** Changing one's own PIN or password: what there is now, and what it shall be. */
export function OwnSecretForm({ kind }: { kind: 'pin' | 'password' }) {
  const { t } = useTranslation('users')
  const changePin = useLocal('credential.changePin')
  const changePassword = useLocal('credential.changePassword')
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [isDone, setDone] = useState(false)
  const problem = kind === 'pin' ? changePin.problem : changePassword.problem
  const input = useMemo(() => ({ proof: { password: old }, [kind]: fresh }), [kind, old, fresh])
  const check = useFormCheck(kind === 'pin' ? 'credential.changePin' : 'credential.changePassword', input, problem)
  const save = async () => {
    if (!check.checkAll()) return
    const proof = { password: old }
    const outcome =
      kind === 'pin' ? await changePin.run({ proof, pin: fresh }) : await changePassword.run({ proof, password: fresh })
    if (!outcome.ok) return
    check.reset()
    setOld('')
    setFresh('')
    setDone(true)
  }
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 className="t-section">{t(`screen.me.${kind}`)}</h2>
      <NotSaved problem={problem} />
      <FieldGrid columns={3}>
        <TextField
          name={`${kind}.proof`}
          type="password"
          autoComplete="current-password"
          label={t('screen.secret.current')}
          value={old}
          onChange={setOld}
          error={check.errorOf('proof')}
        />
        <TextField
          name={kind}
          type="password"
          autoComplete="new-password"
          label={t(kind === 'pin' ? 'screen.secret.newPin' : 'screen.secret.newPassword')}
          hint={t(kind === 'pin' ? 'screen.secret.pinHint' : 'screen.secret.passwordHint')}
          value={fresh}
          onChange={(text) => {
            setDone(false)
            setFresh(text)
          }}
          onLeave={fresh === '' ? () => {} : check.leave(kind)}
          error={check.errorOf(kind)}
        />
      </FieldGrid>
      <div className={styles.actions}>
        <Button
          type="submit"
          isBusy={changePin.isPending || changePassword.isPending}
          blockedBy={old === '' || fresh === '' ? t('screen.me.missing') : undefined}
        >
          {t(`screen.me.${kind}Change`)}
        </Button>
        {isDone && <StatusWord glyph="accepted">{t('settings:screen.saved')}</StatusWord>}
      </div>
    </form>
  )
}
