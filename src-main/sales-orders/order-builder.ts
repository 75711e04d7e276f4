import { readProduct } from '#main/catalog/index.ts'
import type { CommandContext, Services } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { type Company, companyReader, vatRatesReader } from '#main/settings/index.ts'
import type { Say } from '#shared/catalog/line-title.ts'
import { isLanguage, type Language } from '#shared/kernel/language.ts'
import { accepted, type FieldProblem, type Result, refused } from '#shared/kernel/result.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import type { LineInput } from '#shared/sales-orders/line-input.ts'
import { buildLine, type LineSurroundings } from '#shared/sales-orders/order-line.ts'
import type { SalesOrder } from '#shared/sales-orders/replication.ts'
import { type OrderCharge, type OrderCustomer, type OrderLineItem, walkIn } from '#shared/sales-orders/sales-order.ts'
import { lineVatOf, type VatTreatment, vatTreatmentOf } from '#shared/settings/vat-treatment.ts'

/** Facts of an order that decide its lines. */
export type OrderFacts = Pick<SalesOrder, 'customer' | 'pricesIncludeVat' | 'vatTreatment' | 'rush' | 'currency'>

export interface BuiltRow {
  readonly item: OrderLineItem
  readonly artwork: SalesOrder['lines'][string]['artwork']
  readonly origin: string | null
  readonly note: string
  readonly position: string
  readonly removed: boolean
}

export interface OrderBuilder {
  company(): Result<Company>
  customer(
    input: { kind: 'party'; partyId: string } | { kind: 'walk_in'; name: string },
    context: CommandContext,
  ): Result<OrderCustomer>
  vatTreatment(customer: OrderCustomer, delivery: SalesOrder['delivery'], deliveryCountry: string): VatTreatment
  charge(amount: number | null, facts: OrderFacts, on: string): Result<OrderCharge | null>
  lines(
    inputs: readonly LineInput[],
    facts: OrderFacts,
    context: CommandContext,
    warningsSeen: boolean,
  ): Result<Readonly<Record<string, BuiltRow>>>
}

/** What taking and changing an order share: customer copied, lines priced in the core, rights and warnings asked. */
export function orderBuilder(
  { db, translate }: Pick<Services, 'db' | 'translate'>,
  build: typeof buildLine = buildLine,
): OrderBuilder {
  const readCompany = companyReader(db)
  const vatRates = vatRatesReader(db)
  const say =
    (language: Language): Say =>
    (key, params) => {
      const [namespace = '', rest = ''] = key.split(':')
      return translate(language, namespace, rest, params)
    }
  const mustCompany = (): Company => {
    const company = readCompany()
    if (company === undefined) throw new Error('orders are only built for a company')
    return company
  }
  return {
    company: () => {
      const company = readCompany()
      return company === undefined ? refused('company.notSetUp') : accepted(company)
    },
    customer: (input, { read }) => {
      const company = mustCompany()
      if (input.kind === 'walk_in')
        return accepted({ ...walkIn, name: input.name, country: company.country, language: company.language })
      const party = read(partyEntity, input.partyId)
      if (party === undefined) return refused('notFound.party', { id: input.partyId })
      if (party.archived) return refused('salesOrder.customerArchived', { name: party.name })
      const addressId = party.invoiceAddressId
      const chosen = addressId === null ? undefined : party.addresses[addressId]
      const address = (
        chosen?.removed === false ? chosen : Object.values(party.addresses).find((each) => !each.removed)
      )?.address
      return accepted({
        partyId: input.partyId,
        code: party.code,
        name: party.name,
        vatNumber: party.vatNumber?.number ?? '',
        country: address?.country || party.vatNumber?.country || company.country,
        language: party.language,
        discount: party.discount,
        paymentTermDays: party.paymentTermDays ?? 0,
      })
    },
    vatTreatment: (customer, delivery, deliveryCountry) =>
      // Goods handed over at the counter are supplied here, wherever the customer lives.
      vatTreatmentOf({
        sellerCountry: mustCompany().country,
        buyerCountry:
          delivery === 'pick_up' ? mustCompany().country : deliveryCountry || customer.country || mustCompany().country,
        buyerHasVatNumber: customer.vatNumber !== '',
        isService: false,
      }),
    charge: (amount, facts, on) => {
      if (amount === null || amount === 0) return accepted(null)
      const { country } = mustCompany()
      const vat = lineVatOf({
        rates: vatRates(),
        sellerCountry: country,
        level: 'standard',
        treatment: facts.vatTreatment,
        on,
      })
      return vat === null ? refused('vat.noRate', { country, level: 'standard' }) : accepted({ amount, vat })
    },
    lines: (inputs, facts, context, warningsSeen) => {
      const company = mustCompany()
      const houseLanguage = isLanguage(company.language) ? company.language : 'en'
      const around: LineSurroundings = {
        sellerCountry: company.country,
        currency: facts.currency,
        pricesIncludeVat: facts.pricesIncludeVat,
        vatRates: vatRates(),
        vatTreatment: facts.vatTreatment,
        on: context.today,
        houseLanguage,
        paperLanguage: isLanguage(facts.customer.language) ? facts.customer.language : houseLanguage,
        say,
        customerDiscount: facts.customer.discount,
        rush: facts.rush,
        lastUnitPrice: null,
      }
      const built: Record<string, BuiltRow> = {}
      const doubts: FieldProblem[] = []
      for (const [index, input] of inputs.entries()) {
        const field = `lines.${index}`
        const { what } = input
        if (built[input.id] !== undefined) return refused('salesOrder.lineTwice', { line: index + 1 })
        if (what.kind === 'product' && what.override !== null && !may(context.viewer, 'price.override'))
          return refused('permission.missing', { permission: 'price.override' })
        const product = what.kind === 'product' ? (readProduct(context.read, what.productId) ?? null) : null
        const line = build(what, product, around)
        if (!line.ok) {
          const { code, params, problems } = line.refusal
          const inside = (problems ?? []).map((each) => ({ ...each, field: `${field}.${each.field}` }))
          return refused(
            code,
            { ...params, line: index + 1 },
            inside.length > 0 ? inside : [{ field, code, ...(params ? { params } : {}) }],
          )
        }
        const { item, amount, warnings } = line.value
        if (input.shownAmount !== null && input.shownAmount !== amount)
          return refused(
            'salesOrder.priceChanged',
            { line: index + 1, title: item.title, shown: input.shownAmount, amount },
            [{ field, code: 'salesOrder.priceChanged', params: { shown: input.shownAmount, amount } }],
          )
        for (const warning of warnings) {
          if (warning.needs === 'right' && !may(context.viewer, 'discount.full'))
            return refused('permission.missing', { permission: 'discount.full' })
          if (!warningsSeen) doubts.push({ field, code: warning.code, params: warning.params })
        }
        built[input.id] = {
          item,
          artwork: input.artwork,
          origin: input.origin,
          note: input.note,
          position: input.position,
          removed: false,
        }
      }
      return doubts.length > 0 ? refused('salesOrder.warnings', { count: doubts.length }, doubts) : accepted(built)
    },
  }
}
