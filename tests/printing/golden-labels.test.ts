import { beforeAll, describe, expect, it } from 'vitest'
import { encodeLabelInDots } from '#main/printing/drivers/labels/label-in-dots.ts'
import { encodeLabel } from '#main/printing/drivers/zpl-encoder.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { type Language, languages } from '#shared/kernel/language.ts'
import type { LabelDocument } from '#shared/printing/label-document.ts'
import type { DotsProfile } from '#shared/printing/printer-profile.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeBrother } from '#tests/support/brother-decoder.ts'
import { decodeEpl } from '#tests/support/epl-decoder.ts'
import { goldenProblem } from '#tests/support/golden-picture.ts'
import { type Pixels, pixelsOfBitmap, pixelsOfPng, shrunkToBitmap } from '#tests/support/pixels.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { brotherPrinter, eplPrinter, labelPrinter, tsplPrinter } from '#tests/support/printer-profiles.ts'
import { foreign, unsaid } from '#tests/support/said-on-paper.ts'
import { decodeTspl } from '#tests/support/tspl-decoder.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'
import {
  type GoldenPaper,
  goldenBinLabel,
  goldenProductLabels,
  goldenShippingLabel,
  goldenTestLabel,
} from './golden-papers.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

/** White round a picture, as readers of barcodes need it. */
const quiet = 20
const brotherSize = { width: 620, height: 290 }

/** The labels of a language, each on a roll of its own size. */
function labelsIn(language: Language): GoldenPaper<LabelDocument>[] {
  const small = tsplPrinter({ label: { width: 570, height: 320 } })
  return [
    goldenShippingLabel(language),
    ...goldenProductLabels(language, small.label),
    ...(language === 'pl' ? [goldenBinLabel(small.label)] : []),
    goldenTestLabel(language, small),
  ]
}

/** What the head of a printer burns of one label. */
async function burnt(document: LabelDocument, profile: DotsProfile) {
  const made = await encodeLabelInDots(document, profile, { fonts })
  if (!made.ok) throw new Error(made.refusal.code)
  const { bytes, warnings } = made.value
  const [label] =
    profile.language === 'brother'
      ? decodeBrother(bytes)
      : profile.language === 'tspl'
        ? decodeTspl(bytes, profile.dpi).labels
        : decodeEpl(bytes).labels
  if (label === undefined) throw new Error('no label')
  return { warnings, pixels: pixelsOfBitmap(label.picture.bitmap, quiet) }
}

/** What a picture has against how it looked, and against what ought to be read from it. */
async function problemsOf(paper: GoldenPaper<LabelDocument>, picture: string, pixels: Pixels): Promise<string[]> {
  const problem = goldenProblem(`${paper.name}-${picture}`, shrunkToBitmap(pixels, 2, 150))
  const codes = (await readPicture(pixels)).map(({ text }) => text)
  return [
    ...(problem === null ? [] : [problem]),
    ...(codes.join() === paper.codes.join() ? [] : [`${paper.name} scans as ${JSON.stringify(codes)}`]),
  ]
}

/** Nothing that a label was warned about, apart from letters that are always drawn on a printer without them. */
const seriousOnes = (paper: GoldenPaper<LabelDocument>, warnings: readonly { readonly code: string }[]): string[] =>
  warnings.flatMap((each) => (each.code === 'drawnAsPicture' ? [] : [`${paper.name}: ${JSON.stringify(each)}`]))

describe.each(languages)('labels in %s', (language) => {
  it('[PR81][PR82][PR83] say all their words, fit, and scan; those of TSPL and EPL2 are the same dots', async () => {
    const problems: string[] = []
    for (const paper of labelsIn(language)) {
      const read = paper.document.parts.flatMap((part) =>
        part.part === 'text' ? [part.text] : 'caption' in part && part.caption !== null ? [part.caption] : [],
      )
      const said = { ...paper, read }
      problems.push(...[...unsaid(said), ...foreign(said)].map((each) => `${paper.name}: ${each}`))
      const { size: label } = paper.document
      const tspl = await burnt(paper.document, tsplPrinter({ label }))
      const epl = await burnt(paper.document, eplPrinter({ label }))
      problems.push(...seriousOnes(paper, tspl.warnings))
      if (!Buffer.from(tspl.pixels.data.buffer).equals(Buffer.from(epl.pixels.data.buffer)))
        problems.push(`${paper.name} differs in EPL2`)
      if (language === 'pl' || language === 'fr')
        problems.push(...(await problemsOf(paper, `dots-${language}`, tspl.pixels)))
    }
    expect(problems).toEqual([])
  })
})

describe.each(['pl', 'fr'] as const)('labels in %s', (language) => {
  it('[PR80][PR83] on a Zebra look as they did when somebody looked, and scan', async () => {
    const problems: string[] = []
    for (const paper of labelsIn(language)) {
      const { size } = paper.document
      const made = await encodeLabel(paper.document, labelPrinter({ label: size }), { fonts })
      if (!made.ok) throw new Error(made.refusal.code)
      const png = await pictureOfLabel(made.value.bytes, { ...size, dpi: 203 })
      problems.push(
        ...seriousOnes(paper, made.value.warnings),
        ...(await problemsOf(paper, `zpl-${language}`, pixelsOfPng(png, quiet))),
      )
    }
    expect(problems).toEqual([])
  })

  it('[PR80][PR83] on a roll of 62 × 29 mm look as they did when somebody looked, and scan', async () => {
    const problems: string[] = []
    const [product] = goldenProductLabels(language, brotherSize)
    for (const paper of [product, language === 'pl' ? goldenBinLabel(brotherSize) : undefined]) {
      if (paper === undefined) continue
      const { pixels, warnings } = await burnt(paper.document, brotherPrinter())
      problems.push(...seriousOnes(paper, warnings), ...(await problemsOf(paper, `brother-${language}`, pixels)))
    }
    expect(problems).toEqual([])
  })
})
