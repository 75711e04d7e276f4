import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { isDigitPairs } from '#shared/printing/barcode-symbology.ts'
import type { EscposProfile } from '#shared/printing/printer-profile.ts'
import type { ReceiptSize } from '#shared/printing/receipt-document.ts'
import type { Bitmap } from '../raster/bitmap.ts'

/**
 * Commands of ESC/POS printers. Styles come from node-thermal-printer, whose tables are sound; its text, tables, codes,
 * cut, drawer and sending are not (it cuts QR data short, forgets pages after a cut, and reports receipts that were lost
 * as printed), so those bytes are ours.
 */
export interface StyleBytes {
  readonly size: Readonly<Record<ReceiptSize, Uint8Array>>
  readonly boldOn: Uint8Array
  readonly boldOff: Uint8Array
  readonly start: Uint8Array
  readonly center: Uint8Array
  readonly lineFeed: Uint8Array
}

export function styleBytes(): StyleBytes {
  // Without an interface it cannot open a connection.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' })
  const bytes = (write: () => void): Uint8Array => {
    builder.clear()
    write()
    return Uint8Array.from(builder.getBuffer())
  }
  return {
    size: {
      normal: bytes(() => builder.setTextNormal()),
      tall: bytes(() => builder.setTextDoubleHeight()),
      large: bytes(() => builder.setTextQuadArea()),
    },
    boldOn: bytes(() => builder.bold(true)),
    boldOff: bytes(() => builder.bold(false)),
    start: bytes(() => builder.alignLeft()),
    center: bytes(() => builder.alignCenter()),
    lineFeed: bytes(() => builder.newLine()),
  }
}

/** Reset, leave the double-byte mode in which many clones wake up, and the plain ASCII of no country. */
export const initialise = Uint8Array.of(0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x52, 0x00)

export function selectPage(page: number): Uint8Array {
  return Uint8Array.of(0x1b, 0x74, page)
}

export function cutPaper(kind: 'partial' | 'full'): Uint8Array {
  return Uint8Array.of(0x1d, 0x56, kind === 'full' ? 0x41 : 0x42, 0x00)
}

/** Asks for the paper sensor; answered only when all before it is printed, which makes the answer a proof. */
export const askForProof = Uint8Array.of(0x1d, 0x72, 0x01)

/**
 * Opens the drawer: at once, whatever waits in the printer and also without paper, or in line with what was sent before
 * (P11). Its own command, never on a paper.
 */
export function drawerPulse({ pin, pulseMs, pulse }: NonNullable<EscposProfile['drawer']>): Uint8Array {
  const connector = pin === 2 ? 0 : 1
  if (pulse === 'inLine') {
    // In steps of 2 ms; off for twice as long, so that the solenoid cools down.
    const on = Math.min(127, Math.round(pulseMs / 2))
    return Uint8Array.of(0x1b, 0x70, connector, on, on * 2)
  }
  const hundreds = Math.min(8, Math.max(1, Math.round(pulseMs / 100)))
  return Uint8Array.of(0x10, 0x14, 0x01, connector, hundreds)
}

export function code128(data: string, module: number, height: number): Uint8Array {
  const inPairs = isDigitPairs(data)
  // `{` begins a code set, so a brace of the data is written twice.
  const symbols = inPairs ? pairs(data) : new TextEncoder().encode(data.replaceAll('{', '{{'))
  const body = Uint8Array.of(0x7b, inPairs ? 0x43 : 0x42, ...symbols)
  return Uint8Array.of(
    0x1d,
    0x48,
    0,
    0x1d,
    0x66,
    0,
    0x1d,
    0x77,
    module,
    0x1d,
    0x68,
    height,
    0x1d,
    0x6b,
    73,
    body.length,
    ...body,
  )
}

function pairs(data: string): Uint8Array {
  return Uint8Array.from({ length: data.length / 2 }, (_, index) => Number(data.slice(index * 2, index * 2 + 2)))
}

/** Counted in bytes, not characters; level M. */
export function qrCode(data: string, cell: number): Uint8Array {
  const bytes = new TextEncoder().encode(data)
  const length = bytes.length + 3
  const k = [0x1d, 0x28, 0x6b]
  return Uint8Array.of(
    ...[...k, 4, 0, 0x31, 0x41, 0x32, 0x00],
    ...[...k, 3, 0, 0x31, 0x43, cell],
    ...[...k, 3, 0, 0x31, 0x45, 0x31],
    ...[...k, length & 0xff, length >> 8, 0x31, 0x50, 0x30, ...bytes],
    ...[...k, 3, 0, 0x31, 0x51, 0x30],
  )
}

/** Longest picture that small printers take in one command (P8). */
const bandRows = 128

export function rasterBands(bitmap: Bitmap): Uint8Array[] {
  const safe = withoutCommands(bitmap.rows)
  const bands: Uint8Array[] = []
  for (let top = 0; top < bitmap.height; top += bandRows) {
    const rows = Math.min(bandRows, bitmap.height - top)
    const data = safe.subarray(top * bitmap.bytesPerRow, (top + rows) * bitmap.bytesPerRow)
    const head = [0x1d, 0x76, 0x30, 0, bitmap.bytesPerRow & 0xff, bitmap.bytesPerRow >> 8, rows & 0xff, rows >> 8]
    const band = new Uint8Array(head.length + data.length)
    band.set(head)
    band.set(data, head.length)
    bands.push(band)
  }
  return bands
}

function isCommandStart(byte: number | undefined, next: number | undefined): boolean {
  return byte === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)
}

/**
 * Real-time commands are obeyed even inside a picture: the pattern DLE DC4 would open the drawer. One more black dot in
 * the byte before takes the pattern away and is seen by nobody.
 */
function withoutCommands(rows: Uint8Array): Uint8Array {
  return rows.map((byte, index) => (isCommandStart(byte, rows[index + 1]) ? 0x18 : byte))
}
