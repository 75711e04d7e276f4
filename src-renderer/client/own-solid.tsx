import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const ClaimContext = createContext<(() => () => void) | null>(null)
const CountContext = createContext(0)

/** One solid thing per screen: a page with a solid button of its own makes the top bar's outlined. */
export function OwnSolidProvider({ children }: { children: ReactNode }) {
  const [count, setCount] = useState(0)
  const claim = useCallback(() => {
    setCount((now) => now + 1)
    return () => setCount((now) => now - 1)
  }, [])
  return (
    <ClaimContext value={claim}>
      <CountContext value={count}>{children}</CountContext>
    </ClaimContext>
  )
}

/** Says that this page has a solid button of its own, for as long as it is open. */
export function useOwnSolid(hasOne = true): void {
  const claim = useContext(ClaimContext)
  useEffect(() => (hasOne ? claim?.() : undefined), [hasOne, claim])
}

export function useHasOwnSolid(): boolean {
  return useContext(CountContext) > 0
}
