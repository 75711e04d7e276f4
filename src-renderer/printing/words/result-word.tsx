import { StatusWord } from '#renderer/ui/index.ts'
import { jobWord, type PrintJobRow } from './job-word.ts'
import { usePrintWords } from './use-print-words.ts'

export function ResultWord({ job }: { job: PrintJobRow }) {
  const words = usePrintWords()
  const { glyph, tone } = jobWord(job)
  return (
    <StatusWord glyph={glyph} tone={tone}>
      {words.result(job)}
    </StatusWord>
  )
}
