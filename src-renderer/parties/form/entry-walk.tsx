import type { KeyboardEvent, ReactNode } from 'react'
import { focusNextStop, goesOnWithEnter } from '#renderer/ui/index.ts'

/** Enter goes from field to field, as everywhere in an entry; from the last one it goes nowhere. */
export function EntryWalk({ children }: { children: ReactNode }) {
  // On the way down: a closed list of choices would otherwise open and stay behind.
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!goesOnWithEnter(event)) return
    event.preventDefault()
    event.stopPropagation()
    focusNextStop(event.currentTarget, event.target)
  }
  return <div onKeyDownCapture={onKeyDownCapture}>{children}</div>
}
