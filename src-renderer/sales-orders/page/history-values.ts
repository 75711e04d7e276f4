import { canonicalJson } from '#shared/kernel/canonical-json.ts'

/**
 * A field's value in the history as text a clerk can read: texts as they are, values made of several parts by the parts that
 * say most. What nobody can read says only that it is there.
 */
export function historyText(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(historyText).filter(Boolean).join(', ')
  if (typeof value !== 'object') return ''
  const parts: Readonly<Record<string, unknown>> = { ...value }
  const telling = ['title', 'name', 'text', 'street', 'postcode', 'city', 'on', 'at', 'shortCode', 'phone', 'email']
  const said = telling.map((key) => parts[key]).filter((part) => typeof part === 'string' && part !== '')
  return said.length > 0 ? said.join(' ') : canonicalJson(value).length > 120 ? '…' : canonicalJson(value)
}

/** `lines.<id>.item` is the field `item` of a line; its place in the order is not in the history. */
export function fieldWord(path: string): { readonly field: string; readonly isLine: boolean } {
  const [entity = '', , field] = path.split('.')
  return entity === 'lines' && field !== undefined ? { field, isLine: true } : { field: entity, isLine: false }
}
