import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printableLine, printableLines } from '#shared/printing/print-text.ts'
import type { ReceiptLine } from '#shared/printing/receipt-document.ts'
import { columnsAt, layoutReceipt, type ReceiptRow } from '#shared/printing/receipt-layout.ts'
import { cellsOf } from '#shared/printing/text-cells.ts'

function rows(lines: readonly ReceiptLine[], columns: number): ReceiptRow[] {
  const document = { form: 'receipt', title: '', language: 'en', lines, copyTag: null } as const
  return layoutReceipt(document, { columns, prepare: printableLines })
}

function texts(lines: readonly ReceiptLine[], columns: number): string[] {
  return rows(lines, columns).map((row) => (row.row === 'text' ? row.text : row.row))
}

const sale: ReceiptLine = {
  line: 'table',
  columns: [
    { width: 5, align: 'end' },
    { width: 'rest', align: 'start' },
    { width: 10, align: 'end' },
  ],
  rows: [['500', 'Business cards on thick paper', '1,234.50']],
}

describe('a receipt in columns', () => {
  it('[P16] is laid out for the width it has, not scaled to it', () => {
    expect(texts([sale], 48)).toEqual(['  500 Business cards on thick paper     1,234.50'])
    expect(texts([sale], 32)).toEqual(['  500 Business cards    1,234.50', '      on thick paper'])
  })

  it('[P16] sets words over numbers where there is no room beside them', () => {
    expect(texts([sale], 24)).toEqual(['Business cards on thick', 'paper', '          500   1,234.50'])
  })

  it('wraps the words of a pair and keeps its amount whole', () => {
    const pair: ReceiptLine = { line: 'pair', start: 'Deposit paid earlier by bank card', end: '-1\u202f234,50\u00a0€' }
    expect(texts([pair], 32)).toEqual(['Deposit paid earlier by bank', 'card                 -1\u00a0234,50\u00a0€'])
    expect(texts([pair], 44)).toEqual(['Deposit paid earlier by bank card', `${' '.repeat(33)}-1\u00a0234,50\u00a0€`])
    expect(texts([pair], 46)).toEqual(['Deposit paid earlier by bank card  -1\u00a0234,50\u00a0€'])
  })

  it('ends no line between a number and its unit, the numbers of a size, or guillemets and their words', () => {
    const lines = (text: string, columns: number) => texts([{ line: 'text', text }], columns)
    expect(lines('Cartes de visite 85 × 55, 350 g', 28)).toEqual(['Cartes de visite 85 × 55,', '350 g'])
    expect(lines('Cartes de visite 85 × 55, 350 g', 20)).toEqual(['Cartes de visite', '85 × 55, 350 g'])
    expect(lines('TVA 21 % sur 245,00', 7)).toEqual(['TVA', '21 %', 'sur', '245,00'])
    expect(lines('papier « Œuvre complète » : oui', 16)).toEqual(['papier « Œuvre', 'complète » : oui'])
  })

  it('prints what is to be paid as large as it fits, and never without its amount', () => {
    const total = (value: string, columns: number) => rows([{ line: 'total', label: 'To pay', value }], columns)
    expect(total('€ 12.50', 48)).toEqual([{ row: 'text', text: 'To pay           € 12.50', size: 'large', bold: true }])
    expect(total('€ 12,345.50', 32)).toEqual([
      { row: 'text', text: 'To pay               € 12,345.50', size: 'tall', bold: true },
    ])
    expect(total('EUR 123,456,789,012.50 CR', 24).map((row) => row.row === 'text' && row.size)).toEqual([
      'normal',
      'tall',
      'tall',
    ])
  })

  it('[bad input 92] [item 92] boxes the COPY tag at the head', () => {
    const document = { form: 'receipt', title: '', language: 'nl', lines: [], copyTag: 'KOPIE 2' } as const
    const made = layoutReceipt(document, { columns: 32, prepare: printableLines })
    expect(made.map((row) => (row.row === 'text' ? row.text : row.row))).toEqual([
      '          +---------+',
      '          | KOPIE 2 |',
      '          +---------+',
      'feed',
    ])
  })

  it('keeps empty lines, and letters that could not be composed take no cell', () => {
    expect(texts([{ line: 'text', text: 'a\n\nb' }], 32)).toEqual(['a', '', 'b'])
    expect(cellsOf('z\u0323a')).toBe(2)
    expect(cellsOf('漢a')).toBe(3)
  })

  it('[bad input 91] [item 91] prints every character it was given, in lines no wider than the paper', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 })
    const anyLine: fc.Arbitrary<ReceiptLine> = fc.oneof(
      fc.record({
        line: fc.constant('text' as const),
        text: words,
        size: fc.constantFrom('normal' as const, 'tall' as const, 'large' as const),
        align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
      }),
      fc.record({ line: fc.constant('pair' as const), start: words, end: words }),
      fc.record({ line: fc.constant('total' as const), label: words, value: words }),
      fc.record({
        line: fc.constant('table' as const),
        columns: fc.constant([
          { width: 5, align: 'end' as const },
          { width: 'rest' as const, align: 'start' as const },
          { width: 10, align: 'end' as const },
        ]),
        rows: fc.array(fc.tuple(words, words, words), { maxLength: 3 }),
      }),
    )
    const given = (line: ReceiptLine): string =>
      line.line === 'text'
        ? line.text
        : line.line === 'pair'
          ? line.start + line.end
          : line.line === 'total'
            ? line.label + line.value
            : line.line === 'table'
              ? line.rows.flat().join('')
              : ''
    const sorted = (text: string) =>
      [...text]
        .filter((character) => character !== ' ')
        .sort()
        .join('')
    fc.assert(
      fc.property(anyLine, fc.constantFrom(24, 32, 42, 48), (line, columns) => {
        const made = rows([line], columns).filter((row) => row.row === 'text')
        for (const row of made) expect(cellsOf(row.text)).toBeLessThanOrEqual(Math.max(2, columnsAt(columns, row.size)))
        const whole = printableLines(given(line)).map(printableLine).join('')
        expect(sorted(made.map((row) => row.text).join(''))).toBe(sorted(whole))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('text as paper takes it', () => {
  it('[P24] drops what would be a command and keeps what people wrote', () => {
    expect(printableLine('a\u001b@\u001dV\u0000b\u0010\u0014\u0001\u009bc\u007f')).toBe('a@Vbc')
    expect(printableLine('Zo\u0065\u0308 \u202b1\u202f234,50\u00a0zł\u200b\ufeff')).toBe('Zoë 1\u00a0234,50\u00a0zł')
    expect(printableLine('one\ttwo\r\nthree\ud800')).toBe('one two three')
  })
})
