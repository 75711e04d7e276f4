import { useTranslation } from 'react-i18next'
import { useOwnSolid, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, useKeys } from '#renderer/ui/index.ts'
import { allOf, type Side } from './choices.ts'
import type { Finding } from './finding.ts'
import { isSetApart } from './finding-words.ts'
import styles from './findings.module.css'
import type { Decision } from './use-decision.ts'

/** Two keys choose a whole side, a third saves once everything has been decided. */
export function DecideFoot({ finding, decision }: { finding: Finding; decision: Decision }) {
  const { t } = useTranslation('tasks')
  const { open, save, check } = decision
  const paths = finding.fields.filter(({ isChoice }) => isChoice).map(({ path }) => path)
  const mayAnswer = finding.answers.length > 0
  useOwnSolid(mayAnswer)
  const words = footWords(finding.kind)
  const take = (side: Side) => () => decision.chooseAll(allOf(paths, side))
  useKeys([
    { keys: 'Alt+1', label: t(words.lost), run: take('lost'), isActive: mayAnswer },
    { keys: 'Alt+2', label: t(words.stands), run: take('stands'), isActive: mayAnswer },
    { keys: 'Ctrl+Enter', label: t('finding.save'), run: () => void save(), isActive: mayAnswer },
  ])
  if (!mayAnswer) return <p className={styles.foot}>{t('finding.mayNot')}</p>
  return (
    <>
      <NotSaved decision={decision} />
      <div className={styles.foot} data-buttons>
        <Button keys="Alt+1" onClick={take('lost')}>
          {t(words.lost)}
        </Button>
        <Button keys="Alt+2" onClick={take('stands')}>
          {t(words.stands)}
        </Button>
        <span className={styles.gap} />
        {open > 0 && <span className="hint">{t('finding.toDecide', { count: open })}</span>}
        {open === 0 && check.wasAsked && check.wrong.length > 0 && (
          <span className="hint">{t('finding.wrong', { count: check.wrong.length })}</span>
        )}
        <Button
          kind="solid"
          keys="Ctrl+Enter"
          isBusy={decision.isSaving}
          blockedBy={open > 0 ? t('finding.toDecide', { count: open }) : undefined}
          onClick={() => void save()}
        >
          {t('finding.save')}
        </Button>
      </div>
    </>
  )
}

function footWords(kind: string): Readonly<Record<Side, string>> {
  if (kind === 'takenAway') return { lost: 'finding.all.bringBack', stands: 'finding.all.stayAway' }
  return { lost: isSetApart(kind) ? 'finding.all.takeOver' : 'finding.all.lost', stands: 'finding.all.stands' }
}

/** What the core said against it; of a doubt about a price the person may say that they mean it. */
function NotSaved({ decision: { problem, forgive, save } }: { decision: Decision }) {
  const { t } = useTranslation('tasks')
  const words = useRefusalWords()
  if (problem === null) return null
  const doubts = problem.kind === 'refused' && problem.refusal.code === 'salesOrder.warnings'
  const first = doubts ? problem.refusal.problems?.[0] : undefined
  return (
    <div className={styles.problem}>
      <ErrorNotice what={t('finding.notSaved')} why={first === undefined ? words.problem(problem) : words.field(first)}>
        {doubts && (
          <Button size={28} onClick={() => void save(true)}>
            {t('finding.saveAnyway')}
          </Button>
        )}
        <Button size={28} onClick={forgive}>
          {t('finding.understood')}
        </Button>
      </ErrorNotice>
    </div>
  )
}
