import type { z } from 'zod'
import { type Given, given } from '#shared/kernel/given.ts'
import { accepted, type FieldProblem, type Result, refusedFields } from '#shared/kernel/result.ts'
import type { companyFields } from './company-form.ts'
import { checkPattern, endlessSeries, housePatterns } from './number-pattern.ts'
import { checkVatNumber, vatNumberFieldProblem } from './vat-number.ts'

type CompanyFields = z.output<typeof companyFields>
export type CompanyPatch = { readonly [K in keyof CompanyFields]?: CompanyFields[K] | undefined }

/**
 * What of a form may be kept (SE2, SE3): VAT numbers in the form in which papers show them, patterns that tell stations
 * and years apart. `country` is the shop's own, for numbers typed without their prefix; `at` is where in the form it stands.
 */
export function settleCompany(patch: CompanyPatch, country: string, at = ''): Result<Given<CompanyPatch>> {
  const problems: FieldProblem[] = []
  const vatNumbers: string[] = []
  for (const [place, typed] of (patch.vatNumbers ?? []).entries()) {
    const check = checkVatNumber(typed, country)
    if (!check.ok) problems.push(vatNumberFieldProblem(`${at}vatNumbers.${place}`, check.problem))
    else if (vatNumbers.includes(check.number))
      problems.push({ field: `${at}vatNumbers.${place}`, code: 'vatNumber.twice', params: { number: check.number } })
    else vatNumbers.push(check.number)
  }
  for (const [series, pattern] of Object.entries(patch.numberPatterns ?? {})) {
    const code =
      series in housePatterns ? checkPattern(pattern, !endlessSeries.has(series)) : 'numberPattern.unknownSeries'
    if (code !== undefined) problems.push({ field: `${at}numberPatterns.${series}`, code, params: { series, pattern } })
  }
  if (problems.length > 0) return refusedFields('company.invalid', problems)
  return accepted(given({ ...patch, vatNumbers: patch.vatNumbers === undefined ? undefined : vatNumbers }))
}
