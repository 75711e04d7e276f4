import { useTranslation } from 'react-i18next'
import { useCommand, useOwnSolid, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, useKeys } from '#renderer/ui/index.ts'
import { allOf, answerOf, type Choices, type Side, undecided } from './choices.ts'
import type { Finding } from './finding.ts'
import styles from './findings.module.css'

interface DecideFootProps {
  finding: Finding
  choices: Choices
  onChoose: (choices: Choices) => void
}

/** Two keys choose a whole side, a third saves once everything has been decided. */
export function DecideFoot({ finding, choices, onChoose }: DecideFootProps) {
  const { t } = useTranslation('tasks')
  const words = useRefusalWords()
  const resolve = useCommand('finding.resolve')
  const paths = finding.fields.filter(({ isChoice }) => isChoice).map(({ path }) => path)
  const open = undecided(paths, choices).length
  const mayAnswer = finding.answers.length > 0
  useOwnSolid(mayAnswer)
  const take = (side: Side) => () => onChoose(allOf(paths, side))
  const save = async () => {
    if (open > 0) return
    const { answer, keep } = answerOf(paths, choices)
    await resolve.run({ id: finding.id, answer, keep: [...keep] })
  }
  useKeys([
    { keys: 'Alt+1', label: t('finding.all.lost'), run: take('lost'), isActive: mayAnswer },
    { keys: 'Alt+2', label: t('finding.all.stands'), run: take('stands'), isActive: mayAnswer },
    { keys: 'Ctrl+Enter', label: t('finding.save'), run: () => void save(), isActive: mayAnswer },
  ])
  if (!mayAnswer) return <p className={styles.foot}>{t('finding.mayNot')}</p>
  return (
    <div className={styles.foot}>
      {resolve.problem !== null && (
        <div className={styles.problem}>
          <ErrorNotice what={t('finding.notSaved')} why={words.problem(resolve.problem)}>
            <Button size={28} onClick={resolve.forgive}>
              {t('finding.understood')}
            </Button>
          </ErrorNotice>
        </div>
      )}
      <Button keys="Alt+1" onClick={take('lost')}>
        {t('finding.all.lost')}
      </Button>
      <Button keys="Alt+2" onClick={take('stands')}>
        {t('finding.all.stands')}
      </Button>
      <span className={styles.gap} />
      {open > 0 && <span className="hint">{t('finding.toDecide', { count: open })}</span>}
      <Button
        kind="solid"
        keys="Ctrl+Enter"
        isBusy={resolve.isPending}
        blockedBy={open > 0 ? t('finding.toDecide', { count: open }) : undefined}
        onClick={() => void save()}
      >
        {t('finding.save')}
      </Button>
    </div>
  )
}
