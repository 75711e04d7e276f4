import { useState } from 'react'
import type { DesignPart, LabelDesign } from '#shared/printing/templates/label-design.ts'
import { inLayer } from '#shared/printing/templates/part-frame.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'
import type { TemplateForm } from '../use-template-form.ts'
import { freshId, type NewPart, newPart } from './new-part.ts'

export interface LabelParts {
  readonly design: LabelDesign
  readonly chosen: DesignPart | null
  readonly choose: (id: string | null) => void
  /** `step` keeps what one hand does in one go together for undo. */
  readonly put: (part: DesignPart, step?: string) => void
  readonly resize: (size: Partial<LabelDesign['size']>) => void
  readonly add: (what: NewPart) => void
  readonly duplicate: (part: DesignPart) => void
  readonly remove: (part: DesignPart) => void
  readonly layer: (part: DesignPart, by: 1 | -1) => void
}

/** The parts of a label while they are moved about. */
export function useLabelParts(form: TemplateForm, shape: LabelShape): LabelParts {
  const [chosenId, choose] = useState<string | null>(null)
  const design = form.design.design === 'label' ? form.design : shape.starter
  const { parts } = design
  const set = (next: readonly DesignPart[], step?: string) => form.change({ ...design, parts: next }, step)
  const insert = (part: DesignPart) => {
    set([...parts, part])
    choose(part.id)
  }
  return {
    design,
    chosen: parts.find((part) => part.id === chosenId) ?? null,
    choose,
    put: (part, step) =>
      set(
        parts.map((each) => (each.id === part.id ? part : each)),
        step,
      ),
    resize: (size) => form.change({ ...design, size: { ...design.size, ...size } }, 'size'),
    add: (what) => insert(newPart(what, design, shape)),
    duplicate: (part) => insert({ ...part, id: freshId(parts), x: part.x + 30, y: part.y + 30 }),
    remove: (part) => {
      const at = parts.findIndex((each) => each.id === part.id)
      set(parts.filter((each) => each.id !== part.id))
      choose(parts[at + 1]?.id ?? parts[at - 1]?.id ?? null)
    },
    layer: (part, by) => set(inLayer(parts, part.id, by)),
  }
}
