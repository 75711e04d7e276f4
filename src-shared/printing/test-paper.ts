import type { Language } from '../kernel/language.ts'
import type { LabelDocument } from './label-document.ts'
import { a4, type PageDocument } from './page-document.ts'
import type { PrintDocument } from './print-document.ts'
import type { PrinterProfile } from './printer-profile.ts'
import type { ReceiptDocument } from './receipt-document.ts'

/** Words of `printing` in the language of the shop. */
export type TestWords = (key: string, params?: Readonly<Record<string, string>>) => string

export interface TestFacts {
  readonly printer: PrinterProfile
  readonly companyName: string
  /** When, as the language writes it. */
  readonly when: string
  readonly language: Language
}

/** Letters that printers get wrong, of all five languages. */
export const trialLetters = 'ąćęłńóśźż € äöüß éèçœ ëï'
const trialCode = 'TEST-1234'

/** What comes out when a person tries a printer: letters, a symbol to scan, and edges to measure. */
export function testPaper(facts: TestFacts, say: TestWords): PrintDocument {
  if (facts.printer.language === 'pdf') return testPage(facts, say)
  return facts.printer.language === 'escpos' ? testReceipt(facts, say) : testLabel(facts, facts.printer.label, say)
}

function testPage({ printer, companyName, when, language }: TestFacts, say: TestWords): PageDocument {
  return {
    form: 'page',
    title: say('test.title', { printer: printer.name }),
    language,
    author: companyName,
    createdAt: '',
    size: a4,
    margins: { top: 150, right: 200, bottom: 150, left: 200 },
    decimalMark: language === 'en' ? '.' : ',',
    runningHead: null,
    copyTag: null,
    footer: { lines: [companyName], pageWords: say('page', { page: '{page}', pages: '{pages}' }) },
    blocks: [
      { block: 'title', text: say('test.title', { printer: printer.name }), number: null },
      {
        block: 'facts',
        across: 2,
        facts: [
          { label: say('test.printer'), value: printer.name },
          { label: say('test.when'), value: when },
        ],
      },
      { block: 'text', text: say('test.look') },
      { block: 'text', text: trialLetters, size: 'large' },
      { block: 'barcode', barcode: { symbology: 'code128', data: trialCode }, height: 120, caption: trialCode },
      { block: 'space', height: 60 },
      // Exactly as wide as the margins leave: 170 mm on a sheet that nobody scaled (P15).
      { block: 'rule', weight: 'thick' },
      { block: 'text', text: say('test.ruler', { width: '170' }), align: 'center' },
    ],
  }
}

function testReceipt({ printer, companyName, when, language }: TestFacts, say: TestWords): ReceiptDocument {
  return {
    form: 'receipt',
    title: say('test.title', { printer: printer.name }),
    language,
    copyTag: null,
    lines: [
      { line: 'text', text: companyName, align: 'center', bold: true },
      { line: 'text', text: say('test.title', { printer: printer.name }), align: 'center' },
      { line: 'rule', weight: 'thin' },
      { line: 'pair', start: say('test.when'), end: when },
      { line: 'text', text: trialLetters },
      { line: 'feed', lines: 1 },
      { line: 'barcode', data: trialCode, caption: trialCode },
      { line: 'rule', weight: 'thick' },
      { line: 'text', text: say('test.end'), align: 'center' },
    ],
  }
}

function testLabel(
  { printer, companyName, when, language }: TestFacts,
  size: LabelDocument['size'],
  say: TestWords,
): LabelDocument {
  const margin = Math.min(30, Math.round(size.width / 20))
  const width = size.width - 2 * margin
  const line = Math.min(50, Math.round(size.height / 9))
  const text = (row: number, words: string) =>
    ({
      part: 'text',
      x: 2 * margin,
      y: margin + line * row + 15,
      width: width - 2 * margin,
      size: line - 10,
      text: words,
      lines: 1,
      shrinkTo: 50,
      tooLong: 'ellipsis',
    }) as const
  return {
    form: 'label',
    title: say('test.title', { printer: printer.name }),
    language,
    size,
    parts: [
      { part: 'box', x: margin, y: margin, width, height: size.height - 2 * margin, thickness: 5 },
      text(0, companyName),
      text(1, printer.name),
      text(2, when),
      text(3, trialLetters),
      {
        part: 'code128',
        x: 2 * margin,
        y: margin + line * 4 + 25,
        width: width - 2 * margin,
        height: line * 2,
        data: trialCode,
        caption: trialCode,
      },
    ],
  }
}
