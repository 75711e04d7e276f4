import { ByteReader } from './byte-reader.ts'
import { DotPicture } from './dot-picture.ts'

export interface TsplLabel {
  readonly picture: DotPicture
  readonly copies: number
  readonly settings: Readonly<Record<string, string>>
}

export interface DecodedTspl {
  /** Names of all commands in their order. */
  readonly commands: readonly string[]
  readonly labels: readonly TsplLabel[]
}

const shapes: Readonly<Record<string, RegExp>> = {
  SIZE: /^\d+(?:\.\d)? mm,\d+(?:\.\d)? mm$/u,
  GAP: /^\d+(?:\.\d)? mm,0 mm$/u,
  BLINE: /^\d+(?:\.\d)? mm,0 mm$/u,
  DIRECTION: /^[01],[01]$/u,
  REFERENCE: /^\d+,\d+$/u,
  OFFSET: /^-?\d+ mm$/u,
  SHIFT: /^-?\d+$/u,
  DENSITY: /^(?:\d|1[0-5])$/u,
  SPEED: /^\d+$/u,
  CLS: /^$/u,
  PRINT: /^\d+,1$/u,
  GAPDETECT: /^$/u,
  BLINEDETECT: /^$/u,
}

/** A TSPL printer that takes nothing it does not know, and nothing that stands outside the label. */
export function decodeTspl(bytes: Uint8Array, dpi: number): DecodedTspl {
  const reader = new ByteReader(bytes)
  const commands: string[] = []
  const labels: TsplLabel[] = []
  let settings: Record<string, string> = {}
  let picture: DotPicture | null = null
  const dots = (text: string) => Math.round((Number.parseFloat(text) * dpi) / 25.4)
  while (!reader.isAtEnd) {
    if (reader.startsWith(...Buffer.from('BITMAP '))) {
      if (picture === null) throw new Error('a picture before CLS')
      reader.until(' ')
      const [x = 0, y = 0, width = 0, height = 0, mode] = Array.from({ length: 5 }, () => whole(reader.until(',')))
      if (mode !== 0) throw new Error(`mode ${mode}`)
      burn(picture, reader.take(width * height), { x, y, width, height })
      if (reader.until('\r\n') !== '') throw new Error('more data than was announced')
      commands.push('BITMAP')
      continue
    }
    const line = reader.until('\r\n')
    const [, name = '', rest = ''] = /^([A-Z]+) ?(.*)$/u.exec(line) ?? []
    if (!shapes[name]?.test(rest)) throw new Error(`no command: ${JSON.stringify(line)}`)
    commands.push(name)
    settings[name] = rest
    if (name === 'CLS') {
      const [width = '', height = ''] = (settings.SIZE ?? '').split(',')
      picture = new DotPicture(dots(width), dots(height))
    }
    if (name === 'PRINT') {
      if (picture === null) throw new Error('printed before CLS')
      labels.push({ picture, copies: whole(rest.split(',')[0] ?? ''), settings })
      settings = { ...settings }
      picture = null
    }
  }
  return { commands, labels }
}

/** The bits of both languages with this picture command burn where they are not set. */
export function burn(
  picture: DotPicture,
  data: Uint8Array,
  place: { x: number; y: number; width: number; height: number },
): void {
  for (let row = 0; row < place.height; row += 1) {
    for (let column = 0; column < place.width * 8; column += 1) {
      const byte = data[row * place.width + (column >> 3)] ?? 0xff
      if ((byte & (0x80 >> (column & 7))) !== 0) continue
      if (!picture.burn(place.x + column, place.y + row)) throw new Error('ink beside the label')
    }
  }
}

export function whole(text: string): number {
  if (!/^\d{1,6}$/u.test(text)) throw new Error(`no number: ${JSON.stringify(text)}`)
  return Number(text)
}
