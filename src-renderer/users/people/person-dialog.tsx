import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHouse, useSession } from '#renderer/client/index.ts'
import { LanguageChoice, NotSaved } from '#renderer/settings/index.ts'
import { Button, ChoiceList, Dialog, FieldGrid, TextField, useKeys } from '#renderer/ui/index.ts'
import { languages } from '#shared/kernel/language.ts'
import { roles } from '#shared/users/role-profiles.ts'
import { NewSecretFields } from '../secrets/new-secret-fields.tsx'
import { GrantChoices } from './grant-choices.tsx'
import styles from './people.module.css'
import type { Person } from './person.ts'
import { personValues, withGrant, withRole } from './person-values.ts'
import { useSavePerson } from './use-save-person.ts'

interface PersonDialogProps {
  /** Null: somebody new. */
  person: Person | null
  onClose: () => void
  onTakeAccess: (person: Person) => void
  onGiveAccess: (person: Person) => void
}

export function PersonDialog({ person, onClose, onTakeAccess, onGiveAccess }: PersonDialogProps) {
  const { t } = useTranslation('users')
  const { may, user } = useSession()
  const house = useHouse()
  const houseLanguage = languages.find((each) => each === house.language) ?? 'en'
  const [values, setValues] = useState(() => personValues(person, houseLanguage))
  const saving = useSavePerson(person, values)
  const { check, secretsCheck } = saving
  const isSelf = person !== null && person.id === user?.id
  const save = async () => {
    if (await saving.save()) onClose()
  }
  return (
    <Dialog
      title={person === null ? t('screen.people.add') : person.name}
      isOpen
      onClose={onClose}
      width={680}
      closesOnVeil={false}
      actions={
        <>
          {person !== null && !person.isArchived && !isSelf && may('user.archive') && (
            <Button kind="danger" onClick={() => onTakeAccess(person)}>
              {t('screen.people.archive')}
            </Button>
          )}
          {person?.isArchived === true && may('user.archive') && (
            <Button onClick={() => onGiveAccess(person)}>{t('screen.people.restore')}</Button>
          )}
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('settings:screen.cancel')}
          </Button>
          <Button kind="solid" keys="Ctrl+Enter" isBusy={saving.isBusy} onClick={() => void save()}>
            {t('settings:screen.save')}
          </Button>
        </>
      }
    >
      <SaveKey onSave={() => void save()} />
      <div className={styles.form}>
        <NotSaved problem={saving.problem} check={check} />
        <FieldGrid columns={2}>
          <TextField
            name="name"
            label={t('screen.person.name')}
            value={values.name}
            onChange={(name) => setValues({ ...values, name })}
            onLeave={check.leave('name')}
            error={check.errorOf('name')}
            isRequired
            autoFocus
          />
          <TextField
            name="email"
            type="email"
            label={t('screen.person.email')}
            value={values.email}
            onChange={(email) => setValues({ ...values, email })}
            onLeave={check.leave('email')}
            error={check.errorOf('email')}
          />
        </FieldGrid>
        <LanguageChoice
          label={t('screen.person.language')}
          value={values.language}
          onChange={(language) => setValues({ ...values, language })}
        />
        <ChoiceList
          label={t('screen.person.role')}
          choices={roles.map((role) => ({ value: role, label: t(`role.${role}`), consequence: t(`roleHint.${role}`) }))}
          value={values.role}
          onChange={(role) => setValues(withRole(values, role))}
        />
        {values.role !== 'administrator' && (
          <GrantChoices values={values} onChange={(grant, isHeld) => setValues(withGrant(values, grant, isHeld))} />
        )}
        {may('user.setPin') && !isSelf && (
          <NewSecretFields
            isOptional
            secrets={values}
            onChange={(secrets) => setValues({ ...values, ...secrets })}
            check={secretsCheck}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Inside the dialog, so that its key lies above the page's. */
function SaveKey({ onSave }: { onSave: () => void }) {
  const { t } = useTranslation('settings')
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.save'), run: onSave, scope: 'dialog' }])
  return null
}
