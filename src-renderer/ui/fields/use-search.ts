import { useEffect, useState } from 'react'
import { useLatest } from '../keys/use-latest.ts'

const PAUSE_MS = 40

interface Found<Option> {
  options: readonly Option[]
  /** The answer belongs to the text that stands in the field now. */
  isDone: boolean
}

/** Asks after a short pause in typing; an answer that comes too late is dropped, the last known list stays meanwhile. */
export function useSearch<Option>(
  text: string | null,
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>,
): Found<Option> {
  const [answer, setAnswer] = useState<{ text: string | null; options: readonly Option[] }>({ text: null, options: [] })
  const latest = useLatest(search)
  useEffect(() => {
    if (text === null) return setAnswer({ text: null, options: [] })
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const options = await latest.current(text, abort.signal)
        if (!abort.signal.aborted) setAnswer({ text, options })
      } catch (problem) {
        if (!abort.signal.aborted) setAnswer({ text, options: [] })
        if (!abort.signal.aborted) throw problem
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, latest])
  return { options: answer.options, isDone: answer.text === text }
}
