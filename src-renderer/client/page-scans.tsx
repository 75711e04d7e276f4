import { createContext, useContext, useEffect } from 'react'
import { useLatest } from './use-latest.ts'

/** Deals with a scanned code in place of the ordinary routing; false: not mine. */
export type PageScan = (code: string) => Promise<boolean>

export interface PageScans {
  readonly add: (take: PageScan) => () => void
}

/** Filled by the shell, which hears the scanner. */
export const PageScansContext = createContext<PageScans | null>(null)

/** While this page is open, codes it knows stay on it: a product scanned while an order is typed goes onto that order. */
export function usePageScan(take: PageScan): void {
  const scans = useContext(PageScansContext)
  const latest = useLatest(take)
  useEffect(() => scans?.add((code) => latest.current(code)), [scans, latest])
}
