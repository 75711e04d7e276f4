import { type MinorUnits, sumOf, vatOnNet, vatOutOfGross } from '#shared/kernel/money.ts'
import { type BasisPoints, percentageOf } from '#shared/kernel/percent.ts'
import { prorate } from '#shared/kernel/prorate.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { LineVat, VatCategory } from '#shared/settings/vat-rates.ts'
import { checkDiscount } from './price-checks.ts'

/** Adds up a quotation, order or invoice. Amounts are net, or gross where the document's prices include VAT. */
export interface TotalsInput {
  readonly includesVat: boolean
  readonly lines: readonly TotalsLine[]
  /** Shipping, rush, payment method: on top of the lines, outside the document discount. */
  readonly charges: readonly TotalsCharge[]
  readonly discount: DocumentDiscount | null
}

export interface TotalsLine {
  readonly id: string
  readonly amount: MinorUnits
  readonly vat: LineVat
  /** Some goods get no document discount though they count in the total. */
  readonly isDiscounted: boolean
}

export interface TotalsCharge {
  readonly id: string
  readonly amount: MinorUnits
  readonly vat: LineVat
}

export type DocumentDiscount =
  | { readonly kind: 'percent'; readonly rate: BasisPoints }
  | { readonly kind: 'amount'; readonly amount: MinorUnits }

export interface OrderTotals {
  readonly includesVat: boolean
  readonly linesAmount: MinorUnits
  /** Taken off the lines, with the sign of the lines. */
  readonly discountAmount: MinorUnits
  readonly chargesAmount: MinorUnits
  readonly lines: readonly LineShare[]
  /** By falling rate. */
  readonly vat: readonly VatTotal[]
  readonly net: MinorUnits
  readonly vatAmount: MinorUnits
  readonly gross: MinorUnits
}

export interface LineShare {
  readonly id: string
  /** The line's part of the document discount. */
  readonly discount: MinorUnits
  readonly afterDiscount: MinorUnits
}

/** What is owed at one rate for one reason. */
export interface VatTotal {
  readonly category: VatCategory
  readonly rate: BasisPoints
  readonly net: MinorUnits
  readonly vat: MinorUnits
  readonly gross: MinorUnits
}

/** Sums of sums stay exact below this; no shop comes near. */
const largestTotal = 1_000_000_000_000_000n

export function orderTotals(input: TotalsInput): Result<OrderTotals> {
  const { includesVat, lines, charges } = input
  const size = [...lines, ...charges].reduce((sum, { amount }) => sum + BigInt(Math.abs(amount)), 0n)
  if (size > largestTotal) return refused('total.tooLarge')
  const shares = discountShares(input)
  if (!shares.ok) return shares
  const lineShares = lines.map((line, at): LineShare => {
    const discount = shares.value[at] ?? 0
    return { id: line.id, discount, afterDiscount: line.amount - discount }
  })
  const taxed = [
    ...lines.map(({ vat }, at) => ({ vat, amount: lineShares[at]?.afterDiscount ?? 0 })),
    ...charges.map(({ vat, amount }) => ({ vat, amount })),
  ]
  const vat = vatTotals(taxed, includesVat)
  return accepted({
    includesVat,
    linesAmount: sumOf(lines.map((line) => line.amount)),
    discountAmount: sumOf(shares.value),
    chargesAmount: sumOf(charges.map((charge) => charge.amount)),
    lines: lineShares,
    vat,
    net: sumOf(vat.map((each) => each.net)),
    vatAmount: sumOf(vat.map((each) => each.vat)),
    gross: sumOf(vat.map((each) => each.gross)),
  })
}

/** Each line's part of the document discount, by largest remainder; they sum to the discount exactly. */
function discountShares({ lines, discount }: TotalsInput): Result<readonly MinorUnits[]> {
  const weights = lines.map((line) => (line.isDiscounted ? line.amount : 0))
  const base = sumOf(weights)
  const none = lines.map(() => 0)
  if (discount === null) return accepted(none)
  if (discount.kind === 'percent') {
    const rate = checkDiscount(discount.rate)
    if (!rate.ok) return rate
    return accepted(base === 0 ? none : prorate(percentageOf(base, rate.value), weights))
  }
  const { amount } = discount
  if (amount === 0) return accepted(none)
  // A credit note's discount is negative like its lines; across zero it would be a surcharge.
  if (Math.sign(amount) !== Math.sign(base)) return refused(base === 0 ? 'discount.aboveWhole' : 'discount.negative')
  if (Math.abs(amount) > Math.abs(base)) return refused('discount.aboveWhole')
  return accepted(prorate(amount, weights))
}

/** VAT per rate and category on the sum of the rounded lines, rounded once. */
function vatTotals(
  taxed: readonly { readonly vat: LineVat; readonly amount: MinorUnits }[],
  includesVat: boolean,
): readonly VatTotal[] {
  const groups = new Map<string, { readonly vat: LineVat; readonly amounts: MinorUnits[] }>()
  for (const { vat, amount } of taxed) {
    const key = `${vat.category} ${vat.rate}`
    const group = groups.get(key)
    if (group) group.amounts.push(amount)
    else groups.set(key, { vat, amounts: [amount] })
  }
  return Array.from(groups.values(), ({ vat, amounts }) => vatTotal(vat, sumOf(amounts), includesVat)).sort(
    (a, b) => b.rate - a.rate || (a.category < b.category ? -1 : 1),
  )
}

function vatTotal({ category, rate }: LineVat, sum: MinorUnits, includesVat: boolean): VatTotal {
  if (includesVat) {
    const vat = vatOutOfGross(sum, rate)
    return { category, rate, net: sum - vat, vat, gross: sum }
  }
  const vat = vatOnNet(sum, rate)
  return { category, rate, net: sum, vat, gross: sum + vat }
}
