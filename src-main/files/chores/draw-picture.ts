import { isWholePicture, mostPixels, readPictureSize } from '#shared/files/picture-size.ts'
import type { Drawing } from '../preview.ts'
import { drawnOnWhite, previewScale } from './preview-canvas.ts'

/** PNG, JPEG or WebP (an animation's first frame), measured by its header before it is decoded. */
export async function drawPicture(mediaType: string, bytes: Uint8Array): Promise<Drawing> {
  const size = readPictureSize(mediaType, bytes)
  if (size === null) return { problem: 'damaged' }
  if (size.width === 0 || size.height === 0) return { problem: 'emptyPage' }
  if (size.width * size.height > mostPixels) return { problem: 'tooManyPixels' }
  if (!isWholePicture(mediaType, bytes)) return { problem: 'damaged' }
  const { loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(bytes).catch(() => null)
  if (image === null || image.width === 0 || image.height === 0) return { problem: 'damaged' }
  const scale = previewScale(image.width, image.height)
  const png = await drawnOnWhite(image.width * scale, image.height * scale, (context) =>
    context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height),
  )
  return { png, widthMm10: size.widthMm10, heightMm10: size.heightMm10, pages: 1, notes: [] }
}
