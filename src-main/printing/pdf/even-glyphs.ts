/**
 * The subset writer of @pdf-lib/fontkit halves glyph offsets without padding glyphs to even length: with a font whose
 * glyphs may start anywhere, letters vanish from the paper while their text can still be copied. Starting every glyph
 * of the parsed font on a multiple of four makes every subset right; the font's files stay as their makers shipped them.
 */
export function withEvenGlyphs(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = readTables(view)
  const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map((tag) =>
    tables.find((table) => table.tag === tag),
  )
  if (!head || !maxp || !loca || !glyf) throw new Error('not a TrueType font with outlines')
  const isLong = view.getInt16(head.offset + 50) === 1
  const glyphs = view.getUint16(maxp.offset + 4)
  const starts = Array.from({ length: glyphs + 1 }, (_, index) =>
    isLong ? view.getUint32(loca.offset + index * 4) : view.getUint16(loca.offset + index * 2) * 2,
  )
  if (starts.every((start) => start % 2 === 0)) return file

  const spread = spreadGlyphs(file.subarray(glyf.offset, glyf.offset + glyf.length), starts)
  const headCopy = file.slice(head.offset, head.offset + head.length)
  new DataView(headCopy.buffer).setInt16(50, 1)
  const contents = new Map([
    ['glyf', spread.glyf],
    ['loca', spread.loca],
    ['head', headCopy],
  ])
  return writeFont(
    view.getUint32(0),
    tables.map(({ tag, offset, length }) => ({
      tag,
      bytes: contents.get(tag) ?? file.subarray(offset, offset + length),
    })),
  )
}

interface Table {
  readonly tag: string
  readonly offset: number
  readonly length: number
}

function readTables(view: DataView): Table[] {
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + index * 16
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    )
    return { tag, offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }
  })
}

const toFour = (length: number): number => (length + 3) & ~3

function spreadGlyphs(
  glyf: Uint8Array,
  starts: readonly number[],
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const lengths = starts.slice(0, -1).map((start, index) => (starts[index + 1] ?? start) - start)
  const out = new Uint8Array(lengths.reduce((sum, length) => sum + toFour(length), 0))
  const loca = new DataView(new ArrayBuffer(starts.length * 4))
  let at = 0
  for (const [index, length] of lengths.entries()) {
    const start = starts[index] ?? 0
    loca.setUint32(index * 4, at)
    out.set(glyf.subarray(start, start + length), at)
    at += toFour(length)
  }
  loca.setUint32(lengths.length * 4, at)
  return { glyf: out, loca: new Uint8Array(loca.buffer) }
}

function writeFont(
  version: number,
  tables: readonly { readonly tag: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const headLength = 12 + tables.length * 16
  const out = new Uint8Array(tables.reduce((sum, table) => sum + toFour(table.bytes.length), headLength))
  const view = new DataView(out.buffer)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, version)
  view.setUint16(4, tables.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, tables.length * 16 - power * 16)
  let at = headLength
  for (const [index, { tag, bytes }] of tables.entries()) {
    out.set(bytes, at)
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(12 + index * 16 + letter, tag.charCodeAt(letter))
    view.setUint32(12 + index * 16 + 4, checksum(view, at, toFour(bytes.length)))
    view.setUint32(12 + index * 16 + 8, at)
    view.setUint32(12 + index * 16 + 12, bytes.length)
    at += toFour(bytes.length)
  }
  return out
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
