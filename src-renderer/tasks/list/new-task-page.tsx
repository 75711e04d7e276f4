import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  newUuid,
  useCommand,
  useGo,
  useGoBack,
  useHouse,
  useOwnSolid,
  useRefusalWords,
  useRouteWish,
} from '#renderer/client/index.ts'
import {
  Button,
  Content,
  DateField,
  ErrorNotice,
  PageHeader,
  Sheet,
  TextAreaField,
  TextField,
  useKeys,
} from '#renderer/ui/index.ts'
import { taskSubjects } from '#shared/tasks/task.ts'
import { AssigneeField } from './assignee-field.tsx'
import styles from './tasks.module.css'

/** A new task, about the document that the page was opened with, or about nothing in particular (COL-01, COL-03). */
export function Screen() {
  const { t } = useTranslation('tasks')
  const go = useGo()
  const back = useGoBack()
  const words = useRefusalWords()
  const { today } = useHouse()
  const add = useCommand('task.add')
  const about = useAbout()
  const [id] = useState(newUuid)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [assignee, setAssignee] = useState<string | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const isMissing = title.trim() === ''
  useOwnSolid()
  const leave = () => back('/todo/tasks')
  const save = async () => {
    if (isMissing) return
    const added = await add.run({ id, title, text, assignee, dueOn, about })
    if (added.ok) go(`/todo/tasks/${added.value.id}`, { replaces: true })
  }
  useKeys([
    { keys: 'Esc', label: t('ui:back'), run: leave },
    { keys: 'Ctrl+Enter', label: t('task.add'), run: () => void save() },
  ])
  return (
    <Sheet
      head={
        <PageHeader
          title={t('task.new')}
          onBack={leave}
          actions={
            <Button
              kind="solid"
              keys="Ctrl+Enter"
              isBusy={add.isPending}
              blockedBy={isMissing ? t('task.missing') : undefined}
              onClick={() => void save()}
            >
              {t('task.add')}
            </Button>
          }
        />
      }
    >
      <Content>
        <div className={styles.page}>
          {add.problem !== null && <ErrorNotice what={t('finding.notSaved')} why={words.problem(add.problem)} />}
          <TextField label={t('task.title')} autoFocus value={title} onChange={setTitle} maxLength={200} />
          <TextAreaField label={t('task.text')} value={text} onChange={setText} maxLength={4000} />
          <AssigneeField assignee={assignee} onChange={setAssignee} />
          <div className={styles.due}>
            <DateField label={t('task.due')} value={dueOn} onChange={setDueOn} today={today} />
          </div>
        </div>
      </Content>
    </Sheet>
  )
}

function useAbout() {
  const [entity, doc] = [useRouteWish('entity'), useRouteWish('doc')]
  const subject = taskSubjects.find((each) => each === entity)
  return subject === undefined || doc === null ? null : { entity: subject, doc }
}
