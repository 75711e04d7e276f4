import { useTranslation } from 'react-i18next'
import { Button, QuestionNote, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { setUpSteps } from '#shared/printing/set-up-steps.ts'
import { jobWord } from '../words/job-word.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './printers.module.css'
import type { PrinterTest } from './use-printer-test.ts'

/** Letters and signs of the product's languages, as the test strip prints them. */
export const testSample = 'ą ć ę ł ń ó ś ź ż € ä ö ü ß é è ç œ'

interface Answer {
  readonly keys: string
  readonly label: string
  readonly run: () => void
}

/** "What came out?": a printer that claims success may still have printed signs nobody can read. */
export function TestQuestion({ printer, test }: { printer: PrinterRow; test: PrinterTest }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { job } = test
  const state = job?.state
  const isOver = state === 'printed' || state === 'handed_over' || state === 'unknown'
  const isStrip = test.what === 'codePages'
  const answers = isOver ? (isStrip ? stripAnswers() : pageAnswers()) : []
  useKeys(answers.map(({ keys, label, run }) => ({ keys, label, run })))
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
      title={t(isStrip ? 'screen.test.whichLine' : 'screen.test.whatCameOut', { printer: printer.name })}
      answers={answers.map(({ keys, label, run }) => (
        <Button key={keys} size={28} keys={keys} isBusy={test.isBusy} onClick={run}>
          {label}
        </Button>
      ))}
    >
      {isStrip ? (
        <p className={`mono ${styles.sample}`}>{testSample}</p>
      ) : (
        <p>{t('screen.test.said', { result: words.result(job) })}</p>
      )}
      {test.queueWithDriver !== null && <p>{t('screen.spooler.queueHasDriver', { queue: test.queueWithDriver })}</p>}
    </QuestionNote>
  )

  function pageAnswers(): readonly Answer[] {
    const next = (keys: string, word: string, run: () => void): Answer => ({ keys, label: t(word), run })
    const { language } = printer.profile
    return [
      next('1', 'screen.test.allRight', () => test.say(printer, true)),
      ...(language === 'escpos' ? [next('2', 'screen.test.wrongLetters', () => test.start(printer, 'codePages'))] : []),
      ...(setUpSteps(printer.profile).includes('calibrate')
        ? [next('2', 'screen.test.shifted', () => test.start(printer, 'calibrate'))]
        : []),
      next('0', 'screen.test.nothing', () => test.say(printer, false)),
    ]
  }

  function stripAnswers(): readonly Answer[] {
    const lines = test.lines.map((line, index) => ({
      keys: String(index + 1),
      label: t('screen.test.line', { number: index + 1, name: line.encoding }),
      run: () => test.chooseLine(printer, line),
    }))
    return [...lines, { keys: '0', label: t('screen.test.noLine'), run: () => test.chooseLine(printer, null) }]
  }
}
