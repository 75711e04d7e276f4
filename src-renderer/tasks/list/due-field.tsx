import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHouse } from '#renderer/client/index.ts'
import { DateField } from '#renderer/ui/index.ts'

/** The day a task is due; kept when the field is left, so that half a date is none. */
export function DueField({ dueOn, onKeep }: { dueOn: string | null; onKeep: (dueOn: string | null) => void }) {
  const { t } = useTranslation('tasks')
  const { today } = useHouse()
  const [typed, setTyped] = useState(dueOn)
  return (
    <DateField
      label={t('task.due')}
      value={typed}
      onChange={setTyped}
      onLeave={() => {
        if (typed !== dueOn) onKeep(typed)
      }}
      today={today}
    />
  )
}
