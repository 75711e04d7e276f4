import { crc32, deflateSync, inflateSync } from 'node:zlib'
import type { Bitmap } from '#main/printing/raster/bitmap.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Black and white, a bit a dot: a sheet of text is a few kilobytes, and every viewer opens it. */
export function oneBitPng({ width, height, bytesPerRow, rows }: Bitmap): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((bytesPerRow + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let at = 0; at < bytesPerRow; at += 1) {
      lines[y * (bytesPerRow + 1) + 1 + at] = ~(rows[y * bytesPerRow + at] ?? 0) & 0xff
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  made.set(body, 4)
  made.writeUInt32BE(crc32(body), body.length + 4)
  return made
}

/** Reads what `oneBitPng` wrote, and nothing that another program saved over it. */
export function readOneBitPng(file: Uint8Array): Bitmap {
  const bytes = Buffer.from(file)
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('no PNG')
  const data: Buffer[] = []
  let [width, height] = [0, 0]
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    if (name === 'IHDR') {
      ;[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
      if (!body.subarray(8).equals(Uint8Array.of(1, 0, 0, 0, 0))) throw new Error('no PNG of one bit a dot')
    }
    if (name === 'IDAT') data.push(body)
  }
  const bytesPerRow = Math.ceil(width / 8)
  const lines = inflateSync(Buffer.concat(data))
  const rows = new Uint8Array(bytesPerRow * height)
  for (let y = 0; y < height; y += 1) {
    if (lines[y * (bytesPerRow + 1)] !== 0) throw new Error('saved by another program')
    for (let at = 0; at < bytesPerRow; at += 1) {
      rows[y * bytesPerRow + at] = ~(lines[y * (bytesPerRow + 1) + 1 + at] ?? 0) & 0xff
    }
  }
  return { width, height, bytesPerRow, rows }
}
