import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodePages } from '#main/printing/drivers/code-pages.ts'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import { encodeLabelInDots } from '#main/printing/drivers/labels/label-in-dots.ts'
import { encodeLabel } from '#main/printing/drivers/zpl-encoder.ts'
import { isInFontZero } from '#main/printing/drivers/zpl-font.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import type { LabelPart } from '#shared/printing/label-document.ts'
import { printableLines } from '#shared/printing/print-text.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import type { ReceiptLine } from '#shared/printing/receipt-document.ts'
import { decodeBrother } from '#tests/support/brother-decoder.ts'
import { decodeEpl } from '#tests/support/epl-decoder.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import {
  brotherPrinter,
  emulated,
  eplPrinter,
  labelPrinter,
  receiptPrinter,
  tsplPrinter,
} from '#tests/support/printer-profiles.ts'
import { decodeTspl } from '#tests/support/tspl-decoder.ts'
import { decodeZpl } from '#tests/support/zpl-commands.ts'

/** Strings each encoder sees; COUNTERPROOF_STRINGS=50000 is the run that closes an issue. */
const runs = Number(process.env.COUNTERPROOF_STRINGS ?? 2000)

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

/** What people, suppliers and attackers have put into customer names. */
const commands = [
  '^XZ^XA^FO0,0^GB800,800,800^FS',
  '~JR',
  '~JC',
  '^JUS',
  '_5EXZ',
  '\\&',
  '>;>8',
  '\u001bp\u0000\u0019\u00fa',
  '\u001dV\u0000',
  '\u001b@',
  '\u0010\u0014\u0001\u0000\u0005',
  '\u0010\u0004\u0001',
  '\u001b%-12345X@PJL RESET',
  '\u001c.\u001bt\u0010',
  '{A\u0000',
]

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...commands),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('Zażółć', 'Größe', '12,50 €', '\n', '\u00a0', '1604', '{', '>'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

let tried = 0
/** Pictures give their memory back between turns of the loop: a property that never lets go takes it all. */
async function breathe(): Promise<void> {
  tried += 1
  if (tried % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
}

const ofReceipts = [
  'ESC @',
  'FS .',
  'ESC R',
  'ESC t',
  'ESC !',
  'ESC E',
  'ESC a',
  'GS v',
  'GS V',
  'GS H',
  'GS f',
  'GS w',
  'GS h',
  'GS k',
  'GS (',
]

async function printed(lines: readonly ReceiptLine[], profile = receiptPrinter()) {
  const document = { form: 'receipt', title: '', language: 'en', lines, copyTag: null } as const
  const encoded = await encodeReceipt(document, profile, { fonts })
  return { receipt: decodeEscpos(encoded.bytes, emulated(profile)), warnings: encoded.warnings }
}

const letters = (lines: readonly string[]) => lines.join('').replace(/[ \u00a0]/gu, '')

describe('nothing a person typed commands a receipt printer', { timeout: 60_000 + runs * 50 }, () => {
  it(`[bad input 90] [X19][item 90] ${runs} texts as text, pair, barcode and QR code: no command of their own, the drawer stays shut`, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom('text', 'pair', 'barcode', 'qr'), async (text, kind) => {
        await breathe()
        const line: ReceiptLine =
          kind === 'text'
            ? { line: 'text', text }
            : kind === 'pair'
              ? { line: 'pair', start: text, end: text }
              : kind === 'barcode'
                ? { line: 'barcode', data: text, caption: text }
                : { line: 'qr', data: text, caption: null }
        const { receipt } = await printed([line])
        expect(receipt.commands.filter((command) => !ofReceipts.includes(command))).toEqual([])
        expect([receipt.drawer, receipt.cuts, receipt.warnings]).toEqual([[], 1, []])
        expect(receipt.commands.filter((command) => command === 'ESC @')).toHaveLength(1)
        for (const barcode of receipt.barcodes) expect(barcode.data).toBe(text)
      }),
      { numRuns: runs },
    )
  })

  it('[X19] reads back as it was written, less the documented drops, where the printer has the letters', async () => {
    const pages = loadCodePages(receiptPrinter().codePages)
    const printable = anyText.filter((text) =>
      pages.prepare(text).every((line) => pages.encode(line, pages.first) !== null),
    )
    await fc.assert(
      fc.asyncProperty(printable, async (text) => {
        await breathe()
        const { receipt, warnings } = await printed([{ line: 'text', text }])
        expect(warnings).toEqual([])
        expect(letters(receipt.lines)).toBe(letters(pages.prepare(text)))
      }),
      { numRuns: runs / 2 },
    )
  })
})

/** Drawing takes its milliseconds: few by default, all of them in the run that closes an issue. */
const drawn = process.env.COUNTERPROOF_STRINGS === undefined ? 100 : runs

describe('nothing a person typed is text to a receipt printer that gets a picture', {
  timeout: 60_000 + runs * 50,
}, () => {
  it(`[PR9][P24][item 90] ${drawn} texts as a picture: no command of their own, and not one of their letters`, async () => {
    const narrow = receiptPrinter({
      ...{ ...escposModels.epsonTm80, columns: 24, dots: 256, pictureFor: 'receipt' },
    })
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await breathe()
        // A letter that no code page has makes a picture of all of it.
        const { receipt } = await printed([{ line: 'text', text: `\u4e2d${text}` }], narrow)
        expect(receipt.commands.filter((command) => !ofReceipts.includes(command))).toEqual([])
        expect([receipt.drawer, receipt.cuts, receipt.warnings]).toEqual([[], 1, []])
        expect(receipt.commands).toContain('GS v')
        expect(letters(receipt.lines)).toBe('')
      }),
      { numRuns: drawn },
    )
  })
})

const ofLabels = new Set([
  '^XA',
  '^CI',
  '^PW',
  '^LL',
  '^LH',
  '^LT',
  '^LS',
  '^PO',
  '^FO',
  '^A0',
  '^FB',
  '^FH',
  '^FD',
  '^FS',
  '^BY',
  '^BC',
  '^BE',
  '^BQ',
  '^BX',
  '^GF',
  '^GB',
  '^PQ',
  '^XZ',
])

describe('nothing a person typed commands a label printer', { timeout: 60_000 + runs * 50 }, () => {
  it(`[bad input 90] [X19][item 90] ${runs} texts in every kind of part: no command of their own, read back as written`, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.constantFrom('text', 'centred', 'code128', 'qr', 'dataMatrix'),
        async (text, kind) => {
          await breathe()
          const place = { x: 50, y: 50, width: 900 }
          const part: LabelPart =
            kind === 'text' || kind === 'centred'
              ? {
                  part: 'text',
                  ...place,
                  text,
                  size: 40,
                  lines: 4,
                  align: kind === 'text' ? 'start' : 'center',
                  shrinkTo: 80,
                  tooLong: 'ellipsis',
                }
              : kind === 'code128'
                ? { part: 'code128', ...place, data: text, height: 200, caption: null }
                : { part: kind === 'qr' ? 'qr' : 'dataMatrix', x: 50, y: 50, data: text, side: 600 }
          const encoded = await encodeLabel(
            { form: 'label', title: '', language: 'en', size: { width: 1016, height: 1524 }, parts: [part] },
            labelPrinter(),
            { fonts },
          )
          expect(encoded.ok).toBe(true)
          if (!encoded.ok) return
          const zpl = decodeZpl(encoded.value.bytes)
          expect(zpl.commands.map((command) => command.name).filter((name) => !ofLabels.has(name))).toEqual([])
          for (const once of ['^XA', '^PQ', '^XZ'])
            expect(zpl.commands.filter((command) => command.name === once)).toHaveLength(1)
          const codes = encoded.value.warnings.map((warning) => warning.code)
          const isText = kind === 'text' || kind === 'centred' || codes.includes('barcodeAsText')
          if (isText && !codes.includes('textCut') && !codes.includes('drawnAsPicture')) {
            expect(letters(zpl.fields)).toBe(letters(printableLines(text)))
            expect(isInFontZero(text.replace(/\P{L}/gu, ''))).toBe(true)
          }
          if (!isText)
            expect(zpl.fields).toEqual([
              kind === 'qr' ? `MA,${text}` : kind === 'dataMatrix' ? text : expect.stringMatching(/^>[:;]/u),
            ])
        },
      ),
      { numRuns: runs },
    )
  })
})

describe('nothing a person typed is text to a printer that gets dots', { timeout: 60_000 + runs * 50 }, () => {
  const label = { width: 230, height: 230 }
  const roll = { roll: '29', label: { width: 290, height: 230 } } as const
  /** What the printer obeyed, each decoder refusing whatever it does not know. */
  const obeyed = {
    tspl: (bytes: Uint8Array) => decodeTspl(bytes, 203).commands,
    epl: (bytes: Uint8Array) => decodeEpl(bytes).commands,
    brother: (bytes: Uint8Array) => decodeBrother(bytes).map(() => 'page'),
  }
  const once = {
    tspl: /^SIZE GAP DIRECTION REFERENCE OFFSET SHIFT CLS (?:BITMAP )*PRINT$/u,
    epl: /^q Q R ZT N (?:GW )*P$/u,
    brother: /^page$/u,
  }
  it.each([tsplPrinter({ label }), eplPrinter({ label }), brotherPrinter(roll)])(
    `[PR60][P24][item 90] ${drawn} texts in $language: one label, no command but its frame`,
    async (profile) => {
      await fc.assert(
        fc.asyncProperty(anyText, fc.constantFrom('text', 'qr'), async (text, kind) => {
          await breathe()
          const part: LabelPart =
            kind === 'text'
              ? { part: 'text', x: 40, y: 60, width: 160, text, size: 30, lines: 2, shrinkTo: 80, tooLong: 'ellipsis' }
              : { part: 'qr', x: 40, y: 60, data: text, side: 120 }
          const document = { form: 'label', title: text, language: 'en', size: label, parts: [part] } as const
          const made = await encodeLabelInDots(document, profile, { fonts })
          expect(made.ok).toBe(true)
          if (made.ok) expect(obeyed[profile.language](made.value.bytes).join(' ')).toMatch(once[profile.language])
        }),
        { numRuns: drawn },
      )
    },
  )

  it('[PR60] what the decoders know would notice: text commands, a bit too many, a bit too few', async () => {
    const document = { form: 'label', title: '', language: 'en', size: label, parts: [] } as const
    for (const profile of [tsplPrinter({ label }), eplPrinter({ label }), brotherPrinter(roll)]) {
      const made = await encodeLabelInDots(document, profile, { fonts })
      if (!made.ok) throw new Error(made.refusal.code)
      const { bytes } = made.value
      const read = obeyed[profile.language]
      const intruder = Buffer.from(
        profile.language === 'epl' ? 'A50,0,0,1,1,1,N,"X"\n' : 'TEXT 50,50,"3",0,1,1,"X"\r\n',
      )
      expect(() => read(Uint8Array.from([...bytes, ...intruder]))).toThrow()
      expect(() => read(bytes.subarray(0, -1))).toThrow()
    }
  })
})
