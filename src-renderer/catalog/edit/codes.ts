import { fold } from '#shared/kernel/text.ts'
import type { Texts } from './product-values.ts'

const longest = 64

/**
 * A code made from the first name somebody gave: "Matt lamination" is `matt-lamination`. Orders, rules and prices name it
 * from then on, so it is settled when the name is left and never follows it later (CT3).
 */
export function codeFrom(names: Texts, otherwise: string, taken: readonly string[]): string {
  const named = Object.values(names).find((name) => name.trim() !== '') ?? otherwise
  const code = fold(named)
    .replace(/\s*x\s*(?=\d)/gu, 'x')
    .replace(/[^a-z0-9._-]+/gu, '-')
    .replace(/^[^a-z0-9]+|[._-]+$/gu, '')
    .slice(0, longest)
  if (code === '') return ''
  if (!taken.includes(code)) return code
  for (let count = 2; ; count += 1) {
    const next = `${code.slice(0, longest - 5)}-${count}`
    if (!taken.includes(next)) return next
  }
}
