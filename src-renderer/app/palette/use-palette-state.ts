import { useEffect, useMemo, useRef, useState } from 'react'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { useFeatureParts } from '../all-features.tsx'
import { usePlaces } from '../shell/own-places.tsx'
import { doSection, foundSections, type PaletteItem, type PaletteSection } from './palette-items.ts'
import { type PaletteWish, readWish } from './palette-wish.ts'
import { useFindings } from './use-findings.ts'

export interface PaletteState {
  readonly typed: string
  readonly type: (text: string) => void
  readonly wish: PaletteWish
  readonly sections: readonly PaletteSection[]
  readonly count: number
  /** How many of the lines were found, not offered. */
  readonly foundCount: number
  /** The answer to what is typed is there. */
  readonly isSettled: boolean
  readonly at: number
  readonly item: PaletteItem | undefined
  readonly focus: (place: number) => void
  /** What the preview shows and the actions are about. */
  readonly chosen: PaletteItem | undefined
  /** After Tab: the hit whose actions are listed. */
  readonly ofHit: PaletteItem | null
  readonly showActionsOf: (hit: PaletteItem | null) => void
  readonly run: (item: PaletteItem | undefined) => void
  /** Runs the focused line, or the first line of the answer that is on its way. */
  readonly enter: () => void
}

export function usePaletteState(startText: string, onClose: () => void): PaletteState {
  const tools = useScreenTools()
  const [typed, setTyped] = useState(startText)
  const [focused, setFocused] = useState(0)
  // What the actions are about stays while one of them has the focus.
  const [hitAt, setHitAt] = useState(0)
  const [ofHit, setOfHit] = useState<PaletteItem | null>(null)
  const enterWaits = useRef(false)
  const wish = useMemo(() => readWish(typed), [typed])
  const findings = useFindings(wish)
  const isSettled = findings.wish.text === wish.text && findings.wish.prefix === wish.prefix

  const found = useMemo(
    () => (ofHit === null ? foundSections(findings.found, tools) : []),
    [ofHit, findings.found, tools],
  )
  const foundItems = found.flatMap((section) => section.items)
  const chosen = ofHit ?? foundItems[hitAt] ?? foundItems[0]
  const { paletteActions: actions } = useFeatureParts()
  const places = usePlaces()
  const subjects = chosen?.hit?.subjects ?? []
  const doing = doSection({ actions, places, wish, subjects, isOfHitOnly: ofHit !== null }, tools)
  const sections = doing === null ? found : [...found, doing]
  const items = sections.flatMap((section) => section.items)
  const at = Math.min(focused, Math.max(items.length - 1, 0))
  const item = items[at]

  const run = (wanted: PaletteItem | undefined) => {
    if (wanted === undefined) return
    onClose()
    wanted.run()
  }
  useEffect(() => {
    if (!isSettled || !enterWaits.current) return
    enterWaits.current = false
    run(items[0])
  })
  const focus = (place: number) => {
    const wrapped = items.length === 0 ? 0 : (place + items.length) % items.length
    setFocused(wrapped)
    if (wrapped < foundItems.length) setHitAt(wrapped)
  }
  const type = (text: string) => {
    enterWaits.current = false
    setTyped(text)
    setFocused(0)
    setHitAt(0)
  }
  return {
    typed,
    type,
    wish,
    sections,
    count: items.length,
    foundCount: foundItems.length,
    isSettled,
    at,
    item,
    focus,
    chosen,
    ofHit,
    showActionsOf: (hit) => {
      setOfHit(hit)
      type('')
    },
    run,
    enter: () => {
      if (isSettled) run(item)
      else enterWaits.current = true
    },
  }
}
