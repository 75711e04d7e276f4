import bwipjs from 'bwip-js/node'
import iconv from 'iconv-lite'

/**
 * A strict receipt printer without paper: reads bytes as an Epson does and tells what came out, what happened, and what
 * was wrong. Written from the command reference, apart from the encoder it judges.
 */
export interface EmulatedPrinter {
  readonly dots: number
  /** Dots of one character of font A. */
  readonly cell: number
  readonly lineDots: number
  /** Code pages this unit has; any other prints as if it were the first. */
  readonly pages: Readonly<Record<number, string>>
}

export const epsonPages: EmulatedPrinter['pages'] = {
  0: 'cp437',
  2: 'cp850',
  16: 'windows1252',
  18: 'cp852',
  19: 'cp858',
}

export type ReceiptElement =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly wide: number
      readonly tall: number
      readonly bold: boolean
    }
  | {
      readonly kind: 'raster'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly bits: Uint8Array
    }
  | {
      readonly kind: 'code128' | 'qr'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly module: number
      readonly data: string
    }

export interface DecodedReceipt {
  readonly lines: readonly string[]
  /** Names of commands in order, text left out. */
  readonly commands: readonly string[]
  readonly barcodes: readonly { readonly kind: 'code128' | 'qr'; readonly data: string }[]
  readonly drawer: readonly { readonly pin: 2 | 5; readonly milliseconds: number; readonly realTime: boolean }[]
  readonly cuts: number
  readonly elements: readonly ReceiptElement[]
  readonly height: number
  readonly warnings: readonly string[]
}

const defaultPrinter: EmulatedPrinter = { dots: 576, cell: 12, lineDots: 34, pages: epsonPages }

export function decodeEscpos(bytes: Uint8Array, printer: EmulatedPrinter = defaultPrinter): DecodedReceipt {
  return new Decoder(bytes, printer).run()
}

/** Letters, bars and pictures that were printed over each other. */
export function overlappingElements({ elements }: DecodedReceipt): string[] {
  const found: string[] = []
  for (const [index, a] of elements.entries()) {
    for (const b of elements.slice(index + 1)) {
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
        found.push(`${a.kind} over ${b.kind}`)
    }
  }
  return found
}

class Decoder {
  readonly #bytes: Uint8Array
  readonly #printer: EmulatedPrinter
  #at = 0
  #page = 0
  #wide = 1
  #tall = 1
  #bold = false
  #align: 0 | 1 | 2 = 0
  #y = 0
  #line: { text: string; wide: number; tall: number; bold: boolean; x: number }[] = []
  #x = 0
  #sinceCut = false
  #module = 3
  #barHeight = 162
  #qrModule = 3
  #qrData: string | null = null
  readonly #lines: string[] = []
  readonly #commands: string[] = []
  readonly #barcodes: { kind: 'code128' | 'qr'; data: string }[] = []
  readonly #drawer: { pin: 2 | 5; milliseconds: number; realTime: boolean }[] = []
  readonly #elements: ReceiptElement[] = []
  readonly #warnings: string[] = []
  #cuts = 0

  constructor(bytes: Uint8Array, printer: EmulatedPrinter) {
    this.#bytes = bytes
    this.#printer = printer
  }

  run(): DecodedReceipt {
    this.#scanRealTime()
    while (this.#at < this.#bytes.length) this.#step(this.#take())
    if (this.#line.length > 0) this.#warn('text was sent but never printed')
    if (this.#sinceCut) this.#warn('the paper was not cut')
    return {
      lines: this.#lines,
      commands: this.#commands,
      barcodes: this.#barcodes,
      drawer: this.#drawer,
      cuts: this.#cuts,
      elements: this.#elements,
      height: this.#y,
      warnings: this.#warnings,
    }
  }

  #warn(text: string): void {
    this.#warnings.push(`${text} (byte ${this.#at})`)
  }

  #take(): number {
    const byte = this.#bytes[this.#at]
    this.#at += 1
    if (byte === undefined) this.#warn('a command is cut short')
    return byte ?? 0
  }

  #takeMany(count: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + count)
    if (part.length < count) this.#warn('a command is cut short')
    this.#at += count
    return part
  }

  /** A printer obeys these wherever they stand, in the middle of pictures too. */
  #scanRealTime(): void {
    for (let at = 0; at + 2 < this.#bytes.length; at += 1) {
      const [first, second, third] = [this.#bytes[at], this.#bytes[at + 1], this.#bytes[at + 2] ?? 0]
      if (first !== 0x10) continue
      if (second === 0x04 && third >= 1 && third <= 4) this.#commands.push('DLE EOT')
      if (second === 0x05 && third <= 2) this.#commands.push('DLE ENQ')
      if (second === 0x14 && third === 1) {
        this.#commands.push('DLE DC4')
        this.#drawer.push({
          pin: this.#bytes[at + 3] === 0 ? 2 : 5,
          milliseconds: (this.#bytes[at + 4] ?? 0) * 100,
          realTime: true,
        })
      }
      if (second === 0x14 && (third === 2 || third === 8))
        this.#commands.push(third === 2 ? 'power off' : 'clear buffer')
    }
  }

  #step(byte: number): void {
    if (byte >= 0x20) this.#character(byte)
    else if (byte === 0x0a) this.#feed()
    else if (byte === 0x1b) this.#escape(this.#take())
    else if (byte === 0x1d) this.#group(this.#take())
    else if (byte === 0x1c) this.#kanji(this.#take())
    else if (byte === 0x10) this.#skipRealTime(this.#take())
    else {
      this.#commands.push(`control ${byte}`)
      this.#warn(`stray control ${byte}`)
    }
  }

  #skipRealTime(second: number): void {
    if (second === 0x14) this.#takeMany(3)
    else this.#take()
  }

  #character(byte: number): void {
    const encoding = this.#printer.pages[this.#page] ?? this.#printer.pages[0] ?? 'cp437'
    const character = byte < 0x80 ? String.fromCharCode(byte) : iconv.decode(Buffer.from([byte]), encoding)
    if (character === '\ufffd') this.#warn(`byte ${byte} means nothing in page ${this.#page}`)
    const width = this.#printer.cell * this.#wide
    if (this.#x + width > this.#printer.dots) {
      this.#warn('a line is wider than the paper')
      this.#feed()
    }
    const last = this.#line.at(-1)
    if (last && last.wide === this.#wide && last.tall === this.#tall && last.bold === this.#bold) last.text += character
    else this.#line.push({ text: character, wide: this.#wide, tall: this.#tall, bold: this.#bold, x: this.#x })
    this.#x += width
    this.#sinceCut = true
  }

  #offset(width: number): number {
    if (this.#align === 0) return 0
    const free = this.#printer.dots - width
    return this.#align === 1 ? Math.floor(free / 2) : free
  }

  #feed(): void {
    const tall = Math.max(1, ...this.#line.map((part) => part.tall))
    const height = this.#printer.lineDots * tall
    const left = this.#offset(this.#x)
    for (const part of this.#line) {
      this.#elements.push({
        kind: 'text',
        text: part.text,
        x: left + part.x,
        y: this.#y,
        width: [...part.text].length * this.#printer.cell * part.wide,
        height,
        wide: part.wide,
        tall: part.tall,
        bold: part.bold,
      })
    }
    this.#lines.push(this.#line.map((part) => part.text).join(''))
    this.#y += height
    this.#line = []
    this.#x = 0
  }

  #escape(code: number): void {
    const name = `ESC ${String.fromCharCode(code)}`
    this.#commands.push(name)
    switch (name) {
      case 'ESC @':
        this.#page = 0
        this.#wide = 1
        this.#tall = 1
        this.#bold = false
        this.#align = 0
        this.#line = []
        this.#x = 0
        return
      case 'ESC !': {
        const mode = this.#take()
        this.#wide = mode & 0x20 ? 2 : 1
        this.#tall = mode & 0x10 ? 2 : 1
        this.#bold = (mode & 0x08) !== 0
        return
      }
      case 'ESC t':
        this.#page = this.#take()
        if (this.#printer.pages[this.#page] === undefined) this.#warn(`page ${this.#page} is unknown to this printer`)
        return
      case 'ESC a': {
        const align = this.#take() % 48
        if (this.#line.length > 0) this.#warn('alignment changed within a line')
        this.#align = align === 1 ? 1 : align === 2 ? 2 : 0
        return
      }
      case 'ESC E':
        this.#bold = (this.#take() & 1) === 1
        return
      case 'ESC d': {
        const lines = this.#take()
        for (let line = 0; line < lines; line += 1) this.#feed()
        return
      }
      case 'ESC J':
        this.#feed()
        this.#y += this.#take()
        return
      case 'ESC p': {
        const pin = this.#take() % 48 === 0 ? 2 : 5
        const on = this.#bytes[this.#at]
        if (on === undefined || this.#bytes[this.#at + 1] === undefined || on === 0x1b)
          this.#warn('the drawer got no timings')
        else this.#drawer.push({ pin, milliseconds: this.#takeMany(2)[0] ?? 0, realTime: false })
        return
      }
      case 'ESC -':
      case 'ESC M':
      case 'ESC {':
      case 'ESC R':
      case 'ESC 3':
      case 'ESC  ':
        this.#take()
        return
      case 'ESC 2':
        return
      default:
        this.#warn(`unknown command ${name}`)
    }
  }

  #group(code: number): void {
    const name = `GS ${String.fromCharCode(code)}`
    this.#commands.push(name)
    switch (name) {
      case 'GS !': {
        const size = this.#take()
        this.#wide = (size >> 4) + 1
        this.#tall = (size & 15) + 1
        return
      }
      case 'GS V': {
        if (this.#take() >= 65) this.#take()
        if (this.#line.length > 0) this.#warn('cut within a line')
        this.#cuts += 1
        this.#sinceCut = false
        return
      }
      case 'GS k':
        this.#barcode()
        return
      case 'GS v':
        this.#raster()
        return
      case 'GS (':
        this.#extended()
        return
      case 'GS w':
        this.#module = this.#take()
        if (this.#module < 2 || this.#module > 6) this.#warn(`bars of ${this.#module} dots`)
        return
      case 'GS h':
        this.#barHeight = this.#take()
        return
      case 'GS B':
      case 'GS H':
      case 'GS f':
      case 'GS r':
      case 'GS I':
      case 'GS a':
        this.#take()
        return
      case 'GS L':
      case 'GS W':
        this.#takeMany(2)
        return
      default:
        this.#warn(`unknown command ${name}`)
    }
  }

  #kanji(code: number): void {
    const name = `FS ${String.fromCharCode(code)}`
    this.#commands.push(name)
    if (name === 'FS (') this.#takeMany((this.#takeMany(1)[0] ?? 0) + 2)
    else if (name !== 'FS .' && name !== 'FS &') this.#warn(`unknown command ${name}`)
  }

  #place(width: number, height: number): { x: number; y: number; width: number; height: number } {
    if (width > this.#printer.dots) this.#warn(`${width} dots do not fit on ${this.#printer.dots}`)
    const place = { x: Math.max(0, this.#offset(width)), y: this.#y, width, height }
    this.#y += height
    this.#sinceCut = true
    return place
  }

  #barcode(): void {
    const type = this.#take()
    if (type !== 73) {
      this.#warn(`barcode type ${type}`)
      return
    }
    const body = [...this.#takeMany(this.#take())]
    const set = String.fromCharCode(body[0] ?? 0, body[1] ?? 0)
    const symbols = body.slice(2)
    let data = ''
    if (set === '{C') data = symbols.map((each) => String(each).padStart(2, '0')).join('')
    else if (set === '{B') {
      for (let index = 0; index < symbols.length; index += 1) {
        if (symbols[index] === 0x7b) index += 1
        if (symbols[index] !== undefined) data += String.fromCharCode(symbols[index] ?? 0)
      }
    } else this.#warn('Code 128 without a code set')
    const modules = ((set === '{C' ? symbols.length : data.length) + 2) * 11 + 13
    this.#barcodes.push({ kind: 'code128', data })
    this.#elements.push({
      kind: 'code128',
      ...this.#place(modules * this.#module, this.#barHeight),
      module: this.#module,
      data,
    })
  }

  #raster(): void {
    const [, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = this.#takeMany(6)
    const [bytes, rows] = [xLow + xHigh * 256, yLow + yHigh * 256]
    if (rows > 128) this.#warn(`a band of ${rows} rows`)
    if (this.#line.length > 0) this.#warn('a picture within a line of text')
    const bits = this.#takeMany(bytes * rows)
    this.#elements.push({ kind: 'raster', ...this.#place(bytes * 8, rows), bits })
  }

  #extended(): void {
    const kind = String.fromCharCode(this.#take())
    const [low = 0, high = 0] = this.#takeMany(2)
    const body = this.#takeMany(low + high * 256)
    if (kind !== 'k' || body[0] !== 0x31) {
      this.#warn(`unknown command GS ( ${kind}`)
      return
    }
    if (body[1] === 0x43) this.#qrModule = body[2] ?? 3
    if (body[1] === 0x50) this.#qrData = new TextDecoder('utf-8', { fatal: false }).decode(body.subarray(3))
    if (body[1] === 0x51) {
      if (this.#qrData === null) {
        this.#warn('a QR code without data')
        return
      }
      const [symbol] = bwipjs.raw('qrcode', this.#qrData, 'eclevel=M')
      const side = symbol && 'pixx' in symbol ? symbol.pixx * this.#qrModule : 0
      this.#barcodes.push({ kind: 'qr', data: this.#qrData })
      this.#elements.push({ kind: 'qr', ...this.#place(side, side), module: this.#qrModule, data: this.#qrData })
      this.#qrData = null
    }
  }
}
