import { useTranslation } from 'react-i18next'
import { useDateWords, useDocumentKind, useGo, useHouse } from '#renderer/client/index.ts'
import { Glyph, type GlyphName } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import type { TaskStatus } from '#shared/tasks/task.ts'
import styles from './tasks.module.css'

type Row = OutputFor<'task.list'>['rows'][number]

export const taskGlyph: Readonly<Record<TaskStatus, GlyphName>> = {
  open: 'ring',
  in_progress: 'half',
  done: 'ink-check',
}

/** One task in a list: its state and day, what, for whom, about which document. */
export function TaskLine({ task, showsDocument = true }: { task: Row; showsDocument?: boolean }) {
  const { t } = useTranslation('tasks')
  const { day } = useDateWords()
  const { today } = useHouse()
  const go = useGo()
  const kind = useDocumentKind(task.about?.entity ?? '')
  const isLate = task.status !== 'done' && task.dueOn !== null && task.dueOn < today
  const about = showsDocument && task.about !== null ? task.about : null
  return (
    <li>
      <button type="button" className={styles.line} onClick={() => go(`/todo/tasks/${task.id}`)}>
        <Glyph name={isLate ? 'needs-you' : taskGlyph[task.status]} label={t(`task.status.${task.status}`)} />
        <span className={styles.lineTitle}>{task.title}</span>
        <span className={styles.lineAbout}>
          {about !== null && `${kind === undefined ? '' : `${t(kind.word)} `}${about.title}`}
        </span>
        <span className={styles.lineWho}>{task.assigneeName || t('task.nobody')}</span>
        <span className={styles.lineDue}>
          {task.dueOn === null ? '' : isLate ? t('task.late', { day: day(task.dueOn) }) : day(task.dueOn)}
        </span>
      </button>
    </li>
  )
}
