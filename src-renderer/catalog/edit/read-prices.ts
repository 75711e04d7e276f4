import type { OptionSurcharge, PriceEntry, PriceTable, PriceTier, PriceWay } from '#shared/catalog/price-table.ts'
import { isCurrency } from '#shared/kernel/currency.ts'
import { type Thousandths, thousandthsPerUnit, type UnitCode } from '#shared/kernel/quantity.ts'
import type { EntryValues, LevelValues, OptionValues, PriceValues, SurchargeValues } from './product-values.ts'
import { readConditions } from './read-options.ts'
import type { TypedReader } from './typed-reader.ts'

const wholeStep: Thousandths = thousandthsPerUnit
const quarterHour: Thousandths = 250
const leastPercent = -10_000
const mostPercent = 1_000_000

/** The name of the field for the quantity of a row: all columns share it, so it is nobody's tier alone. */
export function quantityField(row: number): string {
  return `quantities.${row}`
}

/** The price table out of the form. A row without a quantity and without a price is the one that waits to be typed into. */
export function readPrices(
  prices: PriceValues | null,
  options: readonly OptionValues[],
  unit: UnitCode,
  reader: TypedReader,
): PriceTable | null {
  if (prices === null) return null
  const quantities = readQuantities(prices, unit, reader)
  return {
    currency: isCurrency(prices.currency) ? prices.currency : 'EUR',
    includesVat: prices.includesVat,
    datedOn: prices.datedOn,
    sets: prices.sets,
    extraSet: reader.amount('priceTable.extraSet', prices.extraSet),
    entries: prices.entries.map((entry, at) =>
      readEntry(entry, quantities, options, `priceTable.entries.${at}`, reader),
    ),
    surcharges: prices.surcharges.map((surcharge, at) =>
      readSurcharge(surcharge, options, `priceTable.surcharges.${at}`, reader),
    ),
  }
}

/** Rising quantities; null for a row that is not used. */
function readQuantities(prices: PriceValues, unit: UnitCode, reader: TypedReader): readonly (Thousandths | null)[] {
  let before: Thousandths = 0
  return prices.quantities.map((text, row) => {
    const isUsed = prices.entries.some(
      ({ way, prices: column }) => way === 'tiers' && (column[row] ?? '').trim() !== '',
    )
    if (text.trim() === '' && !isUsed) return null
    const field = quantityField(row)
    const quantity = reader.quantity(field, text, unit, before + wholeStep)
    if (!isUsed) return null
    if (quantity <= before) reader.note(field, 'price.tiersNotRising')
    before = Math.max(quantity, before + wholeStep)
    return before
  })
}

function readEntry(
  entry: EntryValues,
  quantities: readonly (Thousandths | null)[],
  options: readonly OptionValues[],
  path: string,
  reader: TypedReader,
): PriceEntry {
  return {
    names: entry.names,
    conditions: readConditions(entry.conditions, options, `${path}.conditions`, reader),
    way: readWay(entry, quantities, `${path}.way`, reader),
  }
}

function readWay(
  entry: EntryValues,
  quantities: readonly (Thousandths | null)[],
  path: string,
  reader: TypedReader,
): PriceWay {
  switch (entry.way) {
    case 'tiers': {
      const { priced, between } = entry
      return { kind: 'tiers', priced, between, tiers: readTiers(entry, quantities, path, reader) }
    }
    case 'area':
      return {
        kind: 'area',
        minimumArea: reader.decimal(`${path}.minimumArea`, entry.minimumArea, 0),
        minimumCharge: reader.amount(`${path}.minimumCharge`, entry.minimumCharge),
        tiers: entry.areas
          .filter(({ from, price }) => `${from}${price}`.trim() !== '')
          .map(({ from, price }, at) => ({
            from: reader.decimal(`${path}.tiers.${at}.from`, from, 0),
            price: reader.price(`${path}.tiers.${at}.price`, price),
          })),
      }
    case 'hourly':
      return {
        kind: 'hourly',
        price: reader.price(`${path}.price`, entry.price),
        minimum: reader.decimal(`${path}.minimum`, entry.minimum, 0),
        step: reader.decimal(`${path}.step`, entry.step, quarterHour) || quarterHour,
      }
    case 'unit':
      return { kind: 'unit', price: reader.price(`${path}.price`, entry.price) }
  }
}

function readTiers(
  { priced, prices }: EntryValues,
  quantities: readonly (Thousandths | null)[],
  path: string,
  reader: TypedReader,
): PriceTier[] {
  if (prices.every((text) => text.trim() === '')) reader.note(`${path}.tiers`, 'price.withoutTiers')
  return quantities.flatMap((from, row) => {
    const text = prices[row] ?? ''
    if (from === null || text.trim() === '') return []
    const field = `${path}.prices.${row}`
    const price = reader.price(field, text)
    if (priced === 'unit') return [{ from, price }]
    // A price for the run stands at the quantity of its tier, which is whole.
    if (from % thousandthsPerUnit !== 0) reader.note(quantityField(row), 'price.tierBase')
    if (price.base !== 1) reader.note(field, 'price.tierBase')
    return [{ from, price: { amount: price.amount, base: Math.max(1, Math.floor(from / thousandthsPerUnit)) } }]
  })
}

function readSurcharge(
  { names, conditions, levels }: SurchargeValues,
  options: readonly OptionValues[],
  path: string,
  reader: TypedReader,
): OptionSurcharge {
  return {
    names,
    conditions: readConditions(conditions, options, `${path}.conditions`, reader),
    levels: levels.map((level, at) => readLevel(level, `${path}.levels.${at}`, reader)),
  }
}

function readLevel(level: LevelValues, path: string, reader: TypedReader) {
  return {
    from: reader.decimal(`${path}.from`, level.from, 0),
    perRun: reader.amount(`${path}.perRun`, level.perRun, true),
    perPiece: reader.priceOrNone(`${path}.perPiece`, level.perPiece, true),
    perPage: reader.priceOrNone(`${path}.perPage`, level.perPage, true),
    perSquareMetre: reader.priceOrNone(`${path}.perSquareMetre`, level.perSquareMetre, true),
    percent: reader.percent(`${path}.percent`, level.percent, leastPercent, mostPercent),
  }
}
