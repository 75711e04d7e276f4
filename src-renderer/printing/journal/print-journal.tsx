import { IconPrinter, IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  useGo,
  useKeptState,
  useKeysetList,
  useOwnSolid,
  useQuery,
  useRefusalWords,
  useSession,
  useSettled,
} from '#renderer/client/index.ts'
import {
  Button,
  Content,
  DataTable,
  EmptyState,
  ErrorNotice,
  Glyph,
  PageHeader,
  Sheet,
  ToggleChip,
  useKeysetRows,
  useTableState,
} from '#renderer/ui/index.ts'
import { BatchQuestionOf } from '../batches/batch-question-of.tsx'
import { LeftOutDialog } from '../papers/left-out-dialog.tsx'
import { JobPreview } from '../papers/preview-dialog.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import { ChoosePrinterDialog } from './choose-printer-dialog.tsx'
import { HeldQuestion } from './held-question.tsx'
import { jobFoot } from './job-foot.ts'
import styles from './journal.module.css'
import { isText, JournalFilters } from './journal-filters.tsx'
import { JournalFoot } from './journal-foot.tsx'
import {
  askingBatch,
  focusedRow,
  heldJobs,
  isJournalShow,
  type JournalCounts,
  type JournalRow,
  type JournalShow,
  journalShows,
  needingYou,
  questionOf,
} from './journal-view.ts'
import { UnknownQuestion } from './unknown-question.tsx'
import { useJobMoves } from './use-job-moves.ts'
import { useJournalColumns } from './use-journal-columns.tsx'

const noCounts: JournalCounts = { unknown: 0, failed: 0, queued: 0, held: 0, today: 0 }

/** Every print job of this station with how it ended; what nobody knows stands on top as a question (picture 07). */
export function Screen() {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const words = usePrintWords()
  const refusals = useRefusalWords()
  const moves = useJobMoves()
  const counts = useQuery('printJob.counts', {}).value ?? noCounts
  const [show, setShow] = useKeptState<JournalShow>('printing.show', 'all', isJournalShow)
  const table = useTableState('print-journal')
  const [number, setNumber] = useKeptState('printing.number', '', isText)
  const [printer, setPrinter] = useKeptState('printing.printer', '', isText)
  const filter = { show, number: useSettled(number).trim(), printerId: printer === '' ? null : printer }
  const rows = useKeysetRows({ ...useKeysetList('printJob.journal', { ...filter, limit: 100 }), total: null })
  const go = useGo()
  const open = (job: JournalRow) => {
    if (job.batch !== null) go(`/print-batches/${job.batch.id}`)
    else moves.run(job.orderNumber === '' ? 'preview' : 'openOrder', job)
  }
  const unknown = useQuery('printJob.list', { show: 'unknown', limit: 50 }, { isWanted: counts.unknown > 0 })
  const queued = useQuery('printJob.list', { show: 'queued', limit: 200 }, { isWanted: counts.held > 0 })
  const columns = useJournalColumns()
  const mayAnswer = may('printJob.answer')
  const focused = focusedRow(rows, table.focusedId)
  const question = mayAnswer ? questionOf(unknown.value?.rows ?? [], table.focusedId) : null
  const batchId = mayAnswer ? askingBatch(unknown.value?.rows ?? [], focused?.batchId ?? null) : null
  const held = mayAnswer ? heldJobs(queued.value?.rows ?? []) : []
  const footMoves = focused !== null && jobFoot(focused, { mayAnswer, mayPrint: false }).actions.includes('move')
  useOwnSolid(question !== null || batchId !== null)
  const needs = needingYou(counts)
  return (
    <Sheet
      head={
        <>
          <PageHeader
            title={t('screen.journal.title')}
            beside={
              <span className="t-hint">
                {t('screen.journal.today', { count: counts.today })}{' '}
                {needs > 0 && t('screen.journal.needsYou', { count: needs })}
              </span>
            }
            actions={<Chips counts={counts} show={show} onShow={setShow} />}
          />
          <div className={styles.questions}>
            {moves.problem !== null && (
              <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(moves.problem)}>
                <Button size={28} onClick={moves.forgive}>
                  {t('screen.leftOut.understood')}
                </Button>
              </ErrorNotice>
            )}
            {question === null && batchId !== null && <BatchQuestionOf id={batchId} />}
            {question !== null && <UnknownQuestion {...question} moves={moves} ownsM={!footMoves} />}
            {held.length > 0 && <HeldQuestion jobs={held} moves={moves} />}
          </div>
          <JournalFilters
            number={number}
            onNumber={setNumber}
            printerId={printer}
            onPrinter={setPrinter}
            rows={rows}
            state={table}
          />
        </>
      }
      foot={<JournalFoot job={focused} moves={moves} onOpenBatch={(id) => go(`/print-batches/${id}`)} />}
    >
      <Content kind="list">
        <DataTable
          isMain
          label={t('screen.journal.title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowLabel={(job) => [words.paper(job.kind), job.orderNumber, words.result(job)].filter(Boolean).join(' ')}
          rowHeight={39}
          rowTone={({ state, batch }) =>
            (batch === null ? state === 'unknown' : batch.state === 'asks') ? 'question' : 'plain'
          }
          state={table}
          onOpen={open}
          onPreview={(job) => job.hasImage && moves.run('preview', job)}
          empty={
            <NothingPrinted
              show={show}
              isFiltered={show !== 'all' || number !== '' || printer !== ''}
              onAll={() => {
                setShow('all')
                setNumber('')
                setPrinter('')
              }}
            />
          }
        />
      </Content>
      {moves.dialog?.is === 'preview' && (
        <JobPreview job={moves.dialog.job} name={words.paper(moves.dialog.job.kind)} onClose={moves.close} />
      )}
      {moves.dialog?.is === 'move' && (
        <ChoosePrinterDialog job={moves.dialog.job} onChoose={moves.moveTo} onClose={moves.close} />
      )}
      {moves.printing.question}
      <LeftOutDialog printing={moves.printing} />
    </Sheet>
  )
}

interface ChipsProps {
  counts: JournalCounts
  show: JournalShow
  onShow: (show: JournalShow) => void
}

const chipGlyphs = { unknown: 'unknown', failed: 'refused', queued: 'waiting' } as const

function Chips({ counts, show, onShow }: ChipsProps) {
  const { t } = useTranslation('printing')
  return (
    <div className={styles.chips}>
      {journalShows.map((each) => (
        <ToggleChip key={each} isOn={show === each} onToggle={() => onShow(each)}>
          <span className={styles.chip}>
            {each === 'all' ? (
              t('screen.show.all')
            ) : (
              <>
                <Glyph name={chipGlyphs[each]} size={13} />
                {t(`screen.show.${each}`, { n: counts[each] })}
              </>
            )}
          </span>
        </ToggleChip>
      ))}
    </div>
  )
}

interface NothingPrintedProps {
  show: JournalShow
  isFiltered: boolean
  onAll: () => void
}

function NothingPrinted({ show, isFiltered, onAll }: NothingPrintedProps) {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const go = useGo()
  const all = {
    id: 'all',
    icon: <IconPrinter size={20} stroke={1.6} aria-hidden />,
    title: t('screen.empty.allTitle'),
    action: <Button onClick={onAll}>{t('screen.show.all')}</Button>,
  }
  const printers = {
    id: 'printers',
    icon: <IconSettings size={20} stroke={1.6} aria-hidden />,
    title: t('screen.empty.printersTitle'),
    action: <Button onClick={() => go('/printers')}>{t('screen.empty.printers')}</Button>,
  }
  return (
    <div className={styles.empty}>
      <EmptyState
        title={t(`screen.empty.${isFiltered && show === 'all' ? 'found' : show}`)}
        ways={isFiltered ? [all] : may('printer.see') ? [printers] : []}
      >
        {t(isFiltered ? 'screen.empty.filtered' : 'screen.empty.why')}
      </EmptyState>
    </div>
  )
}
