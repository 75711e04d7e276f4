import type { Product } from '#shared/catalog/product.ts'
import type { InputFor } from '#shared/contract.ts'
import type { TestApp } from '#tests/support/create-test-app.ts'

const noAddress = { street: '', extra: '', postcode: '', city: '', country: '' }

/** What a counter clerk sends for a pick-up order; tests change what they are about. */
export function orderInput(
  app: Pick<TestApp, 'newId'>,
  change: Partial<InputFor<'salesOrder.take'>> = {},
): InputFor<'salesOrder.take'> {
  return {
    id: app.newId(),
    customer: { kind: 'walk_in', name: '' },
    contact: { name: '', phone: '', email: '' },
    invoiceAddress: noAddress,
    deliveryAddress: noAddress,
    delivery: 'pick_up',
    deliveryAmount: null,
    promised: null,
    rush: null,
    customerReference: '',
    instructions: '',
    pricesIncludeVat: false,
    vatTreatment: null,
    plannedPayment: 'pin',
    paidBefore: false,
    source: 'counter',
    lines: [],
    confirm: true,
    ...change,
  }
}

/** One line of a product in pieces, everything else as its defaults have it. */
export function productLine(
  app: Pick<TestApp, 'newId'>,
  product: Product,
  pieces: number,
): InputFor<'salesOrder.take'>['lines'][number] {
  return {
    id: app.newId(),
    what: {
      kind: 'product',
      productId: product.id,
      configuration: {},
      quantity: { sets: 1, each: pieces * 1000 },
      override: null,
    },
    position: 'a',
  }
}

type FreeText = Extract<InputFor<'salesOrder.take'>['lines'][number]['what'], { kind: 'free_text' }>

/** A thousand cents of cutting in own words, so that an order needs no catalogue. */
export const freeText = (change: Partial<FreeText> = {}): FreeText => ({
  kind: 'free_text',
  title: 'Snijwerk',
  details: '',
  quantity: { sets: 1, each: 1000 },
  unit: 'C62',
  unitPrice: { amount: 10_000_000, base: 1 },
  vatLevel: 'standard',
  ...change,
})

export const freeTextLine = (app: Pick<TestApp, 'newId'>, change: Partial<FreeText> = {}) => ({
  id: app.newId(),
  what: freeText(change),
  position: 'a',
})

/** A confirmed order of one line in own words. */
export async function takeFreeText(app: Pick<TestApp, 'newId' | 'command'>, change: Partial<FreeText> = {}) {
  return app.command('salesOrder.take', orderInput(app, { lines: [freeTextLine(app, change)] }))
}
