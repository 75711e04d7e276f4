import { fileURLToPath } from 'node:url'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { readDocument } from '#shared/kernel/change/fold.ts'
import { formatFor } from '#shared/kernel/format.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { PaperWords } from '#shared/printing/paper-words.ts'
import type { OrderOnPaper } from '#shared/sales-orders/order-on-paper.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import type { LineArtwork, OrderLineItem } from '#shared/sales-orders/sales-order.ts'
import { salesOrderTotals, standingLines } from '#shared/sales-orders/sales-order-totals.ts'

const translate = createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url)))

/** The real words of a feature's papers. */
export function paperWordsOf(feature: string, language: Language): PaperWords {
  return {
    language,
    format: formatFor(language),
    say: (key, params) => {
      const [namespace = '', rest] = key.split(':')
      return rest === undefined
        ? translate(language, feature, key, params)
        : translate(language, namespace, rest, params)
    },
  }
}

const artwork: LineArtwork = {
  hash: 'a'.repeat(64),
  name: 'wizytówki-złoty-kłos (kopia 2).pdf',
  mediaType: 'application/pdf',
  size: 1,
  shortCode: 'K7-9HD3',
  version: 2,
  previewHash: null,
}

function item(change: Partial<OrderLineItem>): OrderLineItem {
  return {
    kind: 'print_product',
    productId: null,
    sku: 'VK-85',
    title: '2.500 visitekaartjes 85×55',
    name: 'Visitekaartjes 85×55, 350 g',
    details: 'mat gelamineerd, ronde hoeken',
    paperName: 'Wizytówki 85×55, 350 g – żółte',
    paperDetails: 'folia matowa, zaokrąglone rogi',
    assortment: 'own',
    supplierMark: '',
    isPersonalised: true,
    configuration: {},
    quantity: { sets: 5, each: 500_000 },
    unit: 'C62',
    unitPrice: { amount: 94_800_000, base: 1000 },
    vatLevel: 'standard',
    vat: { category: 'standard', rate: 2100 },
    override: null,
    steps: [],
    ...change,
  }
}

/** An order with everything a paper can say: sets, hours, two VAT rates, a file, delivery abroad, part of it paid. */
export function sampleOrderOnPaper(change: Partial<SalesOrder> = {}): OrderOnPaper {
  const order: SalesOrder = {
    ...readDocument(salesOrderEntity, {}),
    status: 'confirmed',
    number: { series: 'sales_order', station: 'A', year: 2026, counter: 4831, text: '26-A04831' },
    customer: {
      partyId: '1',
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
    instructions: 'Niet vouwen.\nBellen bij aankomst.',
    plannedPayment: 'transfer',
    currency: 'EUR',
    takenAt: '2026-11-19T13:07:00.000Z',
    orderedOn: '2026-11-19',
    lines: {
      l1: { item: item({}), artwork, note: 'Let op de rode rand', position: 'a', origin: null, removed: false },
      l2: {
        item: item({
          kind: 'service',
          name: 'DTP-werk',
          details: '',
          paperName: 'Prace DTP',
          paperDetails: '',
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
    ...change,
  }
  const totals = salesOrderTotals(order)
  return {
    order,
    number: '26-A04831',
    lines: standingLines(order),
    totals,
    paid: 10_000,
    open: totals.gross - 10_000,
    takenByName: 'Femke Jansen',
    shop: {
      name: 'Drukkerij De Kade',
      address: { street: 'Houtkade 12', extra: '', postcode: '1013 AB', city: 'Amsterdam', country: 'NL' },
      country: 'NL',
      phone: '+31 20 123 45 67',
      email: 'balie@dekade.example',
      website: 'dekade.example',
      registrationNumber: '12345678',
      bankAccount: 'NL02ABNA0123456789',
      vatNumbers: ['NL123456782B90'],
      logo: null,
    },
  }
}

/** Every text of a paper, however deep: for what must stand there, and what must not. */
export function textsOfPaper(paper: unknown): string[] {
  if (typeof paper === 'string') return [paper]
  if (Array.isArray(paper)) return paper.flatMap(textsOfPaper)
  return typeof paper === 'object' && paper !== null ? Object.values(paper).flatMap(textsOfPaper) : []
}

/** A key nobody worded, or a name nobody filled in. */
export const unworded = /\b(?:paper|letterhead|amount)\.[a-z]|\{\{/iu

/** Amounts of the sample order, in whatever way a language writes them: 237.00, 93.00, 8.00, 338.00, 71.00. */
export const sampleAmounts = /(?:237|93|338|330|100)[.,]00|8[.,]00|0[.,]095|62[.,]00|€|EUR/u
