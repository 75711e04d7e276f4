import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHouse, useQuery, useQueryEach } from '#renderer/client/index.ts'
import type { Product } from '#shared/catalog/product.ts'
import { isLanguage } from '#shared/kernel/language.ts'
import type { LineSurroundings } from '#shared/sales-orders/order-line.ts'
import { defaultVatRates, vatRatesSchema } from '#shared/settings/vat-rates.ts'
import type { OrderDraft } from './order-draft.ts'
import {
  anybody,
  createDraftPricer,
  type PricedDraft,
  type PricingCustomer,
  type PricingShop,
  surroundingsOf,
} from './price-draft.ts'
import type { PartyAnswer } from './taken-customer.ts'

export interface OrderPricing {
  readonly priced: PricedDraft
  readonly products: ReadonlyMap<string, Product>
  readonly around: LineSurroundings
  readonly shop: PricingShop
}

/** Prices the draft as it is typed, with the same rules as the core, from what the station has already been told. */
export function useOrderPricing(draft: OrderDraft, party: PartyAnswer | null): OrderPricing {
  const shop = usePricingShop()
  const products = useProducts(draft)
  const customer = useMemo(() => pricingCustomer(party), [party])
  const [pricer] = useState(createDraftPricer)
  return useMemo(
    () => ({
      priced: pricer.price(draft, products, shop, customer),
      products,
      around: surroundingsOf(draft, shop, customer),
      shop,
    }),
    [pricer, draft, products, shop, customer],
  )
}

function usePricingShop(): PricingShop {
  const { t, i18n } = useTranslation()
  const { country, currency, today } = useHouse()
  const kept = useQuery('setting.get', { keys: ['vatRates'] }).value?.values.vatRates?.value
  return useMemo(() => {
    const own = vatRatesSchema.safeParse(kept)
    return {
      country,
      currency,
      today,
      vatRates: own.success ? own.data : defaultVatRates,
      language: isLanguage(i18n.language) ? i18n.language : 'en',
      say: (key, params) => t(key, params),
    }
  }, [country, currency, today, kept, t, i18n.language])
}

function useProducts(draft: OrderDraft): ReadonlyMap<string, Product> {
  const ids = [...new Set(draft.lines.flatMap(({ what }) => (what.kind === 'product' ? [what.productId] : [])))].sort()
  const key = ids.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ids are the same questions
  const inputs = useMemo(() => ids.map((id) => ({ id })), [key])
  const answers = useQueryEach('product.get', inputs)
  return useMemo(() => {
    const known = answers.filter((product) => product !== undefined)
    return new Map(known.map((product) => [product.id, product]))
  }, [answers])
}

function pricingCustomer(party: PartyAnswer | null): PricingCustomer {
  if (party === null) return anybody
  const invoice = party.addresses.find((each) => each.isInvoice) ?? party.addresses[0]
  return {
    country: invoice?.address.country || party.vatNumber?.country || '',
    hasVatNumber: party.vatNumber !== null && party.vatNumber.number !== '',
    discount: party.discount ?? 0,
  }
}
