import type { Assortment, ProductId, ProductKind } from '#shared/catalog/product.ts'
import type { Configuration } from '#shared/catalog/product-options.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { UnitPrice } from '#shared/kernel/money.ts'
import type { BasisPoints } from '#shared/kernel/percent.ts'
import type { UnitCode } from '#shared/kernel/quantity.ts'
import type { LineQuantity } from '#shared/pricing/price-checks.ts'
import type { PriceOverride } from '#shared/pricing/price-line-input.ts'
import type { PriceStep } from '#shared/pricing/price-step.ts'
import type { LineVat, VatLevel } from '#shared/settings/vat-rates.ts'

export type SalesOrderId = Id<'SalesOrder'>
export type SalesOrderLineId = Id<'SalesOrderLine'>

/** What the order shows of its customer, copied by the command that made it so (W19); null party: a walk-in. */
export interface OrderCustomer {
  readonly partyId: string | null
  readonly code: string
  readonly name: string
  readonly vatNumber: string
  readonly country: string
  /** Language of the papers. */
  readonly language: string
  readonly discount: BasisPoints
  readonly paymentTermDays: number
}

export const walkIn: OrderCustomer = {
  partyId: null,
  code: '',
  name: '',
  vatNumber: '',
  country: '',
  language: '',
  discount: 0,
  paymentTermDays: 0,
}

export interface OrderContact {
  readonly name: string
  readonly phone: string
  readonly email: string
}

export const noContact: OrderContact = { name: '', phone: '', email: '' }

export const deliveryKinds = ['pick_up', 'delivery'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]

/** How the customer means to pay; what was really paid stands in the payments. */
export const paymentMethods = ['pin', 'cash', 'transfer', 'online', 'on_invoice'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export const orderSources = ['counter', 'phone', 'email', 'web', 'api'] as const
export type OrderSource = (typeof orderSources)[number]

/** Date and time promised to the customer: one value. */
export interface Promised {
  readonly on: string
  /** `16:00`, or null: some time that day. */
  readonly at: string | null
}

/** The four ways to order again are four actions and never one; a re-run belongs to claims (features 23.3). */
export type OrderAgain = 'reprint' | 'duplicate' | 'new_order'

export interface OrderOrigin {
  readonly how: OrderAgain
  readonly salesOrderId: string
  readonly number: string
}

export type OrderLineKind = ProductKind | 'free_text'

/** Everything about a line that only makes sense together: one value, the last writer wins it whole (W2). */
export interface OrderLineItem {
  readonly kind: OrderLineKind
  readonly productId: ProductId | null
  readonly sku: string
  /** "1,000 business cards 85×55, 350 g" in the shop's language: what screens and job tickets say. */
  readonly title: string
  /** Without the quantity, where that has a column of its own. */
  readonly name: string
  readonly details: string
  /** The same in the customer's language, for papers; '' where it says nothing else than `name` and `details`. */
  readonly paperName: string
  readonly paperDetails: string
  readonly assortment: Assortment
  readonly supplierMark: string
  readonly isPersonalised: boolean
  readonly configuration: Configuration
  readonly quantity: LineQuantity
  readonly unit: UnitCode
  readonly unitPrice: UnitPrice
  readonly vatLevel: VatLevel
  readonly vat: LineVat
  readonly override: PriceOverride | null
  readonly steps: readonly PriceStep[]
}

/** The production file of a line, known by its hash; a reprint carries the same one (product.md 7). */
export interface LineArtwork {
  readonly hash: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** As papers show it: `K7-9HD3`. */
  readonly shortCode: string
  readonly version: number
  readonly previewHash: string | null
}

/** A charge beside the lines: delivery. Net, or gross where the order's prices include VAT. */
export interface OrderCharge {
  readonly amount: number
  readonly vat: LineVat
}

/** SO4: printed things made for one customer need a file before they can be made; services and stock do not (ORD-42). */
export function needsArtwork(item: Pick<OrderLineItem, 'kind' | 'isPersonalised'>): boolean {
  return item.kind === 'print_product' && item.isPersonalised
}

/** What papers call a line, in the customer's language. */
export function paperWordsOf(item: Pick<OrderLineItem, 'name' | 'details' | 'paperName' | 'paperDetails'>): {
  readonly name: string
  readonly details: string
} {
  return item.paperName === ''
    ? { name: item.name, details: item.details }
    : { name: item.paperName, details: item.paperDetails }
}
