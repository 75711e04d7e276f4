import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, TextField } from '#renderer/ui/index.ts'
import styles from './sign-in.module.css'
import type { SignIn } from './use-sign-in.ts'

export function PasswordEntry({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('users')
  const words = useRefusalWords()
  const field = useRef<HTMLInputElement>(null)
  const [password, setPassword] = useState('')
  const { person, problem, isBusy } = signIn
  useEffect(() => field.current?.focus(), [])
  const enter = async () => {
    if (password === '' || isBusy) return
    const isIn = await signIn.prove({ password })
    if (!isIn) field.current?.select()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    signIn.step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <form
      className={styles.entry}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <h2 className="t-title">{person?.name}</h2>
      <TextField
        ref={field}
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('screen.secret.password')}
        value={password}
        onChange={setPassword}
        error={problem === null ? null : words.problem(problem)}
        height={56}
      />
      <Button
        kind="solid"
        size={56}
        type="submit"
        keys="Enter"
        isBusy={isBusy}
        blockedBy={password === '' ? t('screen.signIn.passwordMissing') : undefined}
      >
        {t('screen.signIn.enter')}
      </Button>
      {person?.hasPin === true && (
        <Button kind="quiet" onClick={() => signIn.goBy('pin')}>
          {t('screen.signIn.byPin')}
        </Button>
      )}
      <Button kind="quiet" onClick={() => signIn.goBy('recovery')}>
        {t('screen.signIn.forgot')}
      </Button>
    </form>
  )
}
