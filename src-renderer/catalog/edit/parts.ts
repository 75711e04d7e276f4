export const editorParts = ['general', 'options', 'prices'] as const
export type EditorPart = (typeof editorParts)[number]

const optionFields = /^(?:options|optionRules)(?:\.|$)/u
const priceFields = /^(?:priceTable|quantities|discount)(?:\.|$)/u

/** The part of the editor that holds a field, so that F8 finds it wherever it is. */
export function partOfField(field: string): EditorPart {
  if (optionFields.test(field)) return 'options'
  return priceFields.test(field) ? 'prices' : 'general'
}
