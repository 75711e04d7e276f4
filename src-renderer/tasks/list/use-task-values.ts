import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useQuery } from '#renderer/client/index.ts'
import type { WriteValue } from '#renderer/users/index.ts'

/** Values of a task that stand for words in its history: people by name, states, days. */
export function useTaskValues(): WriteValue {
  const { t } = useTranslation('tasks')
  const { day } = useDateWords()
  const people = useQuery('task.people', {}).value?.people
  return useCallback<WriteValue>(
    (path, value) => {
      if (path === 'status' && typeof value === 'string') return t(`task.status.${value}`)
      if (path === 'dueOn' && typeof value === 'string') return day(value)
      if (path === 'assignee') return people?.find(({ id }) => id === value)?.name ?? null
      if (path === 'archived') return t(value === true ? 'task.archived' : 'task.inLists')
      return null
    },
    [t, day, people],
  )
}
