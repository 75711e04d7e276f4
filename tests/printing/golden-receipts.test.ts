import { beforeAll, describe, expect, it } from 'vitest'
import { loadCodePages } from '#main/printing/drivers/code-pages.ts'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import { type EscposModel, epsonCodePages, escposModels } from '#shared/printing/printer-models.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeEscpos, overlappingElements } from '#tests/support/escpos-decoder.ts'
import { pixelsOfReceipt } from '#tests/support/escpos-picture.ts'
import { goldenProblem } from '#tests/support/golden-picture.ts'
import { shrunkToBitmap } from '#tests/support/pixels.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { brokenWords, foreign, unsaidWords } from '#tests/support/said-on-paper.ts'
import { sampleLogo } from '#tests/support/sample-logo.ts'
import { logoHash, previewHash } from './golden-orders.ts'
import { goldenReceipts } from './golden-papers.ts'

let fonts: PrintFonts
const pictures = new Map([
  [logoHash, sampleLogo()],
  [previewHash, sampleLogo()],
])
beforeAll(() => {
  fonts = shippedFonts()
})

/** 58 mm with the pages of an Epson, so that its words can be read; and as it is mostly sold, where letters are pictures. */
const rolls = {
  '80mm': escposModels.epsonTm80,
  '58mm': { ...escposModels.clone58, codePages: epsonCodePages, cut: 'partial' },
  '58mm-clone': { ...escposModels.clone58, cut: 'partial' },
} as const satisfies Record<string, EscposModel>

/** What is worth a look: everything once in Polish and French, the long and the poor once on the narrowest paper. */
function isLookedAt(name: string, roll: keyof typeof rolls, language: Language): boolean {
  if (language !== 'pl' && language !== 'fr') return false
  if (roll === '58mm-clone') return language === 'pl' && name === 'order-receipt-full'
  if (name.endsWith('-long')) return roll === '58mm' && language === 'pl' && name.startsWith('order-receipt')
  return name.endsWith('-bare') ? roll === '58mm' && language === 'fr' : true
}

describe.each(languages)('receipts in %s', (language) => {
  it.each(['80mm', '58mm', '58mm-clone'] as const)(
    '[PR80][PR81][PR82][PR83] on %s say all their words whole, look as they did, and scan',
    async (roll) => {
      const profile = receiptPrinter(rolls[roll])
      const { prepare } = loadCodePages(profile.codePages)
      const problems: string[] = []
      for (const paper of goldenReceipts(language, profile)) {
        const encoded = await encodeReceipt(paper.document, profile, { fonts, pictures })
        const receipt = decodeEscpos(encoded.bytes, emulated(profile))
        const said = { ...paper, read: receipt.lines, prepare, columns: profile.columns }
        const isText = roll !== '58mm-clone'
        const found = [
          ...receipt.warnings,
          ...overlappingElements(receipt),
          ...encoded.warnings.flatMap((each) =>
            isText || each.code !== 'drawnAsPicture' ? [JSON.stringify(each)] : [],
          ),
          ...(isText && !paper.name.endsWith('-bare') ? unsaidWords(said) : []),
          ...(isText ? [...brokenWords(said), ...foreign(said)] : []),
        ]
        const codes = receipt.barcodes.map(({ data }) => data)
        if (isLookedAt(paper.name, roll, language)) {
          const pixels = pixelsOfReceipt(receipt, emulated(profile))
          const problem = goldenProblem(`${paper.name}-${roll}-${language}`, shrunkToBitmap(pixels, 2, 180))
          if (problem !== null) found.push(problem)
          codes.splice(0, codes.length, ...(await readPicture(pixels)).map(({ text }) => text))
        }
        if (codes.join() !== paper.codes.join()) found.push(`scans as ${JSON.stringify(codes)}`)
        problems.push(...found.map((each) => `${paper.name}: ${each}`))
      }
      expect(problems).toEqual([])
    },
  )
})
