import { useTranslation } from 'react-i18next'
import { Button, QuestionNote, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { isLabelProfile } from '#shared/printing/printer-profile.ts'
import { type PrinterTestKind, withOffset } from '#shared/printing/set-up-steps.ts'
import { jobWord } from '../words/job-word.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { OffsetFields } from './offset-fields.tsx'
import styles from './printers.module.css'
import { type SetUpAnswer, setUpAnswers } from './set-up-answers.ts'
import { testSample } from './test-question.tsx'
import type { PrinterTest } from './use-printer-test.ts'

interface SetUpQuestionProps {
  printer: PrinterRow
  step: PrinterTestKind
  test: PrinterTest
  onAnswered: (leadsTo: SetUpAnswer['leadsTo']) => void
}

/** What a person is asked about the paper that has just come out; the answer is kept in the printer's profile. */
export function SetUpQuestion({ printer, step, test, onAnswered }: SetUpQuestionProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { job, lines, levels } = test
  const isOver = job?.state === 'printed' || job?.state === 'handed_over' || job?.state === 'unknown'
  const { profile } = printer
  const give = async ({ profile: changed, leadsTo }: Pick<SetUpAnswer, 'profile' | 'leadsTo'>) => {
    if (await test.keep(printer, changed, leadsTo !== 'again')) onAnswered(leadsTo)
  }
  const answers = isOver ? setUpAnswers({ step, profile, lines, levels }) : []
  useKeys(
    answers.map((answer) => ({
      ...{ keys: answer.keys, label: t(`screen.setUp.${answer.word}`, answer.params) },
      run: () => void give(answer),
    })),
  )
  if (job === undefined) return null
  if (!isOver) {
    const { glyph, tone } = jobWord(job)
    return (
      <span className={styles.words} aria-live="polite">
        <StatusWord glyph={glyph} tone={tone}>
          {words.result(job)}
        </StatusWord>
        <span className={styles.second}>{words.advice(job.reason, job.detail)}</span>
      </span>
    )
  }
  return (
    <QuestionNote
      glyph="unknown"
      title={t(`screen.setUp.${step}.question`)}
      answers={answers.map((answer) => (
        <Button key={answer.keys} size={28} keys={answer.keys} isBusy={test.isBusy} onClick={() => void give(answer)}>
          {t(`screen.setUp.${answer.word}`, answer.params)}
        </Button>
      ))}
    >
      {step === 'codePages' && <p className={`mono ${styles.sample}`}>{testSample}</p>}
      {step === 'offset' && isLabelProfile(profile) && (
        <OffsetFields
          isBusy={test.isBusy}
          onKeep={(tooFar) => {
            const { id: _, ...changed } = withOffset(profile, tooFar)
            void give({ profile: changed, leadsTo: 'again' })
          }}
        />
      )}
      {test.queueWithDriver !== null && <p>{t('screen.spooler.queueHasDriver', { queue: test.queueWithDriver })}</p>}
    </QuestionNote>
  )
}
