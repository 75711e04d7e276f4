import { type BrotherRoll, besideRoll, brotherRolls } from '#shared/printing/brother-rolls.ts'
import type { BrotherProfile } from '#shared/printing/printer-profile.ts'
import type { Bitmap } from '../../raster/bitmap.ts'
import { joinBytes } from '../encoded-print.ts'

/** Raster commands of Brother QL label printers: rows of the whole head, the first dot of them at the right edge. */
export type BrotherSettings = Pick<BrotherProfile, 'roll' | 'cut' | 'head'>

/** White that the printer feeds before and after a label of an endless roll. */
const endlessMargin = 35

/** Noughts enough to end any command that was left unfinished on any model, then all as it was switched on. */
export const brotherReset = Uint8Array.from([...new Uint8Array(400), 0x1b, 0x40])
/** Answered with 32 bytes; never among the bytes of a paper. */
export const askBrotherStatus = Uint8Array.from([...brotherReset, 0x1b, 0x69, 0x53])

export interface BrotherPicture {
  readonly bytes: Uint8Array
  /** Ink stood where the printer cannot burn. */
  readonly isCut: boolean
}

export function brotherLabels(settings: BrotherSettings, bitmap: Bitmap, copies: number): BrotherPicture {
  const { cut } = settings
  const roll = brotherRolls[settings.roll]
  const { rows, count, isCut } = headRows(bitmap, settings)
  const pages = Array.from({ length: copies }, (_, page) => [
    Uint8Array.of(0x1b, 0x69, 0x61, 0x01),
    mediumOf(roll, count, page === 0),
    // Whether it cuts, after how many labels, and whether at the end.
    Uint8Array.of(0x1b, 0x69, 0x4d, cut === 'each' ? 0x40 : 0x00),
    ...(cut === 'each' ? [Uint8Array.of(0x1b, 0x69, 0x41, 0x01)] : []),
    Uint8Array.of(0x1b, 0x69, 0x4b, cut === 'none' ? 0x00 : 0x08),
    Uint8Array.of(0x1b, 0x69, 0x64, roll.length === null ? endlessMargin : 0, 0),
    rows,
    Uint8Array.of(page === copies - 1 ? 0x1a : 0x0c),
  ])
  return { bytes: joinBytes([brotherReset, ...pages.flat()]), isCut }
}

/** Kind, width, length and number of rows; the printer refuses any other roll than this one, and prints for quality. */
function mediumOf(roll: BrotherRoll, rows: number, isFirst: boolean): Uint8Array {
  const kind = roll.length === null ? 0x0a : 0x0b
  const count = [rows & 0xff, (rows >> 8) & 0xff, (rows >> 16) & 0xff, rows >>> 24]
  return Uint8Array.of(0x1b, 0x69, 0x7a, 0xce, kind, roll.width, roll.length ?? 0, ...count, isFirst ? 0 : 1, 0)
}

interface HeadRows {
  readonly rows: Uint8Array
  readonly count: number
  readonly isCut: boolean
}

/** The picture of the whole label in the dots that can burn: its edges fall where the printer leaves white. */
function headRows(bitmap: Bitmap, { roll: name, head }: BrotherSettings): HeadRows {
  const roll = brotherRolls[name]
  const beside = besideRoll(name, head)
  const rowBytes = head / 8
  const left = Math.round((bitmap.width - roll.across) / 2)
  const top = roll.along === null ? endlessMargin : Math.round((bitmap.height - roll.along) / 2)
  const count = Math.max(1, roll.along ?? bitmap.height - 2 * endlessMargin)
  const rows = new Uint8Array(count * (rowBytes + 3))
  let isCut = false
  for (let row = 0; row < count; row += 1) rows.set([0x67, 0x00, rowBytes], row * (rowBytes + 3))
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const byte = bitmap.rows[y * bitmap.bytesPerRow + (x >> 3)] ?? 0
      if (byte === 0) x |= 7
      if ((byte & (0x80 >> (x & 7))) === 0) continue
      const [across, row] = [x - left, y - top]
      if (across < 0 || across >= roll.across || row < 0 || row >= count) {
        isCut = true
        continue
      }
      // The first bit of a row burns at the right edge of the paper.
      const dot = beside + (roll.across - 1 - across)
      const at = row * (rowBytes + 3) + 3 + (dot >> 3)
      rows[at] = (rows[at] ?? 0) | (0x80 >> (dot & 7))
    }
  }
  return { rows, count, isCut }
}
