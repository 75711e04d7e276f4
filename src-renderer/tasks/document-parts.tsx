import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo, useQuery, useSession } from '#renderer/client/index.ts'
import { Button, QuestionNote } from '#renderer/ui/index.ts'
import type { TaskAbout, taskSubjects } from '#shared/tasks/task.ts'
import styles from './document-parts.module.css'
import { glyphOf, useFindingWords } from './findings/finding-words.ts'
import { TaskLine } from './list/task-line.tsx'

type Subject = TaskAbout & { readonly entity: (typeof taskSubjects)[number] }

/** On top of a document: that there are two versions of something, until somebody decides. */
export function FindingNotice({ entity, doc }: TaskAbout) {
  const { t } = useTranslation('tasks')
  const { may } = useSession()
  const go = useGo()
  const words = useFindingWords(entity)
  const findings = useQuery('finding.list', { doc, limit: 10 }, { isWanted: may('finding.see'), dropsLast: true })
  const rows = findings.value?.rows ?? []
  return rows.map(({ id, kind, paths }) => (
    <div key={id} className={styles.notice}>
      <QuestionNote
        glyph={glyphOf(kind)}
        title={
          paths.length === 0 ? t(`finding.short.${kind}`) : t(`finding.notice.${kind}`, { fields: words.fields(paths) })
        }
        answers={
          <Button size={28} onClick={() => go(`/todo/findings/${id}`)}>
            {t(paths.length === 0 ? 'finding.look' : 'finding.decide')}
          </Button>
        }
      />
    </div>
  ))
}

/** The tasks of a document, open ones first, and a way to add one (COL-01). */
export function DocumentTasks({ entity, doc }: Subject) {
  const { t } = useTranslation('tasks')
  const { may } = useSession()
  const go = useGo()
  const isWanted = may('task.see')
  const open = useQuery('task.list', { doc, limit: 50 }, { isWanted, dropsLast: true })
  const done = useQuery('task.list', { doc, show: 'done', limit: 20 }, { isWanted, dropsLast: true })
  const rows = [...(open.value?.rows ?? []), ...(done.value?.rows ?? [])]
  return (
    <div className={styles.tasks}>
      {rows.length === 0 && !open.isFirstLoad && <p className="hint">{t('task.noneHere')}</p>}
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={t('tab.tasks')}>
          {rows.map((task) => (
            <TaskLine key={task.id} task={task} showsDocument={false} />
          ))}
        </ul>
      )}
      {may('task.add') && (
        <Button
          icon={<IconPlus size={17} stroke={1.6} aria-hidden />}
          onClick={() => go(`/todo/tasks/new?entity=${entity}&doc=${doc}`)}
        >
          {t('task.new')}
        </Button>
      )}
    </div>
  )
}
