import type { TenthsOfMillimetre } from '#shared/kernel/length.ts'

/** Size of a picture as its header says it, read before anything is decoded (reliability 51). */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** Printed size; null where the file does not say how large a pixel is. */
  readonly widthMm10: TenthsOfMillimetre | null
  readonly heightMm10: TenthsOfMillimetre | null
}

/** Most pixels that are decoded. */
export const mostPixels = 200_000_000

const tenthsPerMetre = 10_000
const tenthsPerInch = 254

/** Null: the header does not hold what it should. */
export function readPictureSize(mediaType: string, bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (mediaType === 'image/png') return pngSize(view)
    if (mediaType === 'image/jpeg') return jpegSize(view)
    return mediaType === 'image/webp' ? webpSize(view) : null
  } catch (problem) {
    // The header ends before it says what it must.
    if (problem instanceof RangeError) return null
    throw problem
  }
}

/** Whether the picture goes on to its end: decoders fill what is missing with grey and say nothing. */
export function isWholePicture(mediaType: string, bytes: Uint8Array): boolean {
  if (mediaType === 'image/jpeg') return bytes.findLastIndex((byte, at) => byte === 0xd9 && bytes[at - 1] === 0xff) > 0
  if (mediaType !== 'image/png') return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at))
    if (tagAt(view, at + 4) === 'IEND') return true
  return false
}

function sized(width: number, height: number, perMetre: readonly [number, number] | null): PictureSize {
  const [across, down] = perMetre ?? [0, 0]
  return {
    width,
    height,
    widthMm10: across > 0 ? Math.round((width * tenthsPerMetre) / across) : null,
    heightMm10: down > 0 ? Math.round((height * tenthsPerMetre) / down) : null,
  }
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

function pngSize(view: DataView): PictureSize | null {
  if (tagAt(view, 12) !== 'IHDR') return null
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  for (let at = 33; at + 17 <= view.byteLength; ) {
    const tag = tagAt(view, at + 4)
    if (tag === 'IDAT' || tag === 'IEND') break
    if (tag === 'pHYs' && view.getUint8(at + 16) === 1)
      return sized(width, height, [view.getUint32(at + 8), view.getUint32(at + 12)])
    at += 12 + view.getUint32(at)
  }
  return sized(width, height, null)
}

function jpegSize(view: DataView): PictureSize | null {
  let perMetre: readonly [number, number] | null = null
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Filling bytes and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xe0 && tagAt(view, at + 4) === 'JFIF') perMetre = jfifDensity(view, at)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5), perMetre)
    at += 2 + view.getUint16(at + 2)
  }
}

function jfifDensity(view: DataView, at: number): readonly [number, number] | null {
  const unit = view.getUint8(at + 11)
  const scale = unit === 1 ? tenthsPerMetre / tenthsPerInch : unit === 2 ? 100 : 0
  return scale === 0 ? null : [view.getUint16(at + 12) * scale, view.getUint16(at + 14) * scale]
}

function webpSize(view: DataView): PictureSize | null {
  const tag = tagAt(view, 12)
  if (tag === 'VP8 ') return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff, null)
  if (tag === 'VP8L') {
    const bits = view.getUint32(21, true)
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, null)
  }
  if (tag !== 'VP8X') return null
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  return sized(three(24) + 1, three(27) + 1, null)
}
