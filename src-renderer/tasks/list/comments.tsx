import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newUuid, useCommand, useDateWords, useRefusalWords, useSession } from '#renderer/client/index.ts'
import { Button, ErrorNotice, TextAreaField } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './tasks.module.css'

interface CommentsProps {
  taskId: string
  comments: OutputFor<'task.get'>['comments']
}

/** What was said about a task or a finding, the oldest first, and a field for the next word. */
export function Comments({ taskId, comments }: CommentsProps) {
  const { t } = useTranslation('tasks')
  const { moment } = useDateWords()
  const { may } = useSession()
  const words = useRefusalWords()
  const say = useCommand('task.comment')
  const [text, setText] = useState('')
  const [id, setId] = useState(newUuid)
  const save = async () => {
    if (text.trim() === '') return
    const said = await say.run({ id, taskId, text })
    if (!said.ok) return
    setText('')
    setId(newUuid())
  }
  return (
    <div className={styles.comments}>
      {comments.length > 0 && (
        <ol className={styles.said} aria-label={t('comment.title')}>
          {comments.map((each) => (
            <li key={each.id}>
              <p className="hint">
                {each.writtenByName} · <time dateTime={each.writtenAt}>{moment(each.writtenAt)}</time>
              </p>
              <p className={styles.words}>{each.text}</p>
            </li>
          ))}
        </ol>
      )}
      {may('task.comment') && (
        <form
          className={styles.say}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <TextAreaField label={t('comment.new')} value={text} onChange={setText} maxLength={4000} rows={2} />
          <Button type="submit" isBusy={say.isPending} blockedBy={text.trim() === '' ? t('comment.empty') : undefined}>
            {t('comment.add')}
          </Button>
        </form>
      )}
      {say.problem !== null && <ErrorNotice what={t('finding.notSaved')} why={words.problem(say.problem)} />}
    </div>
  )
}
