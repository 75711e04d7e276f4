import { useTranslation } from 'react-i18next'
import { useDateWords } from '#renderer/client/index.ts'
import { StatusWord } from '#renderer/ui/index.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import type { PaperStanding } from './paper-standing.ts'

/** How a paper of a document stands, in words; when, for who points at it. */
export function StandingWord({ paper }: { paper: PaperStanding }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const { since } = useDateWords()
  return (
    <StatusWord glyph={paper.glyph} tone={paper.tone}>
      <span title={paper.at === null ? undefined : since(paper.at)}>
        {t(`screen.standing.${paper.word}`, { count: paper.times, reason: words.reason(paper.reason) })}
      </span>
    </StatusWord>
  )
}
