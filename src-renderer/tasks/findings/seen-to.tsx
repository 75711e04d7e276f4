import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useOwnSolid, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, TextField, useKeys } from '#renderer/ui/index.ts'
import type { Finding } from './finding.ts'
import styles from './findings.module.css'

/** Of facts there is nothing to choose: somebody sees to them and says so, with a word on how. */
export function SeenTo({ finding }: { finding: Finding }) {
  const { t } = useTranslation('tasks')
  const words = useRefusalWords()
  const resolve = useCommand('finding.resolve')
  const [note, setNote] = useState('')
  const mayAnswer = finding.answers.includes('done')
  useOwnSolid(mayAnswer)
  // Of what is wrong in the world one says that it is settled, of what is to be looked at that one has.
  const said = t(finding.kind.startsWith('payment.') ? 'finding.seenTo' : 'finding.seen')
  const save = () => void resolve.run({ id: finding.id, answer: 'done', note: note.trim() })
  useKeys([{ keys: 'Ctrl+Enter', label: said, run: save, isActive: mayAnswer }])
  if (!mayAnswer) return <p className={styles.foot}>{t('finding.mayNot')}</p>
  return (
    <div className={styles.foot} data-fields>
      {resolve.problem !== null && <ErrorNotice what={t('finding.notSaved')} why={words.problem(resolve.problem)} />}
      <div className={styles.footField}>
        <TextField label={t('finding.how')} value={note} onChange={setNote} maxLength={500} />
      </div>
      <Button kind="solid" keys="Ctrl+Enter" isBusy={resolve.isPending} onClick={save}>
        {said}
      </Button>
    </div>
  )
}
