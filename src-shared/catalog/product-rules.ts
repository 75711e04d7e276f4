import { hasText } from '#shared/kernel/local-text.ts'
import type { FieldProblem } from '#shared/kernel/result.ts'
import type { Product } from './product.ts'
import { freeSizeCode, type OptionCondition, type ProductOption } from './product-options.ts'

/** What is wrong between the parts of a product, by the path of the part. */
export function productProblems(product: Product): readonly FieldProblem[] {
  return [
    ...wordsProblems(product),
    ...product.options.flatMap((option, at) => optionProblems(product, option, `options.${at}`)),
    ...product.optionRules.flatMap((rule, at) => [
      ...subjectProblems(product, rule.option, rule.values, `optionRules.${at}`),
      ...conditionProblems(product, rule.conditions, `optionRules.${at}`),
    ]),
    ...priceProblems(product),
  ]
}

function wordsProblems(product: Product): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!hasText(product.names)) problems.push({ field: 'names', code: 'product.withoutName' })
  if (product.assortment === 'supplier' && product.supplier === null) {
    problems.push({ field: 'supplier', code: 'product.withoutSupplier' })
  }
  if (product.kind === 'service' && product.isStocked) {
    problems.push({ field: 'isStocked', code: 'product.serviceInStock' })
  }
  const codes = product.barcodes.map((each) => each.code)
  codes.forEach((code, at) => {
    if (codes.indexOf(code) !== at) problems.push({ field: `barcodes.${at}.code`, code: 'product.barcodeTwice' })
  })
  return problems
}

function optionProblems(product: Product, option: ProductOption, path: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  const at = product.options.indexOf(option)
  if (product.options.findIndex((each) => each.code === option.code) !== at) {
    problems.push({ field: `${path}.code`, code: 'option.codeTwice' })
  }
  if (option.kind !== 'choice' && product.options.findIndex((each) => each.kind === option.kind) !== at) {
    problems.push({ field: path, code: option.kind === 'size' ? 'option.secondSize' : 'option.secondPages' })
  }
  return [...problems, ...(option.kind === 'pages' ? pagesProblems(option, path) : valueProblems(option, path))]
}

function pagesProblems(option: Extract<ProductOption, { kind: 'pages' }>, path: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (option.min > option.max) problems.push({ field: `${path}.min`, code: 'option.minAboveMax' })
  const isPossible = (count: number): boolean =>
    count >= option.min && count <= option.max && (count - option.min) % option.step === 0
  option.offered.forEach((count, index) => {
    if (!isPossible(count)) problems.push({ field: `${path}.offered.${index}`, code: 'option.pagesImpossible' })
  })
  if (option.defaultValue !== null && !isPossible(option.defaultValue)) {
    problems.push({ field: `${path}.defaultValue`, code: 'option.pagesImpossible' })
  }
  return problems
}

function valueProblems(option: Exclude<ProductOption, { kind: 'pages' }>, path: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  const codes = option.values.map((value) => value.code)
  codes.forEach((code, index) => {
    const field = `${path}.values.${index}.code`
    if (codes.indexOf(code) !== index) problems.push({ field, code: 'option.valueTwice' })
    // Rules and conditions could not tell it from a size of one's own.
    if (option.kind === 'size' && code === freeSizeCode) problems.push({ field, code: 'option.reservedCode' })
  })
  if (option.defaultValue !== null && !codes.includes(option.defaultValue)) {
    problems.push({ field: `${path}.defaultValue`, code: 'option.unknownDefault' })
  }
  if (option.kind !== 'size') return problems
  if (option.values.length === 0 && option.free === null) problems.push({ field: path, code: 'option.withoutSizes' })
  const { free } = option
  if (free && (free.minWidth > free.maxWidth || free.minHeight > free.maxHeight)) {
    problems.push({ field: `${path}.free`, code: 'option.minAboveMax' })
  }
  return problems
}

function subjectProblems(
  product: Product,
  code: string,
  values: readonly string[] | null,
  path: string,
): FieldProblem[] {
  const option = product.options.find((each) => each.code === code)
  if (option === undefined) return [{ field: `${path}.option`, code: 'option.unknown' }]
  const isKnown = (value: string): boolean => knowsValue(option, value)
  return values === null || values.every(isKnown) ? [] : [{ field: `${path}.values`, code: 'option.unknownValue' }]
}

function knowsValue(option: ProductOption, value: string): boolean {
  if (option.kind === 'pages') return /^\d+$/.test(value)
  if (option.kind === 'size' && value === freeSizeCode) return option.free !== null
  return option.values.some((each) => each.code === value)
}

function conditionProblems(product: Product, conditions: readonly OptionCondition[], path: string): FieldProblem[] {
  return conditions.flatMap((condition, at) => {
    const field = `${path}.conditions.${at}`
    if (condition.kind === 'values') return subjectProblems(product, condition.option, condition.anyOf, field)
    const option = product.options.find((each) => each.code === condition.option)
    return option?.kind === 'pages' ? [] : [{ field: `${field}.option`, code: 'option.unknown' }]
  })
}

function priceProblems({ priceTable, ...product }: Product): FieldProblem[] {
  if (priceTable === null) return []
  const whole = { ...product, priceTable }
  const needsSize =
    priceTable.entries.some((entry) => entry.way.kind === 'area') ||
    priceTable.surcharges.some((surcharge) => surcharge.levels.some((level) => level.perSquareMetre !== null))
  const needsPages = priceTable.surcharges.some((surcharge) => surcharge.levels.some((level) => level.perPage !== null))
  const hourly = priceTable.entries.some((entry) => entry.way.kind === 'hourly')
  const lacks = (kind: ProductOption['kind']): boolean => !product.options.some((option) => option.kind === kind)
  return [
    ...priceTable.entries.flatMap((entry, at) =>
      conditionProblems(whole, entry.conditions, `priceTable.entries.${at}`),
    ),
    ...priceTable.surcharges.flatMap((surcharge, at) => {
      return conditionProblems(whole, surcharge.conditions, `priceTable.surcharges.${at}`)
    }),
    ...(needsSize && lacks('size') ? [{ field: 'priceTable', code: 'price.needsSize' }] : []),
    ...(needsPages && lacks('pages') ? [{ field: 'priceTable', code: 'price.needsPages' }] : []),
    ...(hourly && product.unit !== 'HUR' ? [{ field: 'unit', code: 'price.needsHours' }] : []),
  ]
}
