import type { Language } from '#shared/kernel/language.ts'
import type { Shop } from '#shared/printing/letterhead.ts'
import type { PaperWords } from '#shared/printing/paper-words.ts'
import type { OrderOnPaper } from '#shared/sales-orders/order-on-paper.ts'
import type { SalesOrderLine } from '#shared/sales-orders/replication.ts'
import type { OrderLineItem } from '#shared/sales-orders/sales-order.ts'
import { noContact, walkIn } from '#shared/sales-orders/sales-order.ts'
import { orderOnPaper, sampleOrder } from '#shared/sales-orders/sample-order-on-paper.ts'
import { sampleShop } from '#tests/support/order-on-paper.ts'

export const logoHash = 'b'.repeat(64)
export const previewHash = 'c'.repeat(64)

/** Shops of three countries: windows left and right, with and without a logo, with little and much to say. */
const shops = {
  pl: {
    ...sampleShop,
    name: 'Drukarnia „Źródło” Sp. z o.o.',
    address: { street: 'ul. Świętokrzyska 118/4', extra: '', postcode: '90-001', city: 'Łódź', country: 'PL' },
    country: 'PL',
    phone: '+48 42 123 45 67',
    email: 'biuro@drukarnia-zrodlo.example',
    website: 'drukarnia-zrodlo.example',
    registrationNumber: '0000123456',
    bankAccount: 'PL61109010140000071219812874',
    vatNumbers: ['PL5260250274'],
    logo: logoHash,
  },
  fr: {
    ...sampleShop,
    name: 'Imprimerie de l’Étoile',
    address: { street: '7, place de l’Œuvre', extra: '', postcode: '59800', city: 'Lille', country: 'FR' },
    country: 'FR',
    email: '',
    website: '',
    registrationNumber: '',
    bankAccount: 'FR7630006000011234567890189',
    vatNumbers: ['FR40303265045'],
  },
} as const satisfies Partial<Record<Language, Shop>>

export function shopFor(language: Language): Shop {
  return language === 'pl' || language === 'fr' ? shops[language] : sampleShop
}

export type OrderCase = 'full' | 'long' | 'bare'

export function orderFor(which: OrderCase, words: PaperWords): OrderOnPaper {
  return which === 'full' ? fullOrder(words) : which === 'long' ? longOrder(words) : bareOrder(words)
}

function fullOrder(words: PaperWords): OrderOnPaper {
  const order = sampleOrder(words)
  const [id, first] = Object.entries(order.lines)[0] ?? []
  if (id === undefined || first?.artwork == null) throw new Error('the sample order has no file')
  const lines = { ...order.lines, [id]: { ...first, artwork: { ...first.artwork, previewHash } } }
  return orderOnPaper({ ...order, lines }, shopFor(words.language))
}

const longNames = [
  'Wielkoformatowy baner reklamowy frontlit 510 g/m² z oczkowaniem co 50 cm i zgrzewanym tunelem',
  'Dépliant 3 volets 100 × 210 mm, papier recyclé 170 g, vernis sélectif sur la première de couverture',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenaufkleber, rund, Ø 40 mm',
  'Flyer A6',
  'Gepersonaliseerde relatiegeschenkverpakking met venster, 350 g sulfaatkarton',
]
const rates = [2300, 800, 500]

/** Forty lines with names that wrap, amounts of seven figures, three rates of VAT, hours, and money taken off. */
function longOrder(words: PaperWords): OrderOnPaper {
  const order = sampleOrder(words)
  const [model] = Object.values(order.lines)
  if (model?.item == null) throw new Error('the sample order has no line')
  const { item } = model
  const lines = Array.from({ length: 40 }, (_, at): [string, SalesOrderLine] => {
    const unitPrice = at === 3 ? { amount: 98_765_400_000, base: 1 } : { amount: 1_250_000 * (at + 1), base: 1 }
    const own: OrderLineItem = {
      ...item,
      name: longNames[at % longNames.length] ?? '',
      details: at % 3 === 0 ? item.details : '',
      quantity: { sets: at % 7 === 0 ? 3 : 1, each: at === 3 ? 12_000 : 250_000 * (at + 1) },
      unitPrice: at === 39 ? { amount: -25_000_000, base: 1 } : unitPrice,
      vat: { category: at % 3 === 0 ? 'standard' : 'reduced', rate: rates[at % 3] ?? 0 },
    }
    const place = String.fromCharCode(97 + Math.floor(at / 26)) + String.fromCharCode(97 + (at % 26))
    return [String(at + 1), { ...model, item: own, artwork: null, note: '', position: place }]
  })
  return orderOnPaper({ ...order, lines: Object.fromEntries(lines), rush: null }, sampleShop)
}

/** Somebody at the counter who says nothing, one line of free text, and a shop that has filled in no more than it must. */
function bareOrder(words: PaperWords): OrderOnPaper {
  const order = sampleOrder(words)
  const { language } = words
  const [model] = Object.values(order.lines)
  if (model?.item == null) throw new Error('the sample order has no line')
  const item: OrderLineItem = {
    ...model.item,
    kind: 'free_text',
    sku: '',
    details: '',
    quantity: { sets: 1, each: 1000 },
    unitPrice: { amount: 4_500_000, base: 1 },
  }
  const shop: Shop = {
    ...shopFor(language),
    address: { street: '', extra: '', postcode: '', city: '', country: shopFor(language).country },
    phone: '',
    email: '',
    website: '',
    registrationNumber: '',
    bankAccount: '',
    vatNumbers: [],
    logo: null,
  }
  const nowhere = { street: '', extra: '', postcode: '', city: '', country: '' }
  const bare = orderOnPaper(
    {
      ...order,
      customer: walkIn,
      contact: noContact,
      invoiceAddress: nowhere,
      deliveryAddress: nowhere,
      delivery: 'pick_up',
      deliveryCharge: null,
      promised: null,
      customerReference: '',
      instructions: '',
      plannedPayment: null,
      lines: { '1': { ...model, item, artwork: null, note: '' } },
    },
    shop,
  )
  return { ...bare, paid: 0, open: bare.totals.gross, takenByName: '' }
}
