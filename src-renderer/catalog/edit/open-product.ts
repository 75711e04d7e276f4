import { sizeText } from '#shared/catalog/line-title.ts'
import type { PriceEntry, SurchargeLevel } from '#shared/catalog/price-table.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { OptionCondition, ProductOption } from '#shared/catalog/product-options.ts'
import type { Currency } from '#shared/kernel/currency.ts'
import type { Format } from '#shared/kernel/format.ts'
import { languages } from '#shared/kernel/local-text.ts'
import type { UnitPrice } from '#shared/kernel/money.ts'
import {
  type ConditionValues,
  type EntryValues,
  type LevelValues,
  newValue,
  noCountedNames,
  type OptionValues,
  type PriceValues,
  type ProductValues,
  textsOf,
} from './product-values.ts'

/** A kept product as the form shows it, numbers as this person writes them. */
export function openProduct(product: Product, format: Format, newId: () => string): ProductValues {
  const { supplier, options, optionRules, priceTable, countedNames, ...facts } = product
  return {
    ...facts,
    supplierMark: supplier?.mark ?? '',
    supplierPartyId: supplier?.partyId ?? null,
    supplierSku: supplier?.sku ?? '',
    barcodes: [...product.barcodes.map(({ code }) => code), ''],
    names: textsOf(product.names),
    countedNames: openCountedNames(countedNames),
    descriptions: textsOf(product.descriptions),
    discount: product.discount === 0 ? '' : format.percentToEdit(product.discount),
    options: options.map((option) => openOption(option, format, newId)),
    rules: optionRules.map((rule) => ({
      id: newId(),
      option: rule.option,
      values: [...(rule.values ?? [])],
      effect: rule.effect,
      conditions: openConditions(rule.conditions, newId),
    })),
    prices: priceTable === null ? null : openPrices(priceTable, format, newId),
  }
}

function openCountedNames(counted: Product['countedNames']): ProductValues['countedNames'] {
  const filled = { ...noCountedNames }
  for (const language of languages) {
    const { one = '', few = '', many = '', other = '' } = counted[language] ?? {}
    filled[language] = { one, few, many, other }
  }
  return filled
}

function openConditions(conditions: readonly OptionCondition[], newId: () => string): ConditionValues[] {
  return conditions.map((condition) => ({
    id: newId(),
    option: condition.option,
    anyOf: condition.kind === 'values' ? [...condition.anyOf] : [],
    from: condition.kind === 'pages' ? String(condition.from ?? '') : '',
    to: condition.kind === 'pages' ? String(condition.to ?? '') : '',
  }))
}

function openOption(option: ProductOption, { language }: Format, newId: () => string): OptionValues {
  const isPages = option.kind === 'pages'
  const free = option.kind === 'size' ? option.free : null
  return {
    id: newId(),
    code: option.code,
    kind: option.kind,
    names: textsOf(option.names),
    isInTitle: option.isInTitle,
    values: isPages
      ? []
      : [
          ...option.values.map((value) => ({
            id: newId(),
            code: value.code,
            names: textsOf(value.names),
            lineNames: textsOf(value.lineNames),
            isUnsaid: value.isUnsaid,
            size: 'width' in value ? sizeText(value, language) : '',
          })),
          newValue(newId()),
        ],
    defaultValue: option.defaultValue === null ? '' : String(option.defaultValue),
    isFree: free !== null,
    freeFrom: free === null ? '' : sizeText({ width: free.minWidth, height: free.minHeight }, language),
    freeTo: free === null ? '' : sizeText({ width: free.maxWidth, height: free.maxHeight }, language),
    min: isPages ? String(option.min) : '',
    max: isPages ? String(option.max) : '',
    step: isPages ? String(option.step) : '',
    offered: isPages ? option.offered.join(' ') : '',
  }
}

function openPrices(table: NonNullable<Product['priceTable']>, format: Format, newId: () => string): PriceValues {
  const quantities = tierQuantitiesOf(table.entries)
  return {
    currency: table.currency,
    includesVat: table.includesVat,
    datedOn: table.datedOn,
    sets: table.sets,
    extraSet: table.extraSet === 0 ? '' : format.amountToEdit(table.extraSet, table.currency),
    quantities: [...quantities.map((from) => format.quantityToEdit(from)), ''],
    entries: table.entries.map((entry) => openEntry(entry, quantities, table.currency, format, newId)),
    surcharges: table.surcharges.map(({ names, conditions, levels }) => ({
      id: newId(),
      names: textsOf(names),
      conditions: openConditions(conditions, newId),
      levels: levels.map((level) => openLevel(level, table.currency, format)),
    })),
  }
}

/** All columns share the rows: a price list is read across. */
function tierQuantitiesOf(entries: readonly PriceEntry[]): readonly number[] {
  const all = entries.flatMap(({ way }) => (way.kind === 'tiers' ? way.tiers.map(({ from }) => from) : []))
  return [...new Set(all)].sort((a, b) => a - b)
}

function openEntry(
  { names, conditions, way }: PriceEntry,
  quantities: readonly number[],
  currency: Currency,
  format: Format,
  newId: () => string,
): EntryValues {
  const price = (each: UnitPrice) => writePrice(each, format)
  const isTiers = way.kind === 'tiers'
  return {
    id: newId(),
    names: textsOf(names),
    conditions: openConditions(conditions, newId),
    way: way.kind,
    priced: isTiers ? way.priced : 'run',
    between: isTiers ? way.between : 'tier_from',
    prices: [
      ...quantities.map((quantity) => {
        const tier = isTiers ? way.tiers.find(({ from }) => from === quantity) : undefined
        if (tier === undefined || !isTiers) return ''
        return way.priced === 'run' ? format.priceToEdit(tier.price.amount) : price(tier.price)
      }),
      '',
    ],
    areas:
      way.kind === 'area'
        ? [
            ...way.tiers.map((tier) => ({ from: format.quantityToEdit(tier.from), price: price(tier.price) })),
            { from: '', price: '' },
          ]
        : [],
    minimumArea: way.kind === 'area' ? numberOrNone(way.minimumArea, format) : '',
    minimumCharge: way.kind === 'area' && way.minimumCharge > 0 ? format.amountToEdit(way.minimumCharge, currency) : '',
    price: way.kind === 'hourly' || way.kind === 'unit' ? price(way.price) : '',
    minimum: way.kind === 'hourly' ? numberOrNone(way.minimum, format) : '',
    step: way.kind === 'hourly' ? format.quantityToEdit(way.step) : '',
  }
}

function openLevel(level: SurchargeLevel, currency: Currency, format: Format): LevelValues {
  const price = (each: UnitPrice | null) => (each === null ? '' : writePrice(each, format))
  return {
    from: numberOrNone(level.from, format),
    perRun: level.perRun === 0 ? '' : format.amountToEdit(level.perRun, currency),
    perPiece: price(level.perPiece),
    perPage: price(level.perPage),
    perSquareMetre: price(level.perSquareMetre),
    percent: level.percent === 0 ? '' : format.percentToEdit(level.percent),
  }
}

/** "0.95", or "474 / 500" where the price is one for several. */
export function writePrice({ amount, base }: UnitPrice, format: Format): string {
  const price = format.priceToEdit(amount)
  return base === 1 ? price : `${price} / ${format.quantityToEdit(base * 1000)}`
}

function numberOrNone(thousandths: number, format: Format): string {
  return thousandths === 0 ? '' : format.quantityToEdit(thousandths)
}
