import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { CheckboxField, FieldGrid, TextField } from '#renderer/ui/index.ts'

interface Secrets {
  readonly password: string
  readonly pin: string
}

interface NewSecretFieldsProps {
  secrets: Secrets
  onChange: (secrets: Secrets) => void
  check: FormCheck
  /** Both may stay empty: what there is stays. */
  isOptional?: boolean
  autoFocus?: boolean
}

/** A password that always works, and a PIN that is quick. Typed once: it can be looked at instead of typed twice. */
export function NewSecretFields({
  secrets,
  onChange,
  check,
  isOptional = false,
  autoFocus = false,
}: NewSecretFieldsProps) {
  const { t } = useTranslation('users')
  const [isShown, setShown] = useState(false)
  const { password, pin } = secrets
  const type = isShown ? 'text' : 'password'
  return (
    <>
      <FieldGrid columns={2}>
        <TextField
          name="password"
          type={type}
          autoComplete="new-password"
          label={isOptional ? t('screen.secret.newPassword') : t('screen.secret.password')}
          hint={t('screen.secret.passwordHint')}
          value={password}
          onChange={(text) => onChange({ password: text, pin })}
          onLeave={check.leave('password')}
          error={check.errorOf('password')}
          isRequired={!isOptional}
          autoFocus={autoFocus}
        />
        <TextField
          name="pin"
          type={type}
          autoComplete="off"
          label={isOptional ? t('screen.secret.newPin') : t('screen.secret.pin')}
          hint={t('screen.secret.pinHint')}
          maxLength={8}
          value={pin}
          onChange={(text) => onChange({ password, pin: text })}
          onLeave={check.leave('pin')}
          error={check.errorOf('pin')}
        />
      </FieldGrid>
      <CheckboxField label={t('screen.secret.show')} isChecked={isShown} onChange={setShown} />
    </>
  )
}
