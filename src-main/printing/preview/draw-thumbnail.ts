import { loadImage } from '@napi-rs/canvas'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { type DrawTask, drawPdf, drawPreview } from '../draw-paper.ts'
import type { PrintFonts } from '../pdf/print-fonts.ts'
import { whiteCanvas } from '../raster/bitmap.ts'
import { previewPage } from './preview-page.ts'

/** Twice the 24 by 32 that a row shows, for screens with fine dots, and twice again for whoever zooms. */
const width = 96
const height = 128

/** The head of the paper as a small picture, drawn from what is printed (P25). A long receipt shows its beginning. */
export async function drawThumbnail(
  { document, profile, pictures }: Omit<DrawTask, 'copies'>,
  fonts: PrintFonts,
): Promise<Result<Uint8Array>> {
  const png = await firstPicture({ document, profile, pictures }, fonts)
  if (!png.ok) return png
  const image = await loadImage(png.value)
  const { canvas, context } = whiteCanvas(width, height)
  const scale = width / image.width
  context.drawImage(image, 0, 0, width, image.height * scale)
  return accepted(await canvas.encode('png'))
}

async function firstPicture(
  { document, profile, pictures }: Omit<DrawTask, 'copies'>,
  fonts: PrintFonts,
): Promise<Result<Uint8Array>> {
  if (document.form === 'page') {
    const { bytes } = await drawPdf([document], pictures, fonts)
    return accepted((await previewPage(bytes, 1, 36)).png)
  }
  const drawn = await drawPreview({ document, profile, pictures, as: 'picture' }, fonts)
  if (!drawn.ok) return drawn
  const [first] = drawn.value.pictures
  return first === undefined ? refused('paper.empty', { kind: document.title }) : accepted(first.bytes)
}
