import { useEffect, useState } from 'react'
import type { PaletteFinding } from '#renderer/client/palette.ts'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { useFeatureParts } from '../all-features.tsx'
import type { GroupFinding } from './palette-items.ts'
import type { PaletteWish } from './palette-wish.ts'

export interface Findings {
  readonly found: readonly GroupFinding[]
  /** The wish these belong to; another than the typed one while the answer is on its way. */
  readonly wish: PaletteWish
}

const NOTHING: Findings = { found: [], wish: { prefix: null, text: '' } }
const EMPTY: PaletteFinding = { hits: [] }
// Fast typing asks once; the station answers before the next key anyway.
const PAUSE_MS = 30

/** What the features find for a wish; the last answer stays until the next is whole, so that nothing jumps. */
export function useFindings(wish: PaletteWish): Findings {
  const tools = useScreenTools()
  const { paletteGroups } = useFeatureParts()
  const [findings, setFindings] = useState(NOTHING)
  const { prefix, text } = wish
  useEffect(() => {
    const groups = paletteGroups.filter((group) => prefix === null || group.prefix === prefix)
    if (text === '' || prefix === '>' || groups.length === 0) return setFindings({ found: [], wish: { prefix, text } })
    let isOver = false
    const timer = setTimeout(async () => {
      // One group that cannot answer must not keep the others from being shown.
      const found = await Promise.all(
        groups.map(async (group) => ({ group, finding: await group.find(text, tools).catch(() => EMPTY) })),
      )
      if (!isOver) setFindings({ found, wish: { prefix, text } })
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [prefix, text, paletteGroups, tools])
  return findings
}
