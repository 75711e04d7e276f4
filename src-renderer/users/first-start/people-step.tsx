import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { FieldGrid, TextField } from '#renderer/ui/index.ts'
import { NewSecretFields } from '../secrets/new-secret-fields.tsx'
import styles from './first-start.module.css'
import type { FirstSecrets, FirstStartValues } from './first-start-values.ts'

interface PeopleStepProps {
  values: FirstStartValues
  change: (change: Partial<FirstStartValues>) => void
  secrets: FirstSecrets
  changeSecrets: (secrets: FirstSecrets) => void
  check: FormCheck
  secretsCheck: FormCheck
  /** The shop and its administrator exist already; only the secret is missing. */
  isSecretOnly: boolean
}

export function PeopleStep(props: PeopleStepProps) {
  const { values, change, secrets, changeSecrets, check, secretsCheck, isSecretOnly } = props
  const { t } = useTranslation('users')
  return (
    <div className={styles.fields}>
      {!isSecretOnly && (
        <FieldGrid columns={2}>
          <TextField
            name="administrator.name"
            label={t('screen.person.name')}
            hint={t('screen.firstStart.nameHint')}
            value={values.person}
            onChange={(person) => change({ person })}
            onLeave={check.leave('administrator.name')}
            error={check.errorOf('administrator.name')}
            isRequired
            autoFocus
          />
          <TextField
            name="administrator.email"
            label={t('screen.person.email')}
            type="email"
            value={values.personEmail}
            onChange={(personEmail) => change({ personEmail })}
            onLeave={check.leave('administrator.email')}
            error={check.errorOf('administrator.email')}
          />
        </FieldGrid>
      )}
      <NewSecretFields secrets={secrets} onChange={changeSecrets} check={secretsCheck} autoFocus={isSecretOnly} />
    </div>
  )
}
