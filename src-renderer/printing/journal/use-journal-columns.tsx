import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { CopyTag, StatusWord, type TableColumn } from '#renderer/ui/index.ts'
import { batchProgress, batchWord } from '../batches/batch-word.ts'
import { ResultWord } from '../words/result-word.tsx'
import { usePrintWords } from '../words/use-print-words.ts'
import { JobThumbnail } from './job-thumbnail.tsx'
import type { JournalRow } from './journal-view.ts'

/** When, which paper, of what, where, by whom, which copy and how it ended. */
export function useJournalColumns(): readonly TableColumn<JournalRow>[] {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { since } = useDateWords()
  const { paperOf, partyOf, printersOf, resultOf } = useMemo(() => {
    const progress = (batch: NonNullable<JournalRow['batch']>) => t('screen.batch.of', batchProgress(batch))
    return {
      paperOf: ({ kind, batch }: JournalRow) =>
        batch === null ? words.paper(kind) : t('screen.batch.papers', { count: batch.papers }),
      partyOf: ({ partyName, batch }: JournalRow) =>
        batch === null ? partyName : t('screen.batch.documents', { count: batch.documents }),
      printersOf: ({ printerName, batch }: JournalRow) =>
        batch === null ? printerName : batch.printers.map((at) => at.printerName).join(', '),
      resultOf: (job: JournalRow) =>
        job.batch === null
          ? words.result(job)
          : t('screen.batch.result', {
              state: t(`screen.batch.state.${batchWord(job.batch).word}`),
              progress: progress(job.batch),
            }),
    }
  }, [t, words])
  return useMemo<readonly TableColumn<JournalRow>[]>(
    () => [
      { id: 'time', head: t('screen.column.time'), width: 100, look: 'second', render: (job) => since(job.wantedAt) },
      {
        id: 'picture',
        head: t('screen.column.picture'),
        headIsHidden: true,
        width: 40,
        look: 'picture',
        priority: 3,
        render: (job) => <JobThumbnail job={job} />,
      },
      {
        id: 'paper',
        head: t('screen.column.paper'),
        width: 166,
        look: 'main',
        render: (job) => paperOf(job),
        fullText: (job) => paperOf(job),
      },
      {
        id: 'order',
        head: t('screen.column.order'),
        width: 100,
        look: 'code',
        render: ({ orderNumber, batch }) => (batch === null ? orderNumber || '–' : `${orderNumber} …`),
      },
      {
        id: 'party',
        head: t('screen.column.party'),
        width: 140,
        look: 'second',
        priority: 2,
        render: (job) => partyOf(job),
        fullText: (job) => partyOf(job),
      },
      {
        id: 'printer',
        head: t('screen.column.printer'),
        width: 130,
        look: 'plain',
        render: (job) => printersOf(job),
        fullText: (job) => printersOf(job),
      },
      {
        id: 'by',
        head: t('screen.column.by'),
        width: 124,
        look: 'second',
        priority: 2,
        render: ({ stationCode, wantedByName }) => t('screen.by', { station: stationCode, person: wantedByName }),
        fullText: ({ stationCode, wantedByName }) => t('screen.by', { station: stationCode, person: wantedByName }),
      },
      {
        id: 'copy',
        head: t('screen.column.copy'),
        width: 82,
        align: 'right',
        look: 'number',
        render: ({ copy, batch }) => (batch !== null ? null : copy > 1 ? <CopyTag copy={copy} /> : copy),
      },
      {
        id: 'result',
        head: t('screen.column.result'),
        width: 'flex',
        minWidth: 180,
        look: 'plain',
        render: (job) =>
          job.batch === null ? (
            <ResultWord job={job} />
          ) : (
            <StatusWord glyph={batchWord(job.batch).glyph} tone={batchWord(job.batch).tone}>
              {resultOf(job)}
            </StatusWord>
          ),
        fullText: (job) => resultOf(job),
      },
    ],
    [t, since, paperOf, partyOf, printersOf, resultOf],
  )
}
