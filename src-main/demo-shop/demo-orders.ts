import { completeConfiguration } from '#shared/catalog/configuration.ts'
import type { Product } from '#shared/catalog/product.ts'
import type { ParsedInputOf } from '#shared/kernel/contract.ts'
import type { salesOrderContract } from '#shared/sales-orders/contract.ts'
import type { LineArtwork } from '#shared/sales-orders/sales-order.ts'
import { type Chance, chanceOf } from './random.ts'

export type TakeInput = ParsedInputOf<(typeof salesOrderContract)['salesOrder.take']>

/** One thing that happened in the demo shop, in the order in which it did. */
export type DemoAct =
  | { readonly is: 'take'; readonly commandId: string; readonly at: number; readonly input: TakeInput }
  | {
      readonly is: 'receive'
      readonly commandId: string
      readonly at: number
      readonly id: string
      readonly salesOrderId: string
      readonly method: 'pin' | 'transfer' | 'online'
      readonly share: number
      readonly reference: string
    }
  | { readonly is: 'close'; readonly commandId: string; readonly at: number; readonly salesOrderId: string }
  | { readonly is: 'cancel'; readonly commandId: string; readonly at: number; readonly salesOrderId: string }
  | { readonly is: 'hold'; readonly commandId: string; readonly at: number; readonly salesOrderId: string }

/** The acts of one order together: an order is projected once with all that happened to it. */
export interface DemoStory {
  readonly acts: readonly DemoAct[]
}

export interface StoryOptions {
  readonly seed: number
  readonly count: number
  /** Lines of each order; null: one to five, as it comes. */
  readonly lines: number | null
  readonly customers: readonly { readonly id: string }[]
  readonly products: readonly Product[]
  /** Production files that lie in the file store. */
  readonly artworks: readonly LineArtwork[]
  /** The moment at which the shop is looked at: the last orders are a few minutes old. */
  readonly until: number
}

const dayInMilliseconds = 86_400_000
const noAddress = { street: '', extra: '', postcode: '', city: '', country: '' }

/** Orders from two years back to this minute, oldest first. Old ones are finished, the last weeks are at work. */
export function* demoStories(options: StoryOptions): Generator<DemoStory> {
  const chance = chanceOf(options.seed)
  const span = 730 * dayInMilliseconds
  const ready = options.products.map((product) => ({ product, configuration: completeConfiguration(product, {}) }))
  for (let index = 0; index < options.count; index += 1) {
    // Business grows: more orders lie in the later months. The last one is minutes old.
    const at =
      options.until - Math.floor(span * (1 - ((index + 1) / options.count) ** 0.8)) - (options.count - index) * 17
    yield story(chance, options, ready, at, index)
  }
}

interface ReadyProduct {
  readonly product: Product
  readonly configuration: ReturnType<typeof completeConfiguration>
}

function story(
  chance: Chance,
  options: StoryOptions,
  ready: readonly ReadyProduct[],
  at: number,
  index: number,
): DemoStory {
  const age = (options.until - at) / dayInMilliseconds
  const fate =
    age > 30
      ? chance.weighed({ finished: 955, cancelled: 40, open: 5 })
      : chance.weighed({ finished: age > 10 ? 60 : 25, cancelled: 4, open: 55, hold: 5, draft: 6 })
  const method = chance.weighed({ pin: 40, transfer: 12, online: 8, on_invoice: 40 })
  const id = chance.uuid(at)
  const input: TakeInput = {
    id: id as TakeInput['id'],
    customer:
      chance.next() < 0.06
        ? { kind: 'walk_in', name: '' }
        : { kind: 'party', partyId: chance.pick(options.customers).id },
    contact: { name: '', phone: '', email: '' },
    invoiceAddress: noAddress,
    deliveryAddress: noAddress,
    delivery: 'pick_up',
    deliveryAmount: null,
    promised: {
      on: dateOf(at + (2 + chance.below(8)) * dayInMilliseconds),
      at: chance.next() < 0.35 ? chance.pick(['10:00', '12:00', '16:00', '17:30']) : null,
    },
    rush: chance.next() < 0.05 ? { kind: 'percent', rate: 1500 } : null,
    customerReference: chance.next() < 0.3 ? `PO ${1000 + chance.below(8999)}` : '',
    instructions: '',
    pricesIncludeVat: false,
    vatTreatment: null,
    plannedPayment: method,
    paidBefore: method === 'online' || (method === 'transfer' && chance.next() < 0.4),
    source: chance.weighed({ counter: 55, phone: 15, email: 20, web: 10 }),
    origin: null,
    lines: linesOf(chance, options.lines ?? 1 + chance.below(chance.next() < 0.7 ? 2 : 5), ready, options.artworks, at),
    confirm: fate !== 'draft',
    warningsSeen: true,
  }
  const acts: DemoAct[] = [{ is: 'take', commandId: chance.uuid(at), at, input }]
  const later = (hours: number): number => Math.min(options.until, at + hours * 3_600_000)
  const isPaid =
    fate === 'finished'
      ? method !== 'on_invoice' || chance.next() < 0.5
      : fate === 'open' && method !== 'on_invoice' && chance.next() < 0.45
  if (isPaid) {
    const paidBy = method === 'on_invoice' ? 'transfer' : method
    const deposit = fate === 'open' && chance.next() < 0.4
    acts.push({
      is: 'receive',
      commandId: chance.uuid(at),
      at: later(1),
      id: chance.uuid(at + 1),
      salesOrderId: id,
      method: paidBy,
      share: deposit ? 0.3 : 1,
      reference: String(100_000 + index),
    })
  }
  if (fate === 'finished') acts.push({ is: 'close', commandId: chance.uuid(at), at: later(72), salesOrderId: id })
  if (fate === 'cancelled') acts.push({ is: 'cancel', commandId: chance.uuid(at), at: later(5), salesOrderId: id })
  if (fate === 'hold') acts.push({ is: 'hold', commandId: chance.uuid(at), at: later(2), salesOrderId: id })
  return { acts }
}

function linesOf(
  chance: Chance,
  count: number,
  ready: readonly ReadyProduct[],
  artworks: readonly LineArtwork[],
  at: number,
): TakeInput['lines'] {
  return Array.from({ length: count }, (_, place): TakeInput['lines'][number] => {
    const { product, configuration } = chance.pick(ready)
    const needsFile = product.kind === 'print_product' && product.isPersonalised
    const file = chance.pick(artworks)
    return {
      id: chance.uuid(at) as TakeInput['lines'][number]['id'],
      what: {
        kind: 'product',
        productId: product.id,
        configuration,
        quantity: { sets: 1, each: piecesOf(chance, product) * 1000 },
        override: null,
      },
      shownAmount: null,
      artwork: needsFile && chance.next() < 0.93 ? file : null,
      origin: null,
      note: '',
      position: String.fromCharCode(97 + place),
    }
  })
}

function piecesOf(chance: Chance, product: Product): number {
  if (product.unit === 'HUR') return chance.pick([0.5, 1, 1.5, 2, 3])
  const way = product.priceTable?.entries[0]?.way
  if (way?.kind === 'tiers') return chance.pick(way.tiers).from / 1000
  return way?.kind === 'area' ? chance.pick([1, 1, 2, 4, 6]) : chance.pick([1, 2, 5, 10, 25])
}

/** The shop's calendar date is close enough at noon; the core asks its own clock for everything that counts. */
function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
