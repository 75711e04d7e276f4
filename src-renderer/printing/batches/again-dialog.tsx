import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { Button, Dialog, ErrorNotice, TextField } from '#renderer/ui/index.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { type BatchAtPrinter, pageOf } from './batch-word.ts'
import styles from './batches.module.css'
import type { BatchMoves } from './use-batch-moves.ts'

interface AgainDialogProps {
  at: BatchAtPrinter
  /** The paper that was chosen from the map. */
  from: PrintJobRow | null
  moves: BatchMoves
  onClose: () => void
}

/** After a jam: "again from page 37", or from the paper chosen in the map (PR53). */
export function AgainDialog({ at, from, moves, onClose }: AgainDialogProps) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const [text, setText] = useState(String(from?.firstPage ?? 1))
  const page = pageOf(text, at.pages)
  const run = async () => {
    if (page !== null && (await moves.answer(at.printerId, page))) onClose()
  }
  return (
    <Dialog
      title={t('screen.batch.again.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('screen.batch.again.leave')}
          </Button>
          <Button
            kind="solid"
            isBusy={moves.isBusy}
            blockedBy={page === null ? t('screen.batch.question.type', { pages: at.pages }) : undefined}
            onClick={() => void run()}
          >
            {t('screen.batch.again.run', { page: page ?? '…' })}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p>{t('screen.batch.again.what', { printer: at.printerName })}</p>
        <p className="hint">{t('screen.batch.question.look')}</p>
        <TextField
          label={t('screen.batch.again.page', { pages: at.pages })}
          autoFocus
          value={text}
          onChange={setText}
          maxLength={6}
        />
        {moves.problem !== null && (
          <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(moves.problem)} />
        )}
      </form>
    </Dialog>
  )
}
