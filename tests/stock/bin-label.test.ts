import { expect, it } from 'vitest'
import { previewLabel } from '#main/printing/preview/preview-label.ts'
import { designedLabel, fittedDesign } from '#shared/printing/templates/label-design.ts'
import { designProblems } from '#shared/printing/templates/template-rules.ts'
import { binLabelFilling, binLabelShape, binLabelSize, sampleBinCode } from '#shared/stock/bin-label.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { brotherPrinter, labelPrinter } from '#tests/support/printer-profiles.ts'

const bin = (code: string) =>
  binLabelFilling({ code, shop: { name: 'De Kade', logo: null }, date: '22 november 2026', language: 'nl' })

it('[ST1] says its code and carries it to scan', async () => {
  expect(designProblems(binLabelShape.starter, binLabelShape)).toEqual([])
  const label = designedLabel(binLabelShape.starter, bin(sampleBinCode), binLabelShape.whole)
  const drawn = await previewLabel(label, labelPrinter({ label: binLabelSize }), { fonts: shippedFonts() })
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  expect((await readPicture(drawn.value.png)).map((each) => each.text)).toEqual([sampleBinCode])
})

it('[ST1] fits a smaller roll than it was made for, and still scans', async () => {
  const roll = brotherPrinter()
  const design = fittedDesign(binLabelShape.starter, roll.label)
  expect(design.size.height).toBeLessThanOrEqual(roll.label.height)
  const label = designedLabel(design, bin(sampleBinCode), binLabelShape.whole)
  const drawn = await previewLabel(label, roll, { fonts: shippedFonts() })
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  expect((await readPicture(drawn.value.png)).map((each) => each.text)).toEqual([sampleBinCode])
  expect(fittedDesign(binLabelShape.starter, labelPrinter().label)).toBe(binLabelShape.starter)
})

it('[ST1] a long code is set smaller and broken, never cut: half a code is another bin', async () => {
  const label = designedLabel(binLabelShape.starter, bin('W'.repeat(40)), binLabelShape.whole)
  expect(label.parts[0]).toMatchObject({ part: 'text', tooLong: 'refuse' })
  const drawn = await previewLabel(label, labelPrinter({ label: binLabelSize }), { fonts: shippedFonts() })
  expect(drawn.ok && drawn.value.warnings.map((each) => each.code)).toEqual(['textShrunk'])
})
