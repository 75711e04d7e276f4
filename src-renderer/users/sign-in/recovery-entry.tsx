import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormCheck, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, TextField } from '#renderer/ui/index.ts'
import styles from './sign-in.module.css'
import type { SignIn } from './use-sign-in.ts'

/** For an administrator who forgot: the paper opens the account once, together with a new password. */
export function RecoveryEntry({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('users')
  const words = useRefusalWords()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const { person, problem, isBusy } = signIn
  const input = useMemo(() => ({ userId: person?.id, code, password }), [person?.id, code, password])
  const check = useFormCheck('session.signInWithRecoveryCode', input, problem)
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault()
        if (check.checkAll() && !isBusy) void signIn.recover(code, password)
      }}
    >
      <h2 className="t-title">{person?.name}</h2>
      <p className="hint">{t('screen.signIn.recoveryLead')}</p>
      <TextField
        name="code"
        isCode
        label={t('recoverySheet.title')}
        value={code}
        onChange={setCode}
        onLeave={check.leave('code')}
        error={check.errorOf('code')}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
        autoFocus
      />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label={t('screen.secret.newPassword')}
        hint={t('screen.secret.passwordHint')}
        value={password}
        onChange={setPassword}
        onLeave={check.leave('password')}
        error={check.errorOf('password')}
      />
      {problem !== null && check.wrong.length === 0 && <ErrorNotice what={words.problem(problem)} />}
      <Button kind="solid" size={56} type="submit" isBusy={isBusy}>
        {t('screen.signIn.recover')}
      </Button>
      <Button kind="quiet" onClick={() => signIn.goBy('password')}>
        {t('ui:back')}
      </Button>
    </form>
  )
}
