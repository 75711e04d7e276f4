import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { Button, QuestionNote } from '#renderer/ui/index.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import type { JobMoves } from './use-job-moves.ts'

/** P4: receipts that waited for a printer too long are not simply printed next morning: one question for all. */
export function HeldQuestion({ jobs, moves }: { jobs: readonly PrintJobRow[]; moves: JobMoves }) {
  const { t } = useTranslation('printing')
  const { since } = useDateWords()
  const oldest = jobs.at(-1)
  if (oldest === undefined) return null
  return (
    <QuestionNote
      glyph="waiting-clock"
      title={t('screen.held.title', { count: jobs.length })}
      answers={
        <>
          <Button size={28} isBusy={moves.isBusy} onClick={() => moves.retryAll(jobs)}>
            {t('screen.held.print', { count: jobs.length })}
          </Button>
          <Button size={28} isBusy={moves.isBusy} onClick={() => moves.cancelAll(jobs)}>
            {t('screen.held.drop', { count: jobs.length })}
          </Button>
        </>
      }
    >
      {t('screen.held.why', { since: since(oldest.wantedAt) })}
    </QuestionNote>
  )
}
