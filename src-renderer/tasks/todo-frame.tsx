import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { Button, PageHeader, Sheet, Tabs } from '#renderer/ui/index.ts'

export type TodoTab = 'findings' | 'tasks'

/** What waits for a person: versions to decide between, and tasks. */
export function TodoFrame({ tab, children }: { tab: TodoTab; children: ReactNode }) {
  const { t } = useTranslation('tasks')
  const { may } = useSession()
  const go = useGo()
  const counts = useQuery('task.counts', {}).value
  const tabs = [
    ...(may('finding.see')
      ? [{ id: 'findings' as const, label: t('tab.findings'), count: counts?.findings ?? 0 }]
      : []),
    { id: 'tasks' as const, label: t('tab.tasks'), count: counts?.mine ?? 0 },
  ]
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={t('place')}
            actions={
              may('task.add') ? (
                <Button icon={<IconPlus size={17} stroke={1.6} aria-hidden />} onClick={() => go('/todo/tasks/new')}>
                  {t('task.new')}
                </Button>
              ) : undefined
            }
          />
          <Tabs
            label={t('place')}
            tabs={tabs}
            active={tab}
            hasKeys
            onChange={(id) => go(id === 'findings' ? '/todo' : '/todo/tasks', { replaces: true })}
          />
        </>
      }
    >
      {children}
    </Sheet>
  )
}
