import { IconArchive } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  useCommand,
  useDateWords,
  useDocumentKind,
  useGo,
  useGoBack,
  useQuery,
  useRefusalWords,
  useRouteParam,
  useSession,
} from '#renderer/client/index.ts'
import { Button, Content, EmptyState, ErrorNotice, PageHeader, Segmented, Sheet, useKeys } from '#renderer/ui/index.ts'
import { DocumentHistory } from '#renderer/users/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { taskStatuses } from '#shared/tasks/task.ts'
import { AssigneeField } from './assignee-field.tsx'
import { Comments } from './comments.tsx'
import { DueField } from './due-field.tsx'
import styles from './tasks.module.css'
import { useTaskValues } from './use-task-values.ts'

export function Screen() {
  const { t } = useTranslation('tasks')
  const id = useRouteParam('taskId')
  const back = useGoBack()
  const words = useRefusalWords()
  const task = useQuery('task.get', { id }, { dropsLast: true })
  if (task.value !== undefined) return <TaskPage key={id} task={task.value} />
  return (
    <Sheet head={<PageHeader title={t('task.one')} onBack={() => back('/todo/tasks')} />}>
      <Content>
        {task.problem !== null && <EmptyState title={t('task.unknown')}>{words.problem(task.problem)}</EmptyState>}
      </Content>
    </Sheet>
  )
}

/** One task: how far it is, whose, until when, what was said and done about it. */
function TaskPage({ task }: { task: OutputFor<'task.get'> }) {
  const { t } = useTranslation('tasks')
  const go = useGo()
  const back = useGoBack()
  const words = useRefusalWords()
  const { may } = useSession()
  const { moment, day } = useDateWords()
  const kind = useDocumentKind(task.about?.entity ?? '')
  const write = useTaskValues()
  const change = useCommand('task.change')
  const move = useCommand('task.move')
  const { id, about } = task
  const place = about === null ? null : (kind?.to(about.doc) ?? null)
  const leave = () => back('/todo/tasks')
  useKeys([{ keys: 'Esc', label: t('ui:back'), run: leave }])
  const problem = change.problem ?? move.problem
  const mayChange = may('task.change')
  return (
    <Sheet
      head={
        <PageHeader
          title={task.title}
          onBack={leave}
          beside={
            about !== null && place !== null ? (
              <Button kind="quiet" size={28} onClick={() => go(place)}>
                {`${kind === undefined ? '' : t(kind.word)} ${about.title}`}
              </Button>
            ) : undefined
          }
          actions={
            mayChange ? (
              <Button
                kind="quiet"
                icon={<IconArchive size={17} stroke={1.6} aria-hidden />}
                isBusy={change.isPending}
                onClick={() => void change.run({ id, archived: !task.archived })}
              >
                {t(task.archived ? 'task.bringBack' : 'task.archive')}
              </Button>
            ) : undefined
          }
        />
      }
    >
      <Content>
        <div className={styles.page}>
          {problem !== null && <ErrorNotice what={t('finding.notSaved')} why={words.problem(problem)} />}
          <p className="hint">{t('task.madeBy', { name: task.creatorName, moment: moment(task.createdAt) })}</p>
          {task.text !== '' && <p className={styles.words}>{task.text}</p>}
          {may('task.move') && (
            <Segmented
              label={t('task.howFar')}
              value={task.status}
              onChange={(status) => void move.run({ id, status })}
              segments={taskStatuses.map((value) => ({ value, label: t(`task.status.${value}`) }))}
            />
          )}
          {mayChange ? (
            <>
              <AssigneeField assignee={task.assignee} onChange={(assignee) => void change.run({ id, assignee })} />
              <div className={styles.due}>
                <DueField dueOn={task.dueOn} onKeep={(dueOn) => void change.run({ id, dueOn })} />
              </div>
            </>
          ) : (
            <p>{`${task.assigneeName || t('task.nobody')}${task.dueOn === null ? '' : ` · ${day(task.dueOn)}`}`}</p>
          )}
          <Comments taskId={id} comments={task.comments} />
          {may('history.see') && <DocumentHistory entity="task" doc={id} feature="tasks" write={write} />}
        </div>
      </Content>
    </Sheet>
  )
}
