import { useTranslation } from 'react-i18next'
import { useQuery, useSession } from '#renderer/client/index.ts'
import { Button, SelectField } from '#renderer/ui/index.ts'
import styles from './tasks.module.css'

const nobody = 'nobody'

interface AssigneeFieldProps {
  assignee: string | null
  onChange: (assignee: string | null) => void
}

/** Who has it: one of those who work here, or nobody yet. */
export function AssigneeField({ assignee, onChange }: AssigneeFieldProps) {
  const { t } = useTranslation('tasks')
  const { user } = useSession()
  const people = useQuery('task.people', {}).value?.people ?? []
  const options = [
    { value: nobody, label: t('task.nobody') },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className={styles.assignee}>
      <SelectField
        label={t('task.assignee')}
        options={options}
        value={assignee ?? nobody}
        isSearchable={people.length > 12}
        onChange={(id) => onChange(id === nobody ? null : id)}
      />
      {user !== null && assignee !== user.id && <Button onClick={() => onChange(user.id)}>{t('task.take')}</Button>}
    </div>
  )
}
