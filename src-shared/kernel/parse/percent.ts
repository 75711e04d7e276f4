import type { Language } from '../language.ts'
import { type BasisPoints, wholeInBasisPoints } from '../percent.ts'
import { normaliseDigits } from './digits.ts'
import { parseNumber } from './number.ts'
import type { Reading } from './reading.ts'

export interface PercentRules {
  readonly language: Language
  /** In basis points; 0 to 100 % unless a field says otherwise (a markup may be more). */
  readonly min?: BasisPoints
  readonly max?: BasisPoints
}

/** `21`, `21 %`, `12,5%` as basis points. */
export function parsePercent(raw: string, rules: PercentRules): Reading<BasisPoints> {
  const { text, normalised } = normaliseDigits(raw)
  const bare = text.trim().replace(/\s*%$/u, '')
  const { language, min = 0, max = wholeInBasisPoints } = rules
  const reading = parseNumber(bare, { language, decimals: 2, min, max })
  return reading.ok ? { ...reading, normalised: reading.normalised || normalised } : reading
}
