import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type FormCheck, type Problem, useCommand, useFormCheck, useFormDraft } from '#renderer/client/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { type TemplateDesign, templateDesignSchema } from '#shared/printing/templates/design-schema.ts'
import { designProblems } from '#shared/printing/templates/template-rules.ts'
import type { TemplateShape } from '#shared/printing/templates/template-shape.ts'

export type Template = OutputFor<'printTemplate.get'>

export interface TemplateForm {
  readonly isReady: boolean
  readonly name: string
  readonly design: TemplateDesign
  readonly setName: (name: string) => void
  /** `step` names what is one move of a hand: all of a drag, or of a word typed, are taken back together. */
  readonly change: (design: TemplateDesign, step?: string) => void
  readonly undo: () => void
  readonly canUndo: boolean
  readonly isChanged: boolean
  readonly save: () => Promise<boolean>
  readonly isSaving: boolean
  readonly problem: Problem | null
  readonly check: FormCheck
}

const values = z.object({ name: z.string(), design: templateDesignSchema })

/** A template while it is changed: kept as it is typed, taken back step by step, saved as the next version (PR45). */
export function useTemplateForm(template: Template, shape: TemplateShape): TemplateForm {
  const { t } = useTranslation('printing')
  const { id, version } = template
  const saved = useMemo(() => ({ name: template.name, design: template.design }), [template.name, template.design])
  const draft = useFormDraft({
    key: `printTemplate/${id}/${version}`,
    kind: 'printTemplate',
    title: (now) => now.name || t('screen.templates.title'),
    initial: saved,
    form: values,
  })
  const { name, design } = draft.values
  const save = useCommand('printTemplate.change')
  const [steps, setSteps] = useState<readonly TemplateDesign[]>([])
  const lastStep = useRef<string | null>(null)
  const input = useMemo(() => ({ id, version, name, design }), [id, version, name, design])
  const found = useMemo(() => designProblems(design, shape), [design, shape])
  const check = useFormCheck('printTemplate.change', input, save.problem, found)
  const set = draft.change
  const change = useCallback(
    (next: TemplateDesign, step?: string) => {
      const isSameStep = step !== undefined && step === lastStep.current
      lastStep.current = step ?? null
      if (!isSameStep) setSteps((all) => [...all.slice(-99), design])
      set((now) => ({ ...now, design: next }))
    },
    [design, set],
  )
  const undo = () => {
    const last = steps.at(-1)
    if (last === undefined) return
    lastStep.current = null
    setSteps(steps.slice(0, -1))
    set((now) => ({ ...now, design: last }))
  }
  const isChanged = JSON.stringify(draft.values) !== JSON.stringify(saved)
  return {
    isReady: draft.isReady,
    name,
    design,
    setName: (text) => set((now) => ({ ...now, name: text })),
    change,
    undo,
    canUndo: steps.length > 0,
    isChanged,
    check,
    isSaving: save.isPending,
    problem: save.problem,
    save: async () => {
      if (!check.checkAll()) return false
      const isDesigned = JSON.stringify(design) !== JSON.stringify(saved.design)
      const outcome = await save.run({ id, version, name, ...(isDesigned ? { design } : {}) })
      if (!outcome.ok) return false
      lastStep.current = null
      await draft.discard()
      check.reset()
      return true
    },
  }
}
