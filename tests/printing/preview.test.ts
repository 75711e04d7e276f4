import { createCanvas, loadImage } from '@napi-rs/canvas'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeReceipt } from '#main/printing/drivers/escpos-encoder.ts'
import { encodeLabel } from '#main/printing/drivers/zpl-encoder.ts'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import type { PrintFonts } from '#main/printing/pdf/print-fonts.ts'
import { previewLabel } from '#main/printing/preview/preview-label.ts'
import { previewPage } from '#main/printing/preview/preview-page.ts'
import { previewReceipt } from '#main/printing/preview/preview-receipt.ts'
import { escposModels } from '#shared/printing/printer-models.ts'
import { readPicture } from '#tests/support/barcode-reader.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { pictureOfReceipt } from '#tests/support/escpos-picture.ts'
import { inkOf, pdfPictures } from '#tests/support/pdf-tools.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { emulated, labelPrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { shippingLabel } from '#tests/support/sample-label.ts'
import { orderConfirmation } from '#tests/support/sample-pages.ts'
import { sampleReceipt } from '#tests/support/sample-receipt.ts'
import { pictureOfLabel } from '#tests/support/zpl-picture.ts'

let fonts: PrintFonts
beforeAll(() => {
  fonts = shippedFonts()
})

/** Where there is ink, in squares of some dots: how two drawings by different hands are compared. */
async function inkMap(png: Uint8Array, margin: number, square: number): Promise<string[]> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const rows: string[] = []
  for (let top = margin; top + square <= image.height - margin; top += square) {
    let row = ''
    for (let left = margin; left + square <= image.width - margin; left += square) {
      let dark = 0
      for (let y = top; y < top + square; y += 1) {
        for (let x = left; x < left + square; x += 1) if ((data[(y * image.width + x) * 4] ?? 255) < 128) dark += 1
      }
      row += dark > 4 ? '#' : '.'
    }
    rows.push(row)
  }
  return rows
}

/** Share of squares that agree. */
function agreement(a: readonly string[], b: readonly string[]): number {
  let same = 0
  let all = 0
  for (const [index, row] of a.entries()) {
    for (const [at, square] of [...row].entries()) {
      all += 1
      if (square === b[index]?.[at]) same += 1
    }
  }
  return same / all
}

describe('a preview is what will be printed', { timeout: 60_000 }, () => {
  it.each([
    ['pl', escposModels.epsonTm80],
    ['de', escposModels.clone80],
    ['fr', { ...escposModels.clone58, cut: 'partial' as const }],
  ] as const)('[P25] a receipt in %s: ink where the bytes put it', async (language, model) => {
    const profile = receiptPrinter(model)
    const preview = await previewReceipt(sampleReceipt(language), profile, { fonts })
    const encoded = await encodeReceipt(sampleReceipt(language), profile, { fonts })
    const printed = pictureOfReceipt(decodeEscpos(encoded.bytes, emulated(profile)), emulated(profile))
    expect(preview.warnings).toEqual(encoded.warnings)
    const [shown, burnt] = [await inkMap(preview.png, 25, 12), await inkMap(printed, 24, 12)]
    expect(Math.abs(shown.length - burnt.length)).toBeLessThanOrEqual(4)
    expect(agreement(shown.slice(0, burnt.length), burnt)).toBeGreaterThan(0.93)
    expect((await readPicture(preview.png)).map((each) => each.text).sort()).toEqual(
      (await readPicture(printed)).map((each) => each.text).sort(),
    )
  })

  it('[P25] a label: symbols at the same dots as an emulated printer, text within its reckoned width', async () => {
    const profile = labelPrinter()
    const preview = await previewLabel(shippingLabel(), profile, { fonts })
    const encoded = await encodeLabel(shippingLabel(), profile, { fonts })
    if (!preview.ok || !encoded.ok) throw new Error('refused')
    const printed = await pictureOfLabel(encoded.value.bytes, { ...shippingLabel().size, dpi: 203 })
    const places = async (png: Uint8Array) =>
      (await readPicture(png))
        .map(({ format, text, box }) => ({
          format,
          text,
          left: Math.round(box.x / 4),
          top: Math.round(box.y / 4),
          right: Math.round((box.x + box.width) / 4),
        }))
        .toSorted((a, b) => a.format.localeCompare(b.format))
    expect(await places(preview.value.png)).toEqual(await places(printed))
  })

  it('[P25] refuses to show a label that would be refused', async () => {
    const label = shippingLabel({ address: 'Ulica '.repeat(900) })
    const preview = await previewLabel(label, labelPrinter(), { fonts })
    expect(preview).toMatchObject({ ok: false, refusal: { code: 'label.textDoesNotFit' } })
  })

  it('[P25][PRN-03] a page: the very file, as another program draws it', async (context) => {
    const { bytes } = await drawPages([orderConfirmation()], fonts)
    const before = bytes.slice()
    const preview = await previewPage(bytes, 1, 100)
    expect(Buffer.compare(bytes, before)).toBe(0)
    const [other] = await pdfPictures(context, bytes, 100)
    const [shown, drawn] = [await inkMap(preview.png, 0, 8), await inkMap(other ?? new Uint8Array(), 0, 8)]
    expect(agreement(shown, drawn)).toBeGreaterThan(0.97)
    expect(inkOf(preview.png)).toBeGreaterThan(5000)
  })
})
