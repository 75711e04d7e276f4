import { canonicalJson, type Json, sortedKeys } from '#shared/kernel/canonical-json.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'

/**
 * Canonical texts of values as long as somebody has them: one stands in the log and in its document, a line of a catalogue
 * product in many orders of a batch. Each object is written out once; values are never altered after they were given.
 */
export class CanonicalTexts {
  readonly #known = new WeakMap<object, string>()

  /** Fields by path, as a document keeps them. */
  ofValues(values: Readonly<Record<string, Json>>): string {
    let text = '{'
    for (const path of sortedKeys(values)) {
      const value = values[path]
      if (value === undefined) continue
      text += `${text === '{' ? '' : ','}${JSON.stringify(path)}:${this.#of(value)}`
    }
    return `${text}}`
  }

  /** Fields from -> to by path, as the log keeps them. */
  ofChanges(fields: ChangedFields): string {
    let text = '{'
    for (const path of sortedKeys(fields)) {
      const change = fields[path]
      if (change === undefined) continue
      text += `${text === '{' ? '' : ','}${JSON.stringify(path)}:[${this.#of(change[0])},${this.#of(change[1])}]`
    }
    return `${text}}`
  }

  #of(value: Json): string {
    if (typeof value !== 'object' || value === null) return canonicalJson(value)
    const known = this.#known.get(value)
    if (known !== undefined) return known
    const text = canonicalJson(value)
    this.#known.set(value, text)
    return text
  }
}
