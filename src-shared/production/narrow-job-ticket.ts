import { logoOnPaper } from '../printing/letterhead.ts'
import type { Fact } from '../printing/page-document.ts'
import { filled, type PaperWords } from '../printing/paper-words.ts'
import type { ReceiptDocument, ReceiptLine } from '../printing/receipt-document.ts'
import { arranged, builtInLook, type PaperLook } from '../printing/templates/paper-look.ts'
import { jobTicketCode } from '../sales-orders/job-ticket-code.ts'
import { artworkCode, type OrderOnPaper, promisedOnPaper } from '../sales-orders/order-on-paper.ts'
import { chosenFacts, headFacts, instructionsOf, jobTicketShape, quantityWords, type TicketLine } from './job-ticket.ts'

/** PD5: the same on a roll, which goes round a box or into a bag: a layout of its own, not the sheet made small (P16). */
export function narrowJobTicket(
  paper: OrderOnPaper,
  ticket: TicketLine,
  words: PaperWords,
  look: PaperLook = builtInLook,
): ReceiptDocument {
  const { say, language } = words
  const { line, place } = ticket
  const code = jobTicketCode(paper.number, place)
  const title = say('paper.jobTicket.name')
  const { head, closing } = look.texts
  const own = look.logo.from === 'own' ? logoOnPaper(paper.shop, look) : null
  const lines: ReceiptLine[] = [
    ...(own === null ? [] : [{ line: 'picture', picture: own, share: 50 } as const]),
    ...textLines(head),
    ...arranged<ReceiptLine>(jobTicketShape.sections, look.sections, {
      ticketHead: [
        { line: 'text', text: title, align: 'center' },
        { line: 'text', text: paper.number, size: 'large', bold: true, align: 'center' },
        { line: 'feed', lines: 1 },
        { line: 'barcode', data: code, caption: code },
        { line: 'rule', weight: 'thick' },
        ...pairs(headFacts(paper, ticket, words)),
        { line: 'rule', weight: 'thin' },
      ],
      quantity: quantityLines(paper, ticket, words),
      product: [{ line: 'text', text: line.item.name, size: 'tall', bold: true }],
      options: optionLines(ticket, words),
      artwork: artworkLines(ticket, words),
      instructions: instructionLines(paper, ticket, words),
    }),
    ...textLines(closing),
  ]
  return { form: 'receipt', title: `${title} ${code}`, language, lines, copyTag: null }
}

function textLines(text: string): ReceiptLine[] {
  return filled(text.split('\n')).map((each): ReceiptLine => ({ line: 'text', text: each }))
}

function pairs(facts: readonly Fact[]): ReceiptLine[] {
  return facts.map(({ label, value }): ReceiptLine => ({ line: 'pair', start: label, end: value }))
}

/** What is counted at the end, and when that is, stand largest. */
function quantityLines({ order }: OrderOnPaper, ticket: TicketLine, words: PaperWords): ReceiptLine[] {
  const { say } = words
  const { total, sets } = quantityWords(ticket, words)
  const promised = promisedOnPaper(order.promised, words) || say('paper.jobTicket.noDate')
  return [
    { line: 'total', label: say('paper.jobTicket.quantity'), value: total },
    ...(sets === null ? [] : [{ line: 'text', text: sets, align: 'end' } as const]),
    { line: 'text', text: say('paper.jobTicket.promised') },
    { line: 'text', text: promised, size: 'tall', bold: true },
    { line: 'rule', weight: 'thin' },
  ]
}

function optionLines(ticket: TicketLine, words: PaperWords): ReceiptLine[] {
  const { details, facts } = chosenFacts(ticket, words)
  return [...textLines(details), ...pairs(facts)]
}

function artworkLines({ line }: TicketLine, { say }: PaperWords): ReceiptLine[] {
  const { artwork } = line.line
  const rule: ReceiptLine = { line: 'rule', weight: 'thin' }
  if (artwork === null)
    return line.item.isPersonalised
      ? [rule, { line: 'text', text: say('paper.jobTicket.noFile'), size: 'tall', bold: true }]
      : []
  const picture = { hash: artwork.previewHash ?? '', description: artwork.name }
  return [
    rule,
    { line: 'text', text: say('paper.jobTicket.file') },
    { line: 'text', text: artworkCode(artwork), size: 'large', bold: true },
    { line: 'text', text: artwork.name },
    { line: 'feed', lines: 1 },
    ...(artwork.previewHash === null ? [] : [{ line: 'picture', picture, share: 70 } as const]),
  ]
}

function instructionLines(paper: OrderOnPaper, ticket: TicketLine, { say }: PaperWords): ReceiptLine[] {
  const text = instructionsOf(paper, ticket)
  if (text === '') return []
  const said = filled(text.split('\n')).map((each): ReceiptLine => ({ line: 'text', text: each, bold: true }))
  return [
    { line: 'rule', weight: 'thick' },
    { line: 'text', text: say('paper.jobTicket.instructions') },
    ...said,
    { line: 'rule', weight: 'thick' },
  ]
}
