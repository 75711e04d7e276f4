/**
 * Pictures for the demo shop's orders: flat business graphics drawn into a palette PNG without any library, so that the
 * same shop has the same files, byte for byte, on every machine.
 */
export interface DemoArtwork {
  readonly name: string
  readonly png: Uint8Array
}

const inks = [
  [0x1f, 0x6f, 0x5c],
  [0xb5, 0x62, 0x1e],
  [0x23, 0x2b, 0x4f],
  [0xc2, 0x3b, 0x22],
  [0x2f, 0x5d, 0x8c],
  [0x6b, 0x3f, 0x83],
  [0x8a, 0x9a, 0x2c],
  [0x1c, 0x84, 0x9b],
  [0xd0, 0x9a, 0x1c],
  [0x9b, 0x2d, 0x5e],
  [0x44, 0x4a, 0x52],
  [0x3a, 0x7d, 0x44],
] as const

type Paint = 0 | 1 | 2 | 3
const shapes = ['card', 'portrait', 'round', 'banner', 'letter'] as const

const pixelsOf = {
  card: [170, 110],
  portrait: [120, 168],
  round: [140, 140],
  banner: [210, 84],
  letter: [112, 158],
} as const

/** Twenty-four artworks: cards, portraits, round stickers, banners and letterheads in twelve inks. */
export function demoArtworks(): readonly DemoArtwork[] {
  return Array.from({ length: 24 }, (_, index) => {
    const shape = shapes[index % shapes.length] ?? 'card'
    const [width, height] = pixelsOf[shape]
    const ink = inks[index % inks.length] ?? inks[0]
    const palette = [
      [255, 255, 255],
      ink,
      [0x2a, 0x2a, 0x28],
      ink.map((part) => Math.round(part + (255 - part) * 0.55)),
    ]
    const pixels = new Uint8Array(width * height)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) pixels[y * width + x] = paintAt(shape, index, x / width, y / height)
    return { name: `${shape}-${index + 1}.png`, png: palettePng(width, height, pixels, palette) }
  })
}

function paintAt(shape: (typeof shapes)[number], index: number, x: number, y: number): Paint {
  const inside = (left: number, top: number, right: number, bottom: number): boolean =>
    x >= left && x < right && y >= top && y < bottom
  const round = (cx: number, cy: number, radius: number, stretch = 1): boolean =>
    (x - cx) ** 2 + ((y - cy) * stretch) ** 2 < radius ** 2
  switch (shape) {
    case 'card':
      if (inside(0, 0, 0.3, 1)) return round(0.15, 0.36, 0.08, 0.65) ? 3 : 1
      if (inside(0.4, 0.22, 0.82, 0.31)) return 2
      return inside(0.4, 0.42, 0.7, 0.47) || inside(0.4, 0.72, 0.88, 0.76) || inside(0.4, 0.81, 0.76, 0.85) ? 3 : 0
    case 'portrait':
      if (y < 0.58) return round(0.5, 0.32, 0.24, 1.4) ? (index % 2 === 0 ? 0 : 3) : 1
      return inside(0.14, 0.66, 0.86, 0.71) ? 2 : inside(0.14, 0.77, 0.74, 0.8) || inside(0.14, 0.84, 0.8, 0.87) ? 3 : 0
    case 'round':
      if (!round(0.5, 0.5, 0.49)) return 0
      return round(0.5, 0.5, 0.43) ? (round(0.5, 0.44, 0.17) ? 0 : inside(0.3, 0.68, 0.7, 0.74) ? 0 : 1) : 3
    case 'banner':
      if (x + y * 0.4 < 0.42) return 1
      if (x + y * 0.4 < 0.5) return 3
      return inside(0.56, 0.3, 0.92, 0.44) ? 2 : inside(0.62, 0.58, 0.9, 0.66) ? 3 : 0
    default:
      if (y < 0.09) return x > 0.66 ? 1 : 0
      if (y > 0.955) return 1
      return y > 0.2 &&
        y < 0.8 &&
        x > 0.14 &&
        x < 0.86 - (Math.floor(y * 22) % 5 === 4 ? 0.3 : 0) &&
        Math.floor(y * 44) % 2 === 0
        ? 3
        : 0
  }
}

/** A PNG of at most 256 colours, its pixels stored rather than compressed. */
function palettePng(
  width: number,
  height: number,
  pixels: Uint8Array,
  palette: readonly (readonly number[])[],
): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = [...bigEndian(width), ...bigEndian(height), 8, 3, 0, 0, 0]
  const parts = [
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Uint8Array.from(header)),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return joined(parts)
}

/** A zlib stream of stored blocks. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from([0x78, 0x01])]
  for (let at = 0; at < bytes.length; at += 0xffff) {
    const block = bytes.subarray(at, at + 0xffff)
    const isLast = at + 0xffff >= bytes.length ? 1 : 0
    const { length } = block
    parts.push(Uint8Array.from([isLast, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff]), block)
  }
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return joined([...parts, Uint8Array.from([...bigEndian(((b << 16) | a) >>> 0)])])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from([...name].map((letter) => letter.charCodeAt(0))), data])
  return joined([Uint8Array.from(bigEndian(data.length)), body, Uint8Array.from(bigEndian(checksum(body)))])
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function bigEndian(number: number): readonly number[] {
  return [(number >>> 24) & 0xff, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
