import { isDigitPairs } from '#shared/printing/barcode-symbology.ts'
import type { Bitmap } from '../raster/bitmap.ts'

/**
 * Commands of ZPL label printers, built from numbers and escaped data only: nothing a person typed is ever a command.
 * Each is a string of its own; a label is their concatenation.
 */

/** After ^FH an underscore begins a hexadecimal byte: command signs of the data, and the underscore itself, go that way. */
export function fieldData(text: string): string {
  const escaped = text.replace(/[\^~_\\]/gu, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `^FH_^FD${escaped}^FS`
}

function at(x: number, y: number): string {
  return `^FO${Math.max(0, Math.round(x))},${Math.max(0, Math.round(y))}`
}

export interface LabelStart {
  readonly width: number
  readonly height: number
  readonly isUpsideDown: boolean
  readonly darkness: number | null
  readonly speed: number | null
}

/** Everything another program may have left behind is said again; nothing is stored in the printer (P12). */
export function startLabel(label: LabelStart): string {
  return [
    '^XA^CI28',
    `^PW${label.width}^LL${label.height}^LH0,0^LT0^LS0`,
    label.isUpsideDown ? '^POI' : '^PON',
    label.darkness === null ? '' : `^MD${label.darkness}`,
    label.speed === null ? '' : `^PR${label.speed}`,
  ].join('')
}

export function endLabel(copies: number): string {
  return `^PQ${copies}^XZ`
}

/** The printer itself moves the text to the middle or the end of its place: it knows its own widths best. */
export function text(
  x: number,
  y: number,
  height: number,
  width: number,
  align: 'start' | 'center' | 'end',
  data: string,
): string {
  // Spaces that kept words together have done their work once lines are broken.
  const field = fieldData(data.replaceAll('\u00a0', ' '))
  if (align === 'start') return `${at(x, y)}^A0N,${height},${height}${field}`
  const block = `^FB${width},1,0,${align === 'center' ? 'C' : 'R'},0`
  return `${at(x, y)}^A0N,${height},${height}${block}${field}`
}

/** `>` chooses a code set; one of the data is written as set B's own sign for it. */
export function code128(x: number, y: number, module: number, height: number, data: string): string {
  const body = isDigitPairs(data) ? `>;${data}` : `>:${data.replaceAll('>', '>0')}`
  return `^BY${module},3,${height}${at(x, y)}^BCN,${height},N,N,N${fieldData(body)}`
}

/** The printer works out the thirteenth digit; it was checked before. */
export function ean13(x: number, y: number, module: number, height: number, data: string): string {
  return `^BY${module},3,${height}${at(x, y)}^BEN,${height},N,N${fieldData(data.slice(0, 12))}`
}

/** The symbol stands lower by the bar height in force, which is therefore set, and taken off again. */
const qrDrop = 10

export function qrCode(x: number, y: number, module: number, data: string): string {
  return `^BY2,2,${qrDrop}${at(x, y - qrDrop)}^BQN,2,${module}${fieldData(`MA,${data}`)}`
}

/** The sign that begins a control sequence in the data is chosen so that the data does not contain it. */
export function dataMatrix(x: number, y: number, module: number, data: string): string {
  const sign = ['|', '`', '}', '{', '%', '#', '@', '!'].find((each) => !data.includes(each)) ?? '|'
  return `${at(x, y)}^BXN,${module},200,,,,${sign}${fieldData(data)}`
}

export function box(x: number, y: number, width: number, height: number, thickness: number): string {
  return `${at(x, y)}^GB${width},${height},${thickness}^FS`
}

/** A picture in hexadecimal; white to the end of a row is a comma, a row like the one above a colon. */
export function picture(x: number, y: number, bitmap: Bitmap): string {
  const total = bitmap.bytesPerRow * bitmap.height
  let above = ''
  let data = ''
  for (let row = 0; row < bitmap.height; row += 1) {
    const bytes = bitmap.rows.subarray(row * bitmap.bytesPerRow, (row + 1) * bitmap.bytesPerRow)
    const digits = Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
    const short = digits.replace(/0+$/u, '')
    data += row > 0 && digits === above ? ':' : short.length < digits.length ? `${short},` : digits
    above = digits
  }
  return `${at(x, y)}^GFA,${total},${total},${bitmap.bytesPerRow},${data}^FS`
}
