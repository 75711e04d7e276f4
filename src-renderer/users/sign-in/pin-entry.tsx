import { IconBackspace } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, TextField } from '#renderer/ui/index.ts'
import styles from './sign-in.module.css'
import type { SignIn } from './use-sign-in.ts'

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const
const LONGEST = 8

/** Digits typed or touched; the arrows of the keyboard still choose the person. */
export function PinEntry({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('users')
  const words = useRefusalWords()
  const field = useRef<HTMLInputElement>(null)
  const [pin, setPin] = useState('')
  const { person, problem, isBusy } = signIn
  useEffect(() => field.current?.focus(), [])

  const type = (text: string) => setPin(text.replace(/\D/g, '').slice(0, LONGEST))
  const touch = (digit: string) => {
    setPin((now) => `${now}${digit}`.slice(0, LONGEST))
    field.current?.focus()
  }
  const enter = async () => {
    if (pin === '' || isBusy) return
    const isIn = await signIn.prove({ pin })
    if (isIn) return
    setPin('')
    field.current?.focus()
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
        name="pin"
        type="password"
        autoComplete="off"
        label={t('screen.signIn.pin')}
        value={pin}
        onChange={type}
        error={problem === null ? null : words.problem(problem)}
        height={56}
      />
      <div className={styles.pad}>
        {DIGITS.map((digit) => (
          <PadKey key={digit} onPress={() => touch(digit)}>
            {digit}
          </PadKey>
        ))}
        <PadKey label={t('screen.signIn.deleteDigit')} onPress={() => setPin((now) => now.slice(0, -1))}>
          <IconBackspace size={24} stroke={1.6} aria-hidden />
        </PadKey>
        <PadKey onPress={() => touch('0')}>0</PadKey>
        <Button
          kind="solid"
          size={60}
          type="submit"
          isBusy={isBusy}
          blockedBy={pin === '' ? t('screen.signIn.pinMissing') : undefined}
        >
          {t('screen.signIn.enter')}
        </Button>
      </div>
      <Button kind="quiet" onClick={() => signIn.goBy('password')}>
        {t('screen.signIn.byPassword')}
      </Button>
    </form>
  )
}

function PadKey({ children, label, onPress }: { children: ReactNode; label?: string; onPress: () => void }) {
  return (
    <button
      type="button"
      className={styles.padKey}
      aria-label={label}
      // The field keeps the focus, so that touching and typing can be mixed.
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
