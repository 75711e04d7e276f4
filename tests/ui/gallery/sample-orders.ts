import type { FetchedPage, GlyphName, TableSort } from '#renderer/ui/index.ts'
import { artwork } from './artwork.ts'

export interface SampleOrder {
  readonly number: string
  readonly customer: string
  readonly title: string
  readonly due: string
  readonly late: boolean
  readonly waits: boolean
  readonly stage: GlyphName
  readonly word: string
  readonly payment: GlyphName
  readonly paymentWord: string
  readonly isPaid: boolean
  readonly total: string
  readonly artwork: { readonly src: string; readonly trim: { readonly width: number; readonly height: number } }
}

export const ORDER_TOTAL = 100_000
const PAGE = 60

const CUSTOMERS = [
  'Huisartsenpraktijk De Linde',
  'Brasserie Le Vieux Canal',
  'Spedition Kühn & Söhne GmbH & Co. KG',
  'Atelier Lumière SARL',
  'Piekarnia Złoty Kłos',
  'Gemeente Nieuwegein',
  'Fleuriste Anémone',
  'Van Dijk Makelaardij BV',
  'Werbeagentur Nordlicht GmbH',
  'Bakkerij van Dongen BV',
  'Kancelaria Wiśniewska i Wspólnicy',
]
const TITLES = [
  '500 brochures A5, + 2',
  '60 menu cards, laminated',
  '4 PVC banners 300×100 cm',
  '8 × 250 business cards',
  '5,000 stickers Ø 60 mm',
  '10,000 letterheads A4',
  '100 gift cards, kraft',
  '12 for-sale boards 60×80',
  '2,500 folders DL, 135 g',
  '1,250 business cards, + 3',
  '3,000 envelopes C5',
]
const STATES: readonly (readonly [GlyphName, string])[] = [
  ['needs-you', 'File check: bleed missing'],
  ['half', 'In production: trimming'],
  ['ring-arrow', 'At Probo, ships Fri'],
  ['waiting-eye', 'Proof with customer'],
  ['short', 'Short: 1,200 sticker sheets'],
  ['half', 'In production: press 2'],
  ['waiting-euro', 'Waiting for payment'],
  ['full', 'Ready, shelf C-07'],
  ['ring', 'New, from web shop'],
  ['ink-half', 'Partly shipped, 2 of 3'],
  ['on-hold', 'Held by Ruud: PO number'],
]
const PAYMENTS: readonly (readonly [GlyphName, string])[] = [
  ['ink-ring', 'Open'],
  ['ink-check', 'Paid'],
  ['paper', 'On invoice'],
  ['ink-ring', 'Open'],
  ['ink-third', 'Part paid'],
]
const ART = [
  artwork.brochure,
  artwork.letterhead,
  artwork.blueBanner,
  artwork.darkCard,
  artwork.sticker,
  artwork.letterhead,
  artwork.greenCard,
  artwork.poster,
  artwork.tealCard,
  artwork.brownCard,
]

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('the sample is empty')
  return item
}

function orderAt(index: number): SampleOrder {
  const [stage, word] = at(STATES, index)
  const [payment, paymentWord] = at(PAYMENTS, index)
  return {
    number: `26-A${String(99_999 - index).padStart(5, '0')}`,
    customer: at(CUSTOMERS, index),
    title: at(TITLES, index),
    due: index === 0 ? 'Today 16:00' : `Fri ${20 + (index % 8)} Nov`,
    late: index === 0,
    waits: index === 0,
    stage,
    word,
    payment,
    paymentWord,
    isPaid: paymentWord !== 'Open' && paymentWord !== 'Part paid',
    total: (((index * 7919) % 120_000) / 100 + 18).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ','),
    artwork: at(ART, index),
  }
}

/** A page after a cursor, as the core would answer; the order by another column is a stand-in. */
export async function fetchOrders(cursor: string | null, sort: TableSort): Promise<FetchedPage<SampleOrder>> {
  const from = cursor === null ? 0 : Number(cursor)
  const isReversed = sort?.direction === 'desc'
  const rows = Array.from({ length: Math.min(PAGE, ORDER_TOTAL - from) }, (_, step) =>
    orderAt(isReversed ? ORDER_TOTAL - 1 - from - step : from + step),
  )
  const next = from + PAGE
  return { rows, next: next < ORDER_TOTAL ? String(next) : null }
}
