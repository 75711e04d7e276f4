import { useTranslation } from 'react-i18next'
import { useQuery, useRefusalWords } from '#renderer/client/index.ts'
import { ErrorNotice } from '#renderer/ui/index.ts'
import { BatchQuestion } from './batch-question.tsx'
import { askingPrinter } from './batch-word.ts'
import { useBatchMoves } from './use-batch-moves.ts'

/** The question of a batch on a page that shows more than this batch. */
export function BatchQuestionOf({ id }: { id: string }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const moves = useBatchMoves(id)
  const batch = useQuery('printBatch.get', { id }).value
  const at = batch === undefined ? null : askingPrinter(batch)
  if (batch === undefined || at === null) return null
  return (
    <>
      {moves.problem !== null && (
        <ErrorNotice what={t('screen.journal.notDone')} why={refusals.problem(moves.problem)} />
      )}
      <BatchQuestion batch={batch} at={at} moves={moves} />
    </>
  )
}
