import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { CopyTag, type TableColumn } from '#renderer/ui/index.ts'
import type { PrintJobRow } from '../words/job-word.ts'
import { PaperSign } from '../words/paper-sign.tsx'
import { ResultWord } from '../words/result-word.tsx'
import { usePrintWords } from '../words/use-print-words.ts'

/** When, which paper, of what, where, by whom, which copy and how it ended. */
export function useJournalColumns(): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { since } = useDateWords()
  return useMemo<readonly TableColumn<PrintJobRow>[]>(
    () => [
      { id: 'time', head: t('screen.column.time'), width: 112, look: 'second', render: (job) => since(job.wantedAt) },
      {
        id: 'picture',
        head: t('screen.column.picture'),
        headIsHidden: true,
        width: 40,
        look: 'picture',
        priority: 3,
        render: ({ form }) => <PaperSign form={form} />,
      },
      {
        id: 'paper',
        head: t('screen.column.paper'),
        width: 140,
        look: 'main',
        render: ({ kind }) => words.paper(kind),
        fullText: ({ kind }) => words.paper(kind),
      },
      {
        id: 'order',
        head: t('screen.column.order'),
        width: 100,
        look: 'code',
        render: ({ orderNumber }) => orderNumber || '–',
      },
      {
        id: 'party',
        head: t('screen.column.party'),
        width: 140,
        look: 'second',
        priority: 2,
        render: ({ partyName }) => partyName,
        fullText: ({ partyName }) => partyName,
      },
      {
        id: 'printer',
        head: t('screen.column.printer'),
        width: 130,
        look: 'plain',
        render: ({ printerName }) => printerName,
        fullText: ({ printerName }) => printerName,
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
        render: ({ copy }) => (copy > 1 ? <CopyTag copy={copy} /> : copy),
      },
      {
        id: 'result',
        head: t('screen.column.result'),
        width: 'flex',
        minWidth: 180,
        look: 'plain',
        render: (job) => <ResultWord job={job} />,
        fullText: (job) => words.result(job),
      },
    ],
    [t, words, since],
  )
}
