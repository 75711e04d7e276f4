import type { Currency } from '#shared/kernel/currency.ts'
import { lineAmount } from '#shared/kernel/money.ts'
import { thousandthsPerUnit } from '#shared/kernel/quantity.ts'
import type { PriceTable, PriceWay } from './price-table.ts'

/** CT15: the least that anybody pays by the table, before options and discounts: what lists and labels show as "from". */
export function leastAmount(table: PriceTable | null): number | null {
  if (table === null) return null
  const amounts = table.entries.flatMap(({ way }) => leastOf(way, table.currency))
  return amounts.length === 0 ? null : Math.min(...amounts)
}

function leastOf(way: PriceWay, currency: Currency): number[] {
  switch (way.kind) {
    case 'tiers':
      return way.tiers.map((tier) => lineAmount(tier.from, tier.price, currency))
    case 'area': {
      const [first] = way.tiers
      const piece = first === undefined ? 0 : lineAmount(way.minimumArea, first.price, currency)
      return [Math.max(way.minimumCharge, piece)]
    }
    case 'hourly':
      return [lineAmount(Math.max(way.minimum, way.step), way.price, currency)]
    case 'unit':
      return [lineAmount(thousandthsPerUnit, way.price, currency)]
  }
}
