import { useCallback, useState } from 'react'
import type { Outcome } from '#renderer/client/index.ts'

/** Keeps the answer that was asked for last; one that comes after its question was dropped is ignored. */
export function useShownAnswer<T>(): readonly [T | null, (asked: Promise<Outcome<T>>) => () => void] {
  const [shown, setShown] = useState<T | null>(null)
  const show = useCallback((asked: Promise<Outcome<T>>) => {
    const wish = { isDropped: false }
    void asked.then((outcome) => {
      if (outcome.ok && !wish.isDropped) setShown(outcome.value)
    })
    return () => {
      wish.isDropped = true
      setShown(null)
    }
  }, [])
  return [shown, show]
}
