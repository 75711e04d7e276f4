import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type FeatureScreens, type PlaceCount, useQuery } from '#renderer/client/index.ts'
import { newTaskAction } from './palette.ts'

export const tasksScreens: FeatureScreens = {
  places: [
    {
      id: 'todo',
      group: 'machine',
      rank: 30,
      word: 'tasks:place',
      icon: IconChecklist,
      to: '/todo',
      letter: 'T',
      grant: 'task.see',
      useCount: useWaiting,
    },
  ],
  routes: [
    { path: '/todo', load: () => import('./todo-page.tsx'), grant: 'task.see' },
    { path: '/todo/findings/$findingId', load: () => import('./findings/findings-page.tsx'), grant: 'finding.see' },
    { path: '/todo/tasks', load: () => import('./list/tasks-page.tsx'), grant: 'task.see' },
    { path: '/todo/tasks/new', load: () => import('./list/new-task-page.tsx'), grant: 'task.add' },
    { path: '/todo/tasks/$taskId', load: () => import('./list/task-page.tsx'), grant: 'task.see' },
  ],
  paletteActions: [newTaskAction],
}

/** Versions to decide between and own tasks; only what nobody else can settle needs the glyph. */
function useWaiting(): PlaceCount | null {
  const { t } = useTranslation('tasks')
  const counts = useQuery('task.counts', {}).value
  if (counts === undefined || counts.findings + counts.mine === 0) return null
  const count = counts.findings + counts.mine
  return { count, words: t('waiting', { count }), needsYou: counts.findings > 0, glyph: 'versions' }
}
