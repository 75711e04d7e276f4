import { pictureSize } from '../pdf/picture-size.ts'

export const largestPicture = 2 * 1024 * 1024
export const longestPictureSide = 4000

export type PictureProblem =
  | 'template.pictureUnreadable'
  | 'template.pictureTooLarge'
  | 'template.pictureTooManyPixels'
  | 'template.pictureCmyk'

/**
 * PR43: why a picture cannot stand on every paper of a kind. Read from its head and its end: nothing is decoded, and what
 * is half there or in the inks of a press would be found out at the first print otherwise.
 */
export function pictureProblem(bytes: Uint8Array): PictureProblem | null {
  if (bytes.length > largestPicture) return 'template.pictureTooLarge'
  const size = pictureSize(bytes)
  if (size === null || size.width === 0 || size.height === 0) return 'template.pictureUnreadable'
  if (Math.max(size.width, size.height) > longestPictureSide) return 'template.pictureTooManyPixels'
  if (size.kind === 'png') return endsAsPng(bytes) ? null : 'template.pictureUnreadable'
  if (!endsAsJpeg(bytes)) return 'template.pictureUnreadable'
  return inksOf(bytes) === 4 ? 'template.pictureCmyk' : null
}

function endsAsPng(bytes: Uint8Array): boolean {
  const end = [0x49, 0x45, 0x4e, 0x44]
  return end.every((byte, at) => bytes[bytes.length - 8 + at] === byte)
}

function endsAsJpeg(bytes: Uint8Array): boolean {
  return bytes.findLastIndex((byte, at) => byte === 0xd9 && bytes[at - 1] === 0xff) > 0
}

/** How many colours a JPEG is made of, from its frame header: 1, 3, or 4 for those of a press. */
function inksOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 10 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return view.getUint8(at + 9)
  }
  return 0
}
