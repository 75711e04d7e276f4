import { mediaTypeOf } from '#main/platform/files/media-type.ts'
import { shortCodeOf } from '#shared/files/short-code.ts'
import type { ClientFrame, Reply } from '#shared/kernel/contract.ts'
import type { LineArtwork } from '#shared/sales-orders/sales-order.ts'
import { grantsOf } from '#shared/users/role-profiles.ts'
import { demoArtworks } from './demo-artwork.ts'
import { demoCustomers } from './demo-customers.ts'
import { type DemoStory, demoStories } from './demo-orders.ts'
import { demoCategories, demoId, demoProducts } from './demo-products.ts'
import { type Filling, fillOrders } from './fill-orders.ts'

/** The core as the demo shop needs it: its commands, and the store for the bulk of the orders. */
export interface DemoHost extends Pick<Filling, 'db' | 'store' | 'services' | 'org'> {
  readonly handle: (token: string, frame: ClientFrame) => Promise<Reply>
  readonly openSession: (userId?: string) => string
  readonly afterCommit: () => void
}

export interface DemoSize {
  readonly customers: number
  readonly orders: number
  /** Lines of each order; null: as it comes. */
  readonly lines: number | null
  /** The moment at which the shop is looked at. */
  readonly until: number
  readonly progress?: (orders: number) => void
}

export const usualDemo = { customers: 140, orders: 2000, lines: null } as const

/** People of the demo shop, named by what they do; the quick PIN of each stands in the README. */
export const demoPeople = [
  { name: 'Kantoor', role: 'administrator', pin: '1111' },
  { name: 'Balie', role: 'counter', pin: '2222' },
  { name: 'Orderbureau', role: 'counter', pin: '3333' },
  { name: 'Inpaktafel', role: 'warehouse', pin: '4444' },
] as const

export const demoPassword = 'kade-en-katern'

/** Fills an empty data folder with Drukkerij De Kade: people, customers, catalogue, files and orders in every stage. */
export async function fillDemoShop(host: DemoHost, size: DemoSize): Promise<void> {
  const token = host.openSession()
  const ask = asker(host, token)
  const administratorId = demoId('user', demoPeople[0].name)
  await ask('command', 'company.setUp', {
    company: demoCompany,
    administrator: { id: administratorId, name: demoPeople[0].name, email: 'kantoor@dekade.example' },
  })
  await ask('local', 'credential.setFirst', { password: demoPassword, pin: demoPeople[0].pin })
  for (const { name, role, pin } of demoPeople.slice(1)) {
    const id = demoId('user', name)
    await ask('command', 'user.add', { id, name, role })
    await ask('local', 'user.setPin', { userId: id, pin })
  }
  for (const category of demoCategories()) await ask('command', 'category.put', category)
  const products = demoProducts()
  for (const product of products) await ask('command', 'product.add', product)
  const customers = demoCustomers(size.customers)
  for (const customer of customers) await ask('command', 'party.register', customer)
  const clerk = demoId('user', 'Balie')
  const filling: Filling = {
    db: host.db,
    store: host.store,
    services: host.services,
    org: host.org,
    timeZone: demoCompany.timeZone,
    viewer: {
      sessionId: clerk,
      userId: clerk,
      name: 'Balie',
      role: 'counter',
      grants: new Set([...grantsOf('counter'), 'discount.full']),
      scope: 'all',
      language: 'nl',
    },
    committed: (orders) => {
      host.afterCommit()
      size.progress?.(orders)
    },
  }
  const stories: Iterable<DemoStory> = demoStories({
    seed: 4711,
    count: size.orders,
    lines: size.lines,
    customers,
    products,
    artworks: keepArtworks(host),
    until: size.until,
  })
  await fillOrders(filling, stories)
}

export const demoCompany = {
  name: 'Drukkerij De Kade',
  country: 'NL',
  language: 'nl',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  vatNumbers: ['NL123456782B90'],
  address: { street: 'Houtkade 12', extra: '', postcode: '3521 AB', city: 'Utrecht', country: 'NL' },
  phone: '+31302345678',
  email: 'balie@dekade.example',
  website: 'dekade.example',
  registrationNumber: '12345678',
  bankAccount: 'NL02ABNA0123456789',
} as const

function asker({ handle, services }: DemoHost, token: string) {
  return async (does: ClientFrame['do'], name: string, input: unknown): Promise<void> => {
    const reply = await handle(token, {
      id: 1,
      do: does,
      name,
      input,
      ...(does === 'command' ? { commandId: services.newId() } : {}),
    })
    if (!reply.ok) throw new Error(`the demo shop's ${name} was not accepted: ${JSON.stringify(reply)}`)
  }
}

/** Puts the artworks into the file store; each is its own picture. */
function keepArtworks({ services }: DemoHost): readonly LineArtwork[] {
  return demoArtworks().map(({ name, png }) => {
    const hash = services.files.put(png)
    return {
      hash,
      name,
      mediaType: mediaTypeOf(png),
      size: png.byteLength,
      shortCode: shortCodeOf(hash),
      version: 1,
      previewHash: hash,
    }
  })
}
