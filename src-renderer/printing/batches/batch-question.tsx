import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { Button, QuestionCard, TextField, useKeys } from '#renderer/ui/index.ts'
import { type BatchAtPrinter, type PrintBatch, pageOf } from './batch-word.ts'
import styles from './batches.module.css'
import type { BatchMoves } from './use-batch-moves.ts'

interface BatchQuestionProps {
  batch: PrintBatch
  at: BatchAtPrinter
  moves: BatchMoves
}

/** One question for all papers of a batch that nobody saw: how far did it come (P2, PR53)? */
export function BatchQuestion({ batch, at, moves }: BatchQuestionProps) {
  const { t } = useTranslation('printing')
  const { since } = useDateWords()
  const [text, setText] = useState('')
  const { printerId, printerName: printer, pages, unknown } = at
  const last = pageOf(text, pages)
  const all = () => void moves.answer(printerId, null)
  const none = () => void moves.answer(printerId, 1)
  const rest = () => {
    if (last !== null) void moves.answer(printerId, last === pages ? null : last + 1)
  }
  useKeys([{ keys: 'Y', label: t('screen.batch.question.all'), run: all }])
  return (
    <QuestionCard
      glyph="unknown"
      status={t('screen.batch.question.status', { time: since(batch.wantedAt) })}
      question={t('screen.batch.question.title')}
      answers={
        <>
          <Button
            kind="solid"
            size={44}
            spread
            keys="Enter"
            isBusy={moves.isBusy}
            blockedBy={last === null ? t('screen.batch.question.type', { pages }) : undefined}
            onClick={rest}
          >
            {last === null ? t('screen.batch.question.rest') : t('screen.batch.question.restFrom', { page: last + 1 })}
          </Button>
          <Button size={44} spread keys="Y" isBusy={moves.isBusy} onClick={all}>
            {t('screen.batch.question.all')}
          </Button>
          <Button kind="quiet" size={34} spread onClick={none}>
            {t('screen.batch.question.none')}
          </Button>
        </>
      }
    >
      <p className={styles.what}>{t('screen.batch.question.about', { count: unknown, printer })}</p>
      <p className={styles.look}>{t('screen.batch.question.look')}</p>
      <form
        className={styles.page}
        onSubmit={(event) => {
          event.preventDefault()
          rest()
        }}
      >
        <TextField
          label={t('screen.batch.question.last', { pages })}
          value={text}
          onChange={setText}
          maxLength={6}
          height={34}
        />
      </form>
    </QuestionCard>
  )
}
