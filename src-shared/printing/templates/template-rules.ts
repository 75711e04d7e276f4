import type { FieldProblem } from '../../kernel/result.ts'
import type { TemplateDesign } from './design-schema.ts'
import { fieldsIn, type LabelDesign } from './label-design.ts'
import type { PaperDesign } from './paper-look.ts'
import type { LabelShape, PaperShape, TemplateShape } from './template-shape.ts'

/** What of a design its kind of paper does not have: a paper's blocks, a label's fields. */
export function designProblems(design: TemplateDesign, shape: TemplateShape): FieldProblem[] {
  if (design.design === 'paper')
    return shape.shape === 'paper' ? paperProblems(design, shape) : [{ field: 'design', code: 'template.otherKind' }]
  return shape.shape === 'label' ? labelProblems(design, shape) : [{ field: 'design', code: 'template.otherKind' }]
}

function paperProblems(design: PaperDesign, shape: PaperShape): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const list of ['sections', 'columns'] as const) {
    for (const [at, piece] of design[list].entries()) {
      const known = shape[list].find((each) => each.name === piece.name)
      const field = `design.${list}.${at}`
      if (known === undefined) problems.push({ field, code: 'template.unknownPiece', params: { name: piece.name } })
      else if (known.isNeeded === true && !piece.isShown)
        problems.push({ field, code: 'template.pieceNeeded', params: { name: piece.name } })
    }
  }
  return problems
}

function labelProblems(design: LabelDesign, shape: LabelShape): FieldProblem[] {
  const problems: FieldProblem[] = []
  const ids = new Set<string>()
  for (const [at, part] of design.parts.entries()) {
    const field = `design.parts.${at}`
    if (ids.has(part.id)) problems.push({ field, code: 'template.partTwice' })
    ids.add(part.id)
    if ('content' in part) {
      const unknown = fieldsIn(part.content).find((name) => !shape.fields.includes(name))
      if (unknown !== undefined)
        problems.push({ field: `${field}.content`, code: 'template.unknownField', params: { name: unknown } })
      else if (part.content === '') problems.push({ field: `${field}.content`, code: 'text.required' })
    }
    if (part.part === 'picture' && part.picture.from === 'field' && !shape.pictures.includes(part.picture.name))
      problems.push({ field: `${field}.picture`, code: 'template.unknownField', params: { name: part.picture.name } })
  }
  return problems
}

/** Pictures of the shop's own that a design carries, each with the field that names it. */
export function ownPictures(design: TemplateDesign): { readonly field: string; readonly hash: string }[] {
  if (design.design === 'paper')
    return design.logo.from === 'own' ? [{ field: 'design.logo', hash: design.logo.hash }] : []
  return design.parts.flatMap((part, at) =>
    part.part === 'picture' && part.picture.from === 'own'
      ? [{ field: `design.parts.${at}.picture`, hash: part.picture.hash }]
      : [],
  )
}

/** PR49: whether what a label says is money. */
export function showsMoney(design: LabelDesign, shape: LabelShape): boolean {
  return design.parts.some(
    (part) => 'content' in part && fieldsIn(part.content).some((name) => shape.money.includes(name)),
  )
}
