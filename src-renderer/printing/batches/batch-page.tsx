import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  useKeysetList,
  useOwnSolid,
  useQuery,
  useRefusalWords,
  useRouteParam,
  useSession,
} from '#renderer/client/index.ts'
import {
  Button,
  Content,
  DataTable,
  ErrorNotice,
  PageHeader,
  Sheet,
  StatusWord,
  useKeys,
  useKeysetRows,
  useTableState,
} from '#renderer/ui/index.ts'
import { ChoosePrinterDialog } from '../journal/choose-printer-dialog.tsx'
import { JournalFoot } from '../journal/journal-foot.tsx'
import { focusedRow } from '../journal/journal-view.ts'
import { useJobMoves } from '../journal/use-job-moves.ts'
import { LeftOutDialog } from '../papers/left-out-dialog.tsx'
import { JobPreview } from '../papers/preview-dialog.tsx'
import type { PrintJobRow } from '../words/job-word.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { AgainDialog } from './again-dialog.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchQuestion } from './batch-question.tsx'
import { askingPrinter, batchOffers, batchWord, type PrintBatch } from './batch-word.ts'
import styles from './batches.module.css'
import { useBatchColumns } from './use-batch-columns.tsx'
import { type BatchMoves, useBatchMoves } from './use-batch-moves.ts'

/** A batch opened: how far it is at each printer, the page map, and what can be done (P21). */
export function Screen() {
  const id = useRouteParam('batchId')
  const batch = useQuery('printBatch.get', { id })
  const refusals = useRefusalWords()
  const { t } = useTranslation('printing')
  if (batch.problem !== null) {
    return <ErrorNotice what={t('screen.batch.notFound')} why={refusals.problem(batch.problem)} />
  }
  return batch.value === undefined ? null : <BatchSheet batch={batch.value} />
}

function BatchSheet({ batch }: { batch: PrintBatch }) {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const jobs = useJobMoves()
  const moves = useBatchMoves(batch.id)
  const table = useTableState(`print-batch ${batch.id}`)
  const rows = useKeysetRows({ ...useKeysetList('printBatch.papers', { id: batch.id, limit: 100 }), total: null })
  const columns = useBatchColumns()
  const [again, setAgain] = useState<PrintJobRow | 'ask' | null>(null)
  const mayAnswer = may('printJob.answer')
  const focused = focusedRow(rows, table.focusedId)
  const asking = mayAnswer ? askingPrinter(batch) : null
  const { glyph, word, tone } = batchWord(batch)
  const sent = batch.printers.filter(({ pages, sending }) => pages > 0 && sending === 0)
  const againAt = sent.find(({ printerId }) => printerId === focused?.printerId) ?? sent[0]
  const from = again === 'ask' ? null : again
  useOwnSolid(asking !== null)
  useKeys([
    {
      keys: 'A',
      label: t('screen.batch.again.open'),
      run: () => setAgain(focused?.firstPage == null ? 'ask' : focused),
      isActive: mayAnswer && againAt !== undefined,
    },
  ])
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={t('screen.batch.title', { count: batch.documents })}
            beside={
              <StatusWord glyph={glyph} tone={tone}>
                {t(`screen.batch.state.${word}`)}
              </StatusWord>
            }
            actions={
              mayAnswer && (
                <>
                  {againAt !== undefined && (
                    <Button keys="A" onClick={() => setAgain(focused?.firstPage == null ? 'ask' : focused)}>
                      {t('screen.batch.again.open')}
                    </Button>
                  )}
                  <BatchButtons batch={batch} moves={moves} />
                </>
              )
            }
          />
          {moves.problem !== null && again === null && (
            <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(moves.problem)}>
              <Button size={28} onClick={moves.forgive}>
                {t('screen.leftOut.understood')}
              </Button>
            </ErrorNotice>
          )}
          {asking !== null && (
            <div className={styles.question}>
              <BatchQuestion batch={batch} at={asking} moves={moves} />
            </div>
          )}
          <BatchProgress batch={batch} stopped={moves.stopped} />
        </>
      }
      foot={<JournalFoot job={focused} moves={jobs} />}
    >
      <Content kind="list">
        <DataTable
          isMain
          label={t('screen.batch.map')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowLabel={(job) => [words.paper(job.kind), job.orderNumber, words.result(job)].filter(Boolean).join(' ')}
          rowHeight={39}
          rowTone={({ state }) => (state === 'unknown' ? 'question' : 'plain')}
          state={table}
          onOpen={(job) => jobs.run(job.orderNumber === '' ? 'preview' : 'openOrder', job)}
          onPreview={(job) => job.hasImage && jobs.run('preview', job)}
          empty={null}
        />
      </Content>
      {again !== null && againAt !== undefined && (
        <AgainDialog at={againAt} from={from} moves={moves} onClose={() => setAgain(null)} />
      )}
      {jobs.dialog?.is === 'preview' && (
        <JobPreview job={jobs.dialog.job} name={words.paper(jobs.dialog.job.kind)} onClose={jobs.close} />
      )}
      {jobs.dialog?.is === 'move' && (
        <ChoosePrinterDialog job={jobs.dialog.job} onChoose={jobs.moveTo} onClose={jobs.close} />
      )}
      {jobs.printing.question}
      <LeftOutDialog printing={jobs.printing} />
    </Sheet>
  )
}

function BatchButtons({ batch, moves }: { batch: PrintBatch; moves: BatchMoves }) {
  const { t } = useTranslation('printing')
  const { pause, goOn, stop } = batchOffers(batch)
  const words = t(goOn ? 'screen.batch.goOn' : 'screen.batch.pause')
  useKeys([
    { keys: 'P', label: words, run: () => moves.pause(!goOn), isActive: pause || goOn },
    { keys: 'S', label: t('screen.batch.stop'), run: moves.stop, isActive: stop },
  ])
  return (
    <>
      {(pause || goOn) && (
        <Button keys="P" isBusy={moves.isBusy} onClick={() => moves.pause(!goOn)}>
          {words}
        </Button>
      )}
      {stop && (
        <Button kind="danger" keys="S" isBusy={moves.isBusy} onClick={moves.stop}>
          {t('screen.batch.stop')}
        </Button>
      )}
    </>
  )
}
