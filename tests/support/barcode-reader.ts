import { readFile } from 'node:fs/promises'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Pixels } from './pixels.ts'

export interface ReadBarcode {
  readonly format: string
  readonly text: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

let prepared: Promise<void> | undefined

/** The reader's own program comes from the disk: by itself it would ask the internet. */
async function prepare(): Promise<void> {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
}

/** Reads every symbol of a picture: a PNG, or its dots. */
export async function readPicture(picture: Uint8Array | Pixels): Promise<ReadBarcode[]> {
  prepared ??= prepare()
  await prepared
  const found = await readBarcodes(picture, {
    formats: ['Code128', 'EAN13', 'QRCode', 'DataMatrix'],
    tryHarder: true,
    maxNumberOfSymbols: 20,
    textMode: 'Plain',
  })
  return found
    .filter((each) => each.isValid)
    .map(({ format, text, position }) => {
      const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
      const [left, top] = [Math.min(...corners.map((p) => p.x)), Math.min(...corners.map((p) => p.y))]
      const [right, bottom] = [Math.max(...corners.map((p) => p.x)), Math.max(...corners.map((p) => p.y))]
      return { format, text, box: { x: left, y: top, width: right - left, height: bottom - top } }
    })
}
