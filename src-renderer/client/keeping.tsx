import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { useLatest } from './use-latest.ts'

const KeepingContext = createContext<Map<string, unknown> | null>(null)

/** Remembers how a person left each place (filters, the chosen tab) for as long as they stay signed in. */
export function KeepingProvider({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>())
  return <KeepingContext value={kept}>{children}</KeepingContext>
}

/** State that survives leaving a page and coming back to it. `reads` says whether what was kept is still understood. */
export function useKeptState<T>(
  name: string,
  initial: T,
  reads: (kept: unknown) => kept is T,
): [T, (value: T) => void] {
  const kept = useContext(KeepingContext)
  const [value, setValue] = useState<T>(() => {
    const found = kept?.get(name)
    return reads(found) ? found : initial
  })
  const latest = useLatest(value)
  useEffect(() => () => void kept?.set(name, latest.current), [kept, name, latest])
  return [value, useCallback((next: T) => setValue(next), [])]
}
