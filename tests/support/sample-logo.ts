import { PNG } from 'pngjs'

/** A logo with round and straight edges: a drop of ink over two bars. */
export function sampleLogo(): Uint8Array {
  const [width, height] = [360, 120]
  const picture = new PNG({ width, height })
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inDrop = (x - 60) ** 2 + (y - 60) ** 2 < 52 ** 2 && (x - 74) ** 2 + (y - 46) ** 2 > 22 ** 2
      const inBar = x > 140 && ((y > 20 && y < 52) || (y > 68 && y < 100 && x < 280))
      const grey = inDrop || inBar ? 0 : 255
      picture.data.set([grey, grey, grey, 255], (y * width + x) * 4)
    }
  }
  return Uint8Array.from(PNG.sync.write(picture))
}
