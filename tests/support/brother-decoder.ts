import type { BrotherHead } from '#shared/printing/brother-rolls.ts'
import { ByteReader } from './byte-reader.ts'
import { DotPicture } from './dot-picture.ts'

export interface BrotherPage {
  /** As it is seen on the paper: the first bit of a row is at the right. */
  readonly picture: DotPicture
  readonly kind: 'endless' | 'cutToSize'
  readonly width: number
  readonly length: number
  readonly margin: number
  readonly cutsEach: boolean
  readonly cutsAtEnd: boolean
  readonly isLast: boolean
}

/** A QL printer: it wants the order of the manual, rows of its whole head, and as many as were announced. */
export function decodeBrother(bytes: Uint8Array, head: BrotherHead = 720): readonly BrotherPage[] {
  const bytesOfRow = head / 8
  const reader = new ByteReader(bytes)
  const pages: BrotherPage[] = []
  if (reader.take(400).some((byte) => byte !== 0)) throw new Error('not reset with 400 noughts')
  expect(reader, [0x1b, 0x40], 'initialise')
  while (!reader.isAtEnd) {
    if (pages.at(-1)?.isLast) throw new Error('something after the last page')
    expect(reader, [0x1b, 0x69, 0x61, 0x01], 'raster mode')
    expect(reader, [0x1b, 0x69, 0x7a], 'medium')
    const [valid = 0, kind = 0, width = 0, length = 0, ...rest] = reader.take(10)
    if (valid !== 0xce || (kind !== 0x0a && kind !== 0x0b)) throw new Error('no medium')
    const [a = 0, b = 0, c = 0, d = 0, page = 0, last = 0] = rest
    const count = a + b * 256 + c * 65_536 + d * 16_777_216
    if (page !== (pages.length === 0 ? 0 : 1) || last !== 0) throw new Error('page numbers')
    expect(reader, [0x1b, 0x69, 0x4d], 'cutting')
    const cutsEach = reader.byte() === 0x40
    if (cutsEach) expect(reader, [0x1b, 0x69, 0x41, 0x01], 'cut after one')
    expect(reader, [0x1b, 0x69, 0x4b], 'cut at the end')
    const cutsAtEnd = reader.byte() === 0x08
    expect(reader, [0x1b, 0x69, 0x64], 'margin')
    const margin = reader.byte() + reader.byte() * 256
    const picture = new DotPicture(bytesOfRow * 8, count)
    for (let row = 0; row < count; row += 1) {
      expect(reader, [0x67, 0x00, bytesOfRow], `row ${row} of ${count}`)
      const data = reader.take(bytesOfRow)
      if (data.every((byte) => byte === 0)) continue
      for (let dot = 0; dot < bytesOfRow * 8; dot += 1) {
        if (((data[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) picture.burn(bytesOfRow * 8 - 1 - dot, row)
      }
    }
    const end = reader.byte()
    if (end !== 0x0c && end !== 0x1a) throw new Error(`row or end expected, ${end} came`)
    pages.push({
      ...{ picture, kind: kind === 0x0a ? 'endless' : 'cutToSize', width, length, margin, cutsEach, cutsAtEnd },
      isLast: end === 0x1a,
    })
  }
  if (!pages.at(-1)?.isLast) throw new Error('the last page was never printed')
  return pages
}

function expect(reader: ByteReader, bytes: readonly number[], what: string): void {
  const { at } = reader
  if (!reader.startsWith(...bytes)) throw new Error(`${what} expected at ${at}`)
  reader.take(bytes.length)
}
