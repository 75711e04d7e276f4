import { type FieldProblem, type Refusal, type Result, refused } from '#shared/kernel/result.ts'
import { firstMisfit, type VatNumberForm, vatNumberFormByPrefix, vatNumberFormOf } from './vat-number-forms.ts'

/** Where in what was typed the trouble is, as positions of its first and last character, so that the field can mark it. */
export interface Marked {
  readonly from: number
  readonly to: number
}

export type VatNumberProblemCode =
  | 'vatNumber.empty'
  | 'vatNumber.withoutCountry'
  | 'vatNumber.tooManyDigits'
  | 'vatNumber.tooFewDigits'
  | 'vatNumber.tooManyCharacters'
  | 'vatNumber.tooFewCharacters'
  | 'vatNumber.wrongLength'
  | 'vatNumber.wrongCharacter'
  | 'vatNumber.checkDigits'

export interface VatNumberProblem {
  readonly code: VatNumberProblemCode
  /** `context` is the country, `count` how many are too many or missing: both choose the sentence. */
  readonly params: Readonly<Record<string, string | number>>
  readonly marked: Marked | null
}

/** Nothing wrong, but worth a look: the number belongs to another country than the address. */
export interface VatNumberNotice {
  readonly code: 'vatNumber.otherCountry'
  readonly params: { readonly prefix: string; readonly country: string }
}

export type VatNumberCheck =
  | {
      readonly ok: true
      /** As it is kept and printed: prefix and number without blanks. */
      readonly number: string
      readonly country: string
      /** `not`: outside the European Union, where we know no rules. */
      readonly checked: 'check_digits' | 'form' | 'not'
      readonly notice: VatNumberNotice | null
    }
  | { readonly ok: false; readonly problem: VatNumberProblem }

/** What was typed without blanks and dots, each character with its place in it. */
interface Typed {
  readonly text: string
  readonly places: readonly number[]
}

const separators = /^[\s.,\-–/()_\u200B-\u200F\u2060\uFEFF]$/u

function readTyped(input: string): Typed {
  const places: number[] = []
  let text = ''
  for (let at = 0; at < input.length; at += 1) {
    const character = input.charAt(at)
    if (separators.test(character)) continue
    // Full-width digits and letters become plain ones; one typed character may become several.
    for (const plain of character.normalize('NFKC').toUpperCase()) {
      if (separators.test(plain)) continue
      text += plain
      places.push(...Array.from(plain, () => at))
    }
  }
  return { text, places }
}

function withoutFirst(typed: Typed, count: number): Typed {
  return { text: typed.text.slice(count), places: typed.places.slice(count) }
}

function isRight(form: VatNumberForm, number: string): boolean {
  return (
    form.forms.some((each) => each.length === number.length && firstMisfit(number, each) === null) &&
    (form.hasCheckDigits?.(number) ?? true)
  )
}

/**
 * Checks a VAT number as typed: form and, for the countries of the first users, check digits. `country` is the party's own
 * (ISO 3166-1), for numbers typed without their prefix; whether the number is registered only the tax register knows.
 */
export function checkVatNumber(input: string, country: string | null): VatNumberCheck {
  const typed = readTyped(input)
  if (typed.text === '') return { ok: false, problem: { code: 'vatNumber.empty', params: {}, marked: null } }
  const home = country === null ? undefined : vatNumberFormOf(country)
  // A French key may look like another country's prefix, so the party's own country is tried first.
  if (home && isRight(home, padded(home, typed).text)) return accept(home, padded(home, typed).text, country)
  const foreign = vatNumberFormByPrefix(typed.text.slice(0, 2))
  const form = foreign ?? home
  if (form === undefined) {
    if (country === null) return { ok: false, problem: { code: 'vatNumber.withoutCountry', params: {}, marked: null } }
    return { ok: true, number: typed.text, country, checked: 'not', notice: null }
  }
  const number = padded(form, foreign === undefined ? typed : withoutFirst(typed, 2))
  const problem = problemOf(form, number)
  return problem ? { ok: false, problem } : accept(form, number.text, country)
}

/** Belgian numbers lost nothing but a leading zero when they grew to ten digits; people still write nine. */
function padded(form: VatNumberForm, number: Typed): Typed {
  if (form.country !== 'BE' || !/^\d{9}$/.test(number.text)) return number
  return { text: `0${number.text}`, places: [number.places[0] ?? 0, ...number.places] }
}

function accept(form: VatNumberForm, number: string, country: string | null): VatNumberCheck {
  return {
    ok: true,
    number: `${form.prefix}${number}`,
    country: form.country,
    checked: form.hasCheckDigits ? 'check_digits' : 'form',
    notice:
      country === null || country === form.country
        ? null
        : { code: 'vatNumber.otherCountry', params: { prefix: form.prefix, country } },
  }
}

function problemOf(form: VatNumberForm, number: Typed): VatNumberProblem | null {
  const known = { context: form.country, prefix: form.prefix, example: `${form.prefix} ${form.example}` }
  const ofLength = form.forms.filter((each) => each.length === number.text.length)
  if (ofLength.length === 0) return lengthProblem(form, number, known)
  const misfits = ofLength.map((each) => firstMisfit(number.text, each))
  if (!misfits.includes(null)) {
    const at = Math.max(...misfits.map((misfit) => misfit ?? 0))
    return {
      code: 'vatNumber.wrongCharacter',
      params: { ...known, character: number.text.charAt(at), position: at + 1 },
      marked: markedAt(number, at, at),
    }
  }
  if (form.hasCheckDigits?.(number.text) === false) {
    return { code: 'vatNumber.checkDigits', params: known, marked: null }
  }
  return null
}

function lengthProblem(form: VatNumberForm, number: Typed, known: VatNumberProblem['params']): VatNumberProblem {
  const [only, ...others] = form.forms
  const typed = number.text.length
  if (only === undefined || others.length > 0) {
    return { code: 'vatNumber.wrongLength', params: { ...known, typed }, marked: null }
  }
  const expected = only.length
  const params = { ...known, typed, expected, count: Math.abs(typed - expected) }
  const isDigits = /^9+$/.test(only)
  if (typed < expected) {
    return { code: isDigits ? 'vatNumber.tooFewDigits' : 'vatNumber.tooFewCharacters', params, marked: null }
  }
  return {
    code: isDigits ? 'vatNumber.tooManyDigits' : 'vatNumber.tooManyCharacters',
    params,
    // Nothing tells which digit was one too many, so what hangs over the end is marked.
    marked: markedAt(number, expected, typed - 1),
  }
}

function markedAt(number: Typed, first: number, last: number): Marked {
  const from = number.places[first] ?? 0
  return { from, to: number.places[last] ?? from }
}

/** The problem as a form field shows it. */
export function vatNumberFieldProblem(field: string, problem: VatNumberProblem): FieldProblem {
  return { field, code: problem.code, params: problem.params }
}

/** Refuses a form for its VAT number: one sentence on top, one under the field. */
export function refuseVatNumber(field: string, problem: VatNumberProblem): Result<never> {
  const params: Refusal['params'] = problem.params
  return refused(problem.code, params, [vatNumberFieldProblem(field, problem)])
}
