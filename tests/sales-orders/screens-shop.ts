import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { brochure, businessCards } from '#tests/catalog/sample-products.ts'
import type { ProductBrowser, View } from '#tests/support/product-browser.ts'
import { typeByHand } from '#tests/support/product-browser.ts'
import type { TestShop } from '#tests/support/test-shop.ts'
import { orderInput, productLine } from './order-samples.ts'

export const cardsBarcode = '8710000000017'

/** A small shop for the screens: English speaking, two products, three customers, cash allowed. */
export async function fillShop(shop: TestShop): Promise<void> {
  await shop.command('company.change', { language: 'en' })
  await shop.command('user.change', { id: shop.administratorId, language: 'en' })
  await shop.command('setting.put', { scope: 'company', key: 'payments.cash', value: true })
  await shop.command('product.add', {
    ...businessCards,
    barcodes: [{ kind: 'free', code: cardsBarcode }],
  })
  await shop.command('product.add', brochure)
  for (const { name, phone, email } of customers) {
    await shop.command('party.register', {
      id: shop.newId(),
      name,
      kind: 'business',
      isCustomer: true,
      phone,
      email,
      contacts: [{ id: shop.newId(), name: 'Jet Hoekstra', email, phone, role: '', isMain: true }],
      addresses: [
        {
          id: shop.newId(),
          address: { street: 'Biltstraat 88', postcode: '3572 BG', city: 'Utrecht', country: 'NL' },
          isInvoice: true,
          isDelivery: true,
        },
      ],
    })
  }
}

const customers = [
  { name: 'Bakkerij van Dongen', phone: '+31302317740', email: 'winkel@vandongen.example' },
  { name: 'Brasserie Le Vieux Canal', phone: '+3224567890', email: 'info@vieuxcanal.example' },
  { name: 'Huisartsenpraktijk De Linde', phone: '+31206234567', email: 'balie@delinde.example' },
]

/** Orders of a customer, oldest first; the numbers they were given. */
export async function placeOrders(shop: TestShop, name: string, pieces: readonly number[]): Promise<readonly string[]> {
  const { rows } = await shop.query('party.find', { text: name })
  const partyId = rows[0]?.id ?? ''
  const numbers: string[] = []
  for (const each of pieces) {
    const line = productLine(shop, businessCards, each)
    const { number } = await shop.command(
      'salesOrder.take',
      orderInput(shop, {
        customer: { kind: 'party', partyId },
        lines: [{ ...line, position: 'i000', artwork: artworkOf(each) }],
        plannedPayment: null,
      }),
    )
    numbers.push(number ?? '')
  }
  return numbers
}

/** An order of brochures for somebody whose name nobody asked, without its file. */
export async function placeBrochures(shop: TestShop): Promise<string> {
  const line = { ...productLine(shop, brochure, 500), position: 'i000' }
  const { number } = await shop.command('salesOrder.take', orderInput(shop, { lines: [line] }))
  return number ?? ''
}

/** A file that is named but not stored: its picture is the empty trim. */
function artworkOf(seed: number) {
  const hash = String(seed).padStart(64, 'a')
  return {
    hash,
    name: `card-${seed}.pdf`,
    mediaType: 'application/pdf',
    size: 1000,
    shortCode: 'K7-9HD3',
    version: 1,
    previewHash: null,
  }
}

/** A colleague who may not see prices. */
export const warehousePerson = { name: 'Piotr Nowak', pin: '2468' } as const

export async function addWarehousePerson(shop: TestShop): Promise<void> {
  const { id } = await shop.command('user.add', { name: warehousePerson.name, role: 'warehouse', language: 'en' })
  await shop.local('user.setPin', { userId: id, pin: warehousePerson.pin })
}

export async function signedInAtWarehouse(product: ProductBrowser, view: View = {}): Promise<Page> {
  const page = await product.open(view)
  await page.getByRole('radio', { name: warehousePerson.name }).check({ force: true })
  await page.getByLabel('PIN', { exact: true }).focus()
  await typeByHand(page, warehousePerson.pin)
  await page.keyboard.press('Enter')
  await page.locator('nav').first().waitFor()
  return page
}

/** What of WCAG 2.2 A and AA a machine can judge. */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 200)) })))`)
}
