import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyTag, type TableColumn } from '#renderer/ui/index.ts'
import { JobThumbnail } from '../journal/job-thumbnail.tsx'
import type { PrintJobRow } from '../words/job-word.ts'
import { ResultWord } from '../words/result-word.tsx'
import { usePrintWords } from '../words/use-print-words.ts'

/** The page map: where each paper begins, and how it ended. */
export function useBatchColumns(): readonly TableColumn<PrintJobRow>[] {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  return useMemo<readonly TableColumn<PrintJobRow>[]>(
    () => [
      {
        id: 'page',
        head: t('screen.column.page'),
        width: 76,
        align: 'right',
        look: 'number',
        render: ({ firstPage }) => firstPage ?? '–',
      },
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
        id: 'order',
        head: t('screen.column.order'),
        width: 110,
        look: 'code',
        render: ({ orderNumber }) => orderNumber,
      },
      {
        id: 'paper',
        head: t('screen.column.paper'),
        width: 190,
        look: 'main',
        render: ({ kind }) => words.paper(kind),
        fullText: ({ kind }) => words.paper(kind),
      },
      {
        id: 'party',
        head: t('screen.column.party'),
        width: 170,
        look: 'second',
        priority: 2,
        render: ({ partyName }) => partyName,
        fullText: ({ partyName }) => partyName,
      },
      {
        id: 'printer',
        head: t('screen.column.printer'),
        width: 150,
        look: 'plain',
        render: ({ printerName }) => printerName,
        fullText: ({ printerName }) => printerName,
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
    [t, words],
  )
}
