import { PNG } from 'pngjs'

/** A PNG with every grey, and with rows whose dots spell the commands a printer must not find in a picture. */
export function samplePicture(width: number, height: number): Uint8Array {
  const picture = new PNG({ width, height })
  const spelled = [0x10, 0x14, 0x01, 0x00, 0x05, 0x10, 0x04, 0x01, 0x10, 0x05, 0x02]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = spelled[(x >> 3) % spelled.length] ?? 0
      const isBlack = y % 2 === 0 ? (byte & (0x80 >> (x & 7))) !== 0 : null
      const grey = isBlack === null ? Math.round((x / width) * 255) : isBlack ? 0 : 255
      picture.data.set([grey, grey, grey, 255], (y * width + x) * 4)
    }
  }
  return Uint8Array.from(PNG.sync.write(picture))
}
