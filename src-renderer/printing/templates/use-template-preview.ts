import { useEffect, useRef, useState } from 'react'
import { type Problem, useClient } from '#renderer/client/index.ts'
import type { InputFor, OutputFor } from '#shared/contract.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'

export type TemplateWish = InputFor<'printTemplate.preview'>
export type TemplateShown = OutputFor<'printTemplate.preview'>

export interface TemplatePreview {
  /** The last picture; it stays while the next is drawn. */
  readonly shown: TemplateShown | null
  readonly problem: Problem | null
}

/**
 * The design as it would be printed. One picture is drawn at a time: while somebody types or drags, only the latest wish is
 * kept, so that the picture follows as fast as it can be drawn and never runs behind.
 */
export function useTemplatePreview(wish: TemplateWish): TemplatePreview {
  const { ask } = useClient()
  const [shown, setShown] = useState<TemplateShown | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const line = useRef<{ isBusy: boolean; next: TemplateWish | null; isGone: boolean }>({
    isBusy: false,
    next: null,
    isGone: false,
  })
  useEffect(() => {
    const state = line.current
    state.isGone = false
    return () => {
      state.isGone = true
    }
  }, [])
  useEffect(() => {
    const state = line.current
    // Half a number or half a colour is not drawn: the last whole picture stays.
    if (!printTemplateContract['printTemplate.preview'].input.safeParse(wish).success) return
    state.next = wish
    if (state.isBusy) return
    const draw = async () => {
      state.isBusy = true
      while (state.next !== null && !state.isGone) {
        const wanted = state.next
        state.next = null
        const outcome = await ask.local('printTemplate.preview', wanted)
        if (state.isGone) break
        if (outcome.ok) setShown(outcome.value)
        setProblem(outcome.ok ? null : outcome.problem)
      }
      state.isBusy = false
    }
    void draw()
  }, [ask, wish])
  return { shown, problem }
}
