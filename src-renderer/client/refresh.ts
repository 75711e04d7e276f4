import type { QueryClient } from '@tanstack/react-query'
import { productContract } from '#shared/contract.ts'
import type { Announcement, AnyProcedure } from '#shared/kernel/contract.ts'

// One command touches several documents and announces once; two commands in a row are one look at the screen.
const PAUSE_MS = 30

const procedures: Readonly<Record<string, AnyProcedure>> = productContract

/** Asks again what announcements have touched: at once what is on screen, the rest when it is looked at. */
export function refresher(queries: QueryClient): (announcement: Announcement) => void {
  const waiting = new Set<string>()
  let isWaiting = false
  return (announcement) => {
    for (const what of touchedBy(announcement)) waiting.add(what)
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      const touched = new Set(waiting)
      waiting.clear()
      void queries.invalidateQueries({ predicate: ({ queryKey }) => dependsOn(queryKey[0], touched) })
    }, PAUSE_MS)
  }
}

export function touchedBy({ entities, local }: Announcement): ReadonlySet<string> {
  return new Set([...Object.keys(entities), ...local])
}

/** Whether the answer to a query may have changed. */
export function dependsOn(name: unknown, touched: ReadonlySet<string>): boolean {
  const procedure = typeof name === 'string' ? procedures[name] : undefined
  return procedure?.touches.some((entity) => touched.has(entity)) ?? false
}
