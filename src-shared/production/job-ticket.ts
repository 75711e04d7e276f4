import { choiceText, type TitleLanguage } from '../catalog/line-title.ts'
import type { Product } from '../catalog/product.ts'
import { textIn } from '../kernel/local-text.ts'
import { logoOnPaper, shopPage } from '../printing/letterhead.ts'
import type { Fact, PageBlock, PageDocument } from '../printing/page-document.ts'
import { filled, joined, type PaperWords } from '../printing/paper-words.ts'
import { arranged, builtInLook, type PaperLook } from '../printing/templates/paper-look.ts'
import type { PaperShape } from '../printing/templates/template-shape.ts'
import { jobTicketCode } from '../sales-orders/job-ticket-code.ts'
import { artworkCode, type OrderOnPaper, promisedOnPaper, quantityOnPaper } from '../sales-orders/order-on-paper.ts'
import type { StandingLine } from '../sales-orders/sales-order-totals.ts'

/** One line of an order, as whoever makes it needs it. */
export interface TicketLine {
  readonly line: StandingLine
  /** Its place among the lines of the order, from 1. */
  readonly place: number
  /** Null for a line of free text. */
  readonly product: Product | null
}

export const jobTicketShape: PaperShape = {
  shape: 'paper',
  sections: [
    { name: 'ticketHead', isNeeded: true },
    { name: 'quantity', isNeeded: true },
    { name: 'product', isNeeded: true },
    { name: 'options' },
    { name: 'artwork' },
    { name: 'instructions' },
  ],
  columns: [],
  texts: ['head', 'closing'],
}

/**
 * PD1, PD2: the paper that goes along with the goods through the shop. In the shop's own language, without a word about
 * money: it lies open on machines.
 */
export function jobTicket(
  paper: OrderOnPaper,
  ticket: TicketLine,
  words: PaperWords,
  look: PaperLook = builtInLook,
): PageDocument {
  const { shop, number } = paper
  const { line, place } = ticket
  const code = jobTicketCode(number, place)
  const title = words.say('paper.jobTicket.name')
  const { head, closing } = look.texts
  const own = look.logo.from === 'own' ? logoOnPaper(shop, look) : null
  const blocks: PageBlock[] = [
    ...(own === null ? [] : [{ block: 'picture', picture: own, maxWidth: 670, maxHeight: 190 } as const]),
    ...(head === '' ? [] : [{ block: 'text', text: head } as const]),
    ...arranged<PageBlock>(jobTicketShape.sections, look.sections, {
      ticketHead: [headBlock(paper, ticket, code, title, words), { block: 'rule', weight: 'thick' }],
      quantity: [quantityBlock(paper, ticket, words)],
      product: [{ block: 'text', text: line.item.name, size: 'large', face: 'bold' }],
      options: optionBlocks(ticket, words),
      artwork: artworkBlocks(ticket, words),
      instructions: instructionBlocks(paper, ticket, words),
    }),
    ...(closing === '' ? [] : [{ block: 'text', text: closing } as const]),
  ]
  return { ...shopPage(shop, words, { title: `${title} ${code}`, blocks }, look), footer: null }
}

/** Whose it is, which line of how many, and how it leaves. */
export function headFacts(
  { order, lines }: Pick<OrderOnPaper, 'order' | 'lines'>,
  { place }: Pick<TicketLine, 'place'>,
  { say }: PaperWords,
): Fact[] {
  return [
    { label: say('paper.jobTicket.customer'), value: order.customer.name || say('paper.jobTicket.walkIn') },
    { label: say('paper.jobTicket.line'), value: say('paper.jobTicket.lineOf', { place, lines: lines.length }) },
    { label: say('paper.jobTicket.delivery'), value: say(`sales-orders:paper.order.delivery.${order.delivery}`) },
  ]
}

function headBlock(paper: OrderOnPaper, ticket: TicketLine, code: string, title: string, words: PaperWords): PageBlock {
  const facts = headFacts(paper, ticket, words)
  const { number } = paper
  return {
    block: 'columns',
    columns: [
      {
        share: 3,
        blocks: [
          { block: 'text', text: title },
          { block: 'text', text: number, face: 'mono', size: 'huge' },
          // A firm's name wants the whole width.
          { block: 'facts', across: 1, facts: facts.slice(0, 1) },
          { block: 'facts', across: 2, facts: facts.slice(1) },
        ],
      },
      {
        share: 2,
        blocks: [
          { block: 'barcode', barcode: { symbology: 'code128', data: code }, height: 150, caption: code, align: 'end' },
        ],
      },
    ],
  }
}

/** The whole quantity, and how it is made up where it is. */
export function quantityWords(
  { line }: Pick<TicketLine, 'line'>,
  words: PaperWords,
): { readonly total: string; readonly sets: string | null } {
  const { quantity, unit } = line.item
  return {
    total: quantityOnPaper({ quantity: { sets: 1, each: quantity.sets * quantity.each }, unit }, words),
    sets:
      quantity.sets === 1
        ? null
        : words.say('paper.jobTicket.sets', { sets: quantityOnPaper({ quantity, unit }, words) }),
  }
}

/** What is counted at the end, and when that is, stand largest. */
function quantityBlock({ order }: OrderOnPaper, ticket: TicketLine, words: PaperWords): PageBlock {
  const { say } = words
  const { total, sets } = quantityWords(ticket, words)
  const madeUp: PageBlock[] = sets === null ? [] : [{ block: 'text', text: sets, size: 'large' }]
  return {
    block: 'columns',
    columns: [
      {
        share: 1,
        blocks: [
          { block: 'text', text: say('paper.jobTicket.quantity') },
          { block: 'text', text: total, size: 'huge', face: 'bold' },
          ...madeUp,
        ],
      },
      {
        share: 1,
        blocks: [
          { block: 'text', text: say('paper.jobTicket.promised') },
          {
            block: 'text',
            text: promisedOnPaper(order.promised, words) || say('paper.jobTicket.noDate'),
            size: 'large',
            face: 'bold',
          },
        ],
      },
    ],
  }
}

/** What was chosen, option by option, and whose product it is; `details` where the options cannot say it. */
export function chosenFacts(
  { line, product }: Pick<TicketLine, 'line' | 'product'>,
  words: PaperWords,
): { readonly details: string; readonly facts: readonly Fact[] } {
  const { item } = line
  const names: TitleLanguage = {
    language: words.language,
    company: words.language,
    say: (key, params) => words.say(key, params),
  }
  const chosen = (product?.options ?? []).flatMap((option): Fact[] => {
    const value = choiceText(option, item.configuration[option.code], names)
    return value === '' ? [] : [{ label: textIn(option.names, words.language, words.language), value }]
  })
  const facts = filled([item.sku]).map(
    (value): Fact => ({ label: words.say('paper.jobTicket.sku'), value, face: 'mono' }),
  )
  const supplier = item.assortment === 'supplier' ? item.supplierMark || words.say('paper.jobTicket.elsewhere') : ''
  if (supplier !== '') facts.push({ label: words.say('paper.jobTicket.supplier'), value: supplier })
  // A product that has changed since no longer names every choice: the line's own words do.
  return chosen.length === 0 ? { details: item.details, facts } : { details: '', facts: [...chosen, ...facts] }
}

function optionBlocks(ticket: TicketLine, words: PaperWords): PageBlock[] {
  const { details, facts } = chosenFacts(ticket, words)
  return [
    ...(details === '' ? [] : [{ block: 'text', text: details } as const]),
    ...(facts.length === 0 ? [] : [{ block: 'facts', across: 2, facts } as const]),
  ]
}

function artworkBlocks({ line }: TicketLine, { say }: PaperWords): PageBlock[] {
  const { artwork } = line.line
  if (artwork === null)
    return line.item.isPersonalised ? [{ block: 'box', lines: [say('paper.jobTicket.noFile')] }] : []
  const words: PageBlock[] = [
    { block: 'text', text: say('paper.jobTicket.file') },
    { block: 'text', text: artworkCode(artwork), face: 'mono', size: 'large' },
    { block: 'text', text: artwork.name, size: 'small' },
  ]
  if (artwork.previewHash === null) return words
  const picture = { hash: artwork.previewHash, description: artwork.name }
  return [
    {
      block: 'columns',
      columns: [
        { share: 1, blocks: words },
        {
          share: 1,
          blocks: [{ block: 'picture', picture, maxWidth: 800, maxHeight: 600, align: 'end', framed: true }],
        },
      ],
    },
  ]
}

/** Of the line first, then of the order. */
export function instructionsOf({ order }: Pick<OrderOnPaper, 'order'>, { line }: Pick<TicketLine, 'line'>): string {
  return joined('\n', line.line.note, order.instructions)
}

function instructionBlocks(paper: OrderOnPaper, ticket: TicketLine, { say }: PaperWords): PageBlock[] {
  const text = instructionsOf(paper, ticket)
  if (text === '') return []
  return [
    { block: 'text', text: say('paper.jobTicket.instructions') },
    { block: 'box', lines: text.split('\n'), size: 'large' },
  ]
}
