import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords, useFormat, useLocal } from '#renderer/client/index.ts'
import { Button, CropMarks, QuestionCard, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { useShownAnswer } from '../papers/use-shown-answer.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './journal.module.css'
import { nextCopy } from './journal-view.ts'
import type { JobMoves } from './use-job-moves.ts'

interface UnknownQuestionProps {
  job: PrintJobRow
  others: number
  moves: JobMoves
  /** False while M belongs to the focused row. */
  ownsM: boolean
}

/** P2: bytes left and nobody knows whether paper came out. Only a person who looks can say. */
export function UnknownQuestion({ job, others, moves, ownsM }: UnknownQuestionProps) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { since } = useDateWords()
  const format = useFormat()
  const copy = nextCopy(job)
  const facts = [job.orderNumber, job.partyName, words.amount(job)].filter((fact) => fact !== '').join(', ')
  const paper = words.paper(job.kind)
  const yes = () => moves.answer(job, 'came_out')
  const no = () => moves.answer(job, 'print_again')
  const other = () => moves.run('move', job)
  const again = copy === null ? t('screen.question.again') : t('screen.question.againAsCopy', { copy })
  useKeys([
    { keys: 'Y', label: t('screen.question.yes'), run: yes },
    { keys: 'N', label: again, run: no },
    { keys: 'M', label: t('screen.question.move'), run: other, isActive: ownsM },
  ])
  return (
    <QuestionCard
      glyph="unknown"
      status={t('screen.question.status', { time: since(job.endedAt ?? job.wantedAt) })}
      question={t('screen.question.title')}
      picture={<QuestionPicture job={job} />}
      answers={
        <>
          <Button kind="solid" size={44} spread keys="Y" isBusy={moves.isBusy} onClick={yes}>
            {t('screen.question.yes')}
          </Button>
          <Button size={44} spread keys="N" isBusy={moves.isBusy} onClick={no}>
            {again}
          </Button>
          <Button kind="quiet" size={34} spread {...(ownsM ? { keys: 'M' } : {})} onClick={other}>
            {t('screen.question.move')}
          </Button>
        </>
      }
    >
      <p className={styles.what}>
        {facts === ''
          ? t('screen.question.about', { paper, printer: job.printerName })
          : t('screen.question.aboutOrder', { paper, facts, printer: job.printerName })}
      </p>
      <p className={styles.look}>
        {t('screen.question.left', {
          reason: words.reason(job.reason),
          sent: format.count(job.bytesSent),
          total: format.count(job.bytesTotal),
        })}{' '}
        {job.lastWords !== '' && t('screen.question.lookFor', { words: job.lastWords })}{' '}
        {t('screen.question.untilThen')} {others > 0 && t('screen.question.others', { count: others })}
      </p>
    </QuestionCard>
  )
}

function QuestionPicture({ job }: { job: PrintJobRow }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { run } = useLocal('printJob.image')
  const [shown, show] = useShownAnswer<OutputFor<'printJob.image'>>()
  const { id, hasImage } = job
  useEffect(() => (hasImage ? show(run({ id })) : undefined), [run, show, id, hasImage])
  const first = shown?.pictures[0]
  if (first === undefined) return <PaperSign form={job.form} />
  return (
    <CropMarks>
      <img
        className={styles.picture}
        src={`data:${first.mediaType};base64,${first.data}`}
        alt={t('screen.preview.pictures', { paper: words.paper(job.kind) })}
      />
    </CropMarks>
  )
}
