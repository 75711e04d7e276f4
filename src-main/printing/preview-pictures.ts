import type { PaperPicture } from './draw-paper.ts'

/** Pictures as they travel to a screen. */
export function encodedPictures(
  pictures: readonly PaperPicture[],
): { mediaType: PaperPicture['mediaType']; data: string }[] {
  return pictures.map(({ mediaType, bytes }) => ({ mediaType, data: Buffer.from(bytes).toString('base64') }))
}
