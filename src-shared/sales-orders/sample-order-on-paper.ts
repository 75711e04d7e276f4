import { readDocument } from '../kernel/change/fold.ts'
import type { Shop } from '../printing/letterhead.ts'
import type { PaperWords } from '../printing/paper-words.ts'
import type { OrderOnPaper } from './order-on-paper.ts'
import { type SalesOrder, salesOrderEntity } from './replication.ts'
import type { OrderLineItem } from './sales-order.ts'
import { salesOrderTotals, standingLines } from './sales-order-totals.ts'

/**
 * What templates are designed with while a shop has no order of its own: a customer abroad with every letter that printers
 * get wrong, several sets, two rates of VAT, a file, notes, part of it paid. A template that holds this holds most. Goods and
 * notes are in the language of the paper, as a shop's own would be.
 */
export function sampleOrderOnPaper(shop: Shop, words: Pick<PaperWords, 'say'>): OrderOnPaper {
  return orderOnPaper(sampleOrder(words), shop)
}

export function orderOnPaper(order: SalesOrder, shop: Shop): OrderOnPaper {
  const totals = salesOrderTotals(order)
  const paid = 10_000
  const number = order.number?.text ?? ''
  const open = totals.gross - paid
  return { order, number, lines: standingLines(order), totals, paid, open, takenByName: 'Femke Jansen', shop }
}

export function sampleOrder({ say }: Pick<PaperWords, 'say'>): SalesOrder {
  return {
    ...readDocument(salesOrderEntity, {}),
    status: 'confirmed',
    number: { series: 'sales_order', station: 'A', year: 2026, counter: 4831, text: '26-A04831' },
    customer: {
      partyId: null,
      code: 'K00127',
      name: 'Piekarnia „Złoty Kłos” Sp. z o.o.',
      vatNumber: 'PL5260250274',
      country: 'PL',
      language: 'pl',
      discount: 0,
      paymentTermDays: 14,
    },
    contact: { name: 'Agnieszka Wróblewska', phone: '+48601234567', email: '' },
    invoiceAddress: { street: 'ul. Piekary 17/3', extra: '', postcode: '61-823', city: 'Poznań', country: 'PL' },
    deliveryAddress: {
      street: 'ul. Półwiejska 42',
      extra: 'brama B',
      postcode: '61-888',
      city: 'Poznań',
      country: 'PL',
    },
    delivery: 'delivery',
    deliveryCharge: { amount: 800, vat: { category: 'standard', rate: 2100 } },
    promised: { on: '2026-11-24', at: '16:00' },
    customerReference: 'ZK/11/2026',
    instructions: say('sales-orders:paper.sample.instructions'),
    plannedPayment: 'transfer',
    currency: 'EUR',
    takenAt: '2026-11-19T13:07:00.000Z',
    orderedOn: '2026-11-19',
    lines: {
      '1': {
        item: item({
          sku: 'VK-85',
          name: say('sales-orders:paper.sample.cards'),
          details: say('sales-orders:paper.sample.cardsDetails'),
          quantity: { sets: 5, each: 500_000 },
          unitPrice: { amount: 94_800_000, base: 1000 },
          vat: { category: 'standard', rate: 2100 },
        }),
        artwork: {
          hash: 'a'.repeat(64),
          name: say('sales-orders:paper.sample.file'),
          mediaType: 'application/pdf',
          size: 1,
          shortCode: 'K7-9HD3',
          version: 2,
          previewHash: null,
        },
        note: say('sales-orders:paper.sample.note'),
        position: 'a',
        origin: null,
        removed: false,
      },
      '2': {
        item: item({
          kind: 'service',
          name: say('sales-orders:paper.sample.service'),
          isPersonalised: false,
          unit: 'HUR',
          quantity: { sets: 1, each: 1500 },
          unitPrice: { amount: 62_000_000, base: 1 },
          vat: { category: 'reduced', rate: 900 },
        }),
        artwork: null,
        note: '',
        position: 'b',
        origin: null,
        removed: false,
      },
    },
  }
}

function item(change: Partial<OrderLineItem>): OrderLineItem {
  return {
    kind: 'print_product',
    productId: null,
    sku: '',
    title: '',
    name: '',
    details: '',
    paperName: '',
    paperDetails: '',
    assortment: 'own',
    supplierMark: '',
    isPersonalised: true,
    configuration: {},
    quantity: { sets: 1, each: 1000 },
    unit: 'C62',
    unitPrice: { amount: 0, base: 1 },
    vatLevel: 'standard',
    vat: { category: 'standard', rate: 0 },
    override: null,
    steps: [],
    ...change,
  }
}
