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

function headBlock(
  { order, number, lines }: OrderOnPaper,
  { place }: TicketLine,
  code: string,
  title: string,
  words: PaperWords,
): PageBlock {
  const { say } = words
  const facts: Fact[] = [
    { label: say('paper.jobTicket.customer'), value: order.customer.name || say('paper.jobTicket.walkIn') },
    { label: say('paper.jobTicket.line'), value: say('paper.jobTicket.lineOf', { place, lines: lines.length }) },
    { label: say('paper.jobTicket.delivery'), value: say(`sales-orders:paper.order.delivery.${order.delivery}`) },
  ]
  return {
    block: 'columns',
    columns: [
      {
        share: 3,
        blocks: [
          { block: 'text', text: title },
          { block: 'text', text: number, face: 'mono', size: 'huge' },
          { block: 'facts', across: 2, facts },
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

/** What is counted at the end, and when that is, stand largest. */
function quantityBlock({ order }: OrderOnPaper, { line }: TicketLine, words: PaperWords): PageBlock {
  const { say } = words
  const { quantity, unit } = line.item
  const total = quantityOnPaper({ quantity: { sets: 1, each: quantity.sets * quantity.each }, unit }, words)
  const sets: PageBlock[] =
    quantity.sets === 1
      ? []
      : [
          {
            block: 'text',
            text: say('paper.jobTicket.sets', { sets: quantityOnPaper({ quantity, unit }, words) }),
            size: 'large',
          },
        ]
  return {
    block: 'columns',
    columns: [
      {
        share: 1,
        blocks: [
          { block: 'text', text: say('paper.jobTicket.quantity') },
          { block: 'text', text: total, size: 'huge', face: 'bold' },
          ...sets,
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

function optionBlocks({ line, product }: TicketLine, words: PaperWords): PageBlock[] {
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
  if (chosen.length === 0 && item.details !== '') return [{ block: 'text', text: item.details }, ...factsBlock(facts)]
  return factsBlock([...chosen, ...facts])
}

function factsBlock(facts: readonly Fact[]): PageBlock[] {
  return facts.length === 0 ? [] : [{ block: 'facts', across: 2, facts }]
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

function instructionBlocks({ order }: OrderOnPaper, { line }: TicketLine, { say }: PaperWords): PageBlock[] {
  const text = joined('\n', line.line.note, order.instructions)
  if (text === '') return []
  return [
    { block: 'text', text: say('paper.jobTicket.instructions') },
    { block: 'box', lines: text.split('\n'), size: 'large' },
  ]
}
