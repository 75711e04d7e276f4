import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import bwipjs from 'bwip-js/node'
import type { DecodedReceipt, EmulatedPrinter, ReceiptElement } from './escpos-decoder.ts'
import { type Pixels, pixelsOf } from './pixels.ts'

/** What the emulated printer would have burnt, as a PNG: for eyes, and for barcode readers. */
export function pictureOfReceipt(receipt: DecodedReceipt, printer: EmulatedPrinter): Buffer {
  return canvasOfReceipt(receipt, printer).toBuffer('image/png')
}

/** The same as dots. */
export function pixelsOfReceipt(receipt: DecodedReceipt, printer: EmulatedPrinter): Pixels {
  const canvas = canvasOfReceipt(receipt, printer)
  const { width, height } = canvas
  return pixelsOf(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data)
}

function canvasOfReceipt(receipt: DecodedReceipt, printer: EmulatedPrinter): Canvas {
  GlobalFonts.registerFromPath(
    fileURLToPath(new URL('../../resources/fonts/jetbrains-mono-regular.ttf', import.meta.url)),
    'Receipt Mono',
  )
  const quiet = 24
  const canvas = createCanvas(printer.dots + 2 * quiet, Math.max(1, receipt.height) + 2 * quiet)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000000'
  context.translate(quiet, quiet)
  for (const element of receipt.elements) draw(context, element, printer)
  return canvas
}

function draw(context: SKRSContext2D, element: ReceiptElement, printer: EmulatedPrinter): void {
  if (element.kind === 'text') {
    context.font = `${printer.cell / 0.6}px "Receipt Mono"`
    for (const [index, character] of [...element.text].entries()) {
      context.save()
      context.translate(element.x + index * printer.cell * element.wide, element.y)
      context.scale(element.wide, element.tall)
      context.fillText(character, 0, printer.lineDots * 0.74)
      if (element.bold) context.fillText(character, 1, printer.lineDots * 0.74)
      context.restore()
    }
    return
  }
  if (element.kind === 'raster') {
    const perRow = element.width / 8
    for (let y = 0; y < element.height; y += 1) {
      for (let x = 0; x < element.width; x += 1) {
        const byte = element.bits[y * perRow + (x >> 3)] ?? 0
        if ((byte & (0x80 >> (x & 7))) !== 0) context.fillRect(element.x + x, element.y + y, 1, 1)
      }
    }
    return
  }
  const name = element.kind === 'qr' ? 'qrcode' : 'code128'
  const [symbol] = bwipjs.raw(name, element.data, element.kind === 'qr' ? 'eclevel=M' : '')
  if (!symbol) return
  if ('sbs' in symbol) {
    let x = element.x
    for (const [index, width] of symbol.sbs.entries()) {
      if (index % 2 === 0) context.fillRect(x, element.y, width * element.module, element.height)
      x += width * element.module
    }
    return
  }
  for (const [at, black] of symbol.pixs.entries()) {
    if (black !== 1) continue
    const [x, y] = [at % symbol.pixx, Math.floor(at / symbol.pixx)]
    context.fillRect(element.x + x * element.module, element.y + y * element.module, element.module, element.module)
  }
}
