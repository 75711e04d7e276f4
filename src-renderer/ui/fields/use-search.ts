import { useEffect, useRef, useState } from 'react'
import { useLatest } from '../keys/use-latest.ts'

/** Keys that follow closer than this are a burst (a scanner, a paste by keys), not a person who looks at each result. */
const BURST_MS = 40

interface Found<Option> {
  options: readonly Option[]
  /** The answer belongs to the text that stands in the field now. */
  isDone: boolean
}

/** Asks at each key, and once at the end of a burst; an answer that comes too late is dropped, the last known list stays meanwhile. */
export function useSearch<Option>(
  text: string | null,
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>,
): Found<Option> {
  const [answer, setAnswer] = useState<{ text: string | null; options: readonly Option[] }>({ text: null, options: [] })
  const latest = useLatest(search)
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const now = performance.now()
    const isBurst = now - lastAt.current < BURST_MS
    lastAt.current = now
    if (text === null) return setAnswer({ text: null, options: [] })
    const abort = new AbortController()
    const look = async () => {
      try {
        const options = await latest.current(text, abort.signal)
        if (!abort.signal.aborted) setAnswer({ text, options })
      } catch (problem) {
        if (!abort.signal.aborted) setAnswer({ text, options: [] })
        if (!abort.signal.aborted) throw problem
      }
    }
    const timer = isBurst ? setTimeout(look, BURST_MS) : undefined
    if (!isBurst) void look()
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, latest])
  return { options: answer.options, isDone: answer.text === text }
}
