import { IconChecklist } from '@tabler/icons-react'
import type { PaletteAction } from '#renderer/client/index.ts'
import { taskSubjects } from '#shared/tasks/task.ts'

/** "Task for 26-A04831", or simply a task. */
export const newTaskAction: PaletteAction = {
  id: 'newTask',
  rank: 60,
  icon: IconChecklist,
  grant: 'task.add',
  offer: (subjects, { t }) => {
    const [subject] = subjects
    if (subject === undefined) return { title: t('tasks:task.new') }
    return taskSubjects.some((each) => each === subject.entity)
      ? { title: t('tasks:task.newFor', { name: subject.name }) }
      : null
  },
  run: ([subject], { go }) =>
    go(subject === undefined ? '/todo/tasks/new' : `/todo/tasks/new?entity=${subject.entity}&doc=${subject.id}`),
}
