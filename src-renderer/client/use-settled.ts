import { useEffect, useState } from 'react'

// A burst asks once; a person's next key comes after the station's answer, which takes a few milliseconds.
const PAUSE_MS = 40

/** A text once no key has come for a moment: a word that is pasted or typed in a burst is asked for once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
