import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeptState, useQuery } from '#renderer/client/index.ts'
import { Button, Content, EmptyState, Segmented } from '#renderer/ui/index.ts'
import { TodoFrame } from '../todo-frame.tsx'
import { TaskLine } from './task-line.tsx'
import styles from './tasks.module.css'

const shows = ['mine', 'open', 'done'] as const
type Show = (typeof shows)[number]
const isShow = (value: unknown): value is Show => shows.some((each) => each === value)
const page = 50
const most = 200

/** All tasks, by the day they are due (COL-02). */
export function Screen() {
  const { t } = useTranslation('tasks')
  const [show, setShow] = useKeptState<Show>('tasks.list', 'mine', isShow)
  const [limit, setLimit] = useState(page)
  const list = useQuery('task.list', { show, limit })
  const rows = list.value?.rows ?? []
  return (
    <TodoFrame tab="tasks">
      <Content>
        <div className={styles.filter}>
          <Segmented
            label={t('task.show')}
            labelIsHidden
            size={28}
            value={show}
            onChange={setShow}
            segments={shows.map((value) => ({ value, label: t(`task.shows.${value}`) }))}
          />
        </div>
        {rows.length === 0 && !list.isFirstLoad ? (
          <EmptyState title={t(`task.none.${show}`)}>{t('task.noneWhy')}</EmptyState>
        ) : (
          <ul className={styles.lines} aria-label={t('tab.tasks')}>
            {rows.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        )}
        {(list.value?.next ?? null) !== null && limit < most && (
          <Button size={28} onClick={() => setLimit(most)}>
            {t('task.more')}
          </Button>
        )}
      </Content>
    </TodoFrame>
  )
}
