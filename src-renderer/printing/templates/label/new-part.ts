import type { DesignPart, LabelDesign } from '#shared/printing/templates/label-design.ts'
import type { LabelShape } from '#shared/printing/templates/template-shape.ts'

export type NewPart = 'text' | 'field' | 'code' | 'picture' | 'line' | 'box'

/** An id that no part of the label has. */
export function freshId(parts: readonly DesignPart[]): string {
  let count = parts.length + 1
  while (parts.some((part) => part.id === `part-${count}`)) count += 1
  return `part-${count}`
}

const text = { part: 'text', size: 40, lines: 1, align: 'start', shrinkTo: 60, turn: 0 } as const

/** A new part in the middle of the label, as large as most are. */
export function newPart(what: NewPart, { size, parts }: LabelDesign, shape: LabelShape): DesignPart {
  const id = freshId(parts)
  const width = Math.max(50, Math.round(size.width * 0.6))
  const at = { id, x: Math.round((size.width - width) / 2), y: Math.round(size.height / 3) }
  const [field = ''] = shape.fields
  const [picture = ''] = shape.pictures
  switch (what) {
    case 'text':
      return { ...text, ...at, width, content: 'ABC' }
    case 'field':
      return { ...text, ...at, width, content: `{${field}}` }
    case 'code': {
      const content = `{${codeField(shape)}}`
      return { part: 'code128', ...at, width, height: 150, content, hasCaption: true, turn: 0 }
    }
    case 'picture':
      return { part: 'picture', ...at, width: 150, height: 150, picture: { from: 'field', name: picture }, turn: 0 }
    case 'line':
      return { part: 'line', ...at, length: width, direction: 'across', thickness: 4 }
    case 'box':
      return { part: 'box', ...at, width, height: Math.round(size.height / 3), thickness: 4 }
  }
}

/** What a scanner looks for first, of what the subject offers. */
function codeField({ fields }: LabelShape): string {
  return ['barcode', 'orderNumber', 'code'].find((each) => fields.includes(each)) ?? fields[0] ?? ''
}
