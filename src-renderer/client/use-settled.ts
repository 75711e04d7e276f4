import { useEffect, useRef, useState } from 'react'

/** Keys that follow closer than this are a burst (a scanner, a paste by keys), not a person who looks at each result. */
const BURST_MS = 40

/** A text as it is asked for: at once where keys come one by one, and once, at its end, where they come in a burst. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const now = performance.now()
    const isBurst = now - lastAt.current < BURST_MS
    lastAt.current = now
    if (!isBurst) return setSettled(text)
    const timer = setTimeout(() => setSettled(text), BURST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
