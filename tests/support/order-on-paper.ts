import { fileURLToPath } from 'node:url'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { formatFor } from '#shared/kernel/format.ts'
import type { Language } from '#shared/kernel/language.ts'
import type { Shop } from '#shared/printing/letterhead.ts'
import type { PaperWords } from '#shared/printing/paper-words.ts'
import type { OrderOnPaper } from '#shared/sales-orders/order-on-paper.ts'
import type { SalesOrder } from '#shared/sales-orders/replication.ts'
import { orderOnPaper, sampleOrder } from '#shared/sales-orders/sample-order-on-paper.ts'

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

/** A shop with everything a letterhead can say, and no logo. */
export const sampleShop: Shop = {
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
}

/** The order that templates are designed with, of a shop that speaks Dutch; tests change what they are about. */
export function sampleOrderOnPaper(change: Partial<SalesOrder> = {}): OrderOnPaper {
  return orderOnPaper({ ...sampleOrder(paperWordsOf('sales-orders', 'nl')), ...change }, sampleShop)
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
