import { useTranslation } from 'react-i18next'
import { useDateWords, useSession } from '#renderer/client/index.ts'
import { Button, FootBar, Glyph, useKeys } from '#renderer/ui/index.ts'
import { batchWord } from '../batches/batch-word.ts'
import { jobWord, type PrintJobRow } from '../words/job-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { type JobAction, jobFoot } from './job-foot.ts'
import styles from './journal.module.css'
import type { JournalRow } from './journal-view.ts'
import type { JobMoves } from './use-job-moves.ts'

const keysOf: Readonly<Partial<Record<JobAction, string>>> = { retry: 'R', move: 'M', preview: 'Space' }

interface JournalFootProps {
  /** With a batch where it stands for one. */
  job: (PrintJobRow & Partial<Pick<JournalRow, 'batch'>>) | null
  moves: JobMoves
  onOpenBatch?: (id: string) => void
}

/** What the focused print job is waiting for or why it ended so, and only what is safe to do with it. */
export function JournalFoot({ job, moves, onOpenBatch }: JournalFootProps) {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const words = usePrintWords()
  const { since } = useDateWords()
  const batch = job?.batch ?? null
  const foot =
    job === null || batch !== null
      ? null
      : jobFoot(job, { mayAnswer: may('printJob.answer'), mayPrint: may('printJob.print') })
  const run = (action: JobAction) => () => job !== null && moves.run(action, job)
  const offers = (action: JobAction) => foot?.actions.includes(action) ?? false
  useKeys([
    { keys: 'R', label: t('screen.action.retry'), run: run('retry'), isActive: offers('retry') },
    { keys: 'M', label: t('screen.action.move'), run: run('move'), isActive: offers('move') },
  ])
  if (job !== null && batch !== null) {
    return (
      <FootBar
        right={
          <Button size={28} keys="Enter" onClick={() => onOpenBatch?.(batch.id)}>
            {t('screen.batch.open')}
          </Button>
        }
      >
        <Glyph name={batchWord(batch).glyph} size={15} />
        <span className={styles.subject}>{t('screen.batch.title', { count: batch.documents })}</span>
        <span className={styles.why}>
          {t('screen.batch.foot', { person: batch.wantedByName, time: since(batch.wantedAt) })}
        </span>
      </FootBar>
    )
  }
  if (job === null || foot === null) {
    return (
      <FootBar>
        <span className={styles.why}>{t('screen.foot.none')}</span>
      </FootBar>
    )
  }
  const sentence = t(`screen.foot.${foot.sentence}`, {
    printer: job.printerName,
    reason: words.reason(job.reason),
    detail: job.detail ?? '',
  })
  return (
    <FootBar
      right={foot.actions.map((action) => (
        <Button
          key={action}
          size={28}
          isBusy={moves.isBusy && action !== 'preview'}
          {...(keysOf[action] === undefined ? {} : { keys: keysOf[action] })}
          onClick={run(action)}
        >
          {t(`screen.action.${action === 'retry' && job.isHeld ? 'printNow' : action}`)}
        </Button>
      ))}
    >
      <Glyph name={jobWord(job).glyph} size={15} />
      <span className={styles.subject}>
        {t('screen.foot.subject', { paper: words.paper(job.kind), time: since(job.wantedAt) })}
      </span>
      <span className={styles.why}>
        {sentence} {words.advice(job.reason, job.detail)}
      </span>
    </FootBar>
  )
}
