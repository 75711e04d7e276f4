import { ByteReader } from './byte-reader.ts'
import { DotPicture } from './dot-picture.ts'
import { burn, whole } from './tspl-decoder.ts'

export interface EplLabel {
  readonly picture: DotPicture
  readonly copies: number
}

export interface DecodedEpl {
  readonly commands: readonly string[]
  readonly labels: readonly EplLabel[]
  readonly settings: Readonly<Record<string, string>>
}

const shapes: Readonly<Record<string, RegExp>> = {
  q: /^\d+$/u,
  Q: /^\d+,(?:0|B?\d+)$/u,
  R: /^0,0$/u,
  ZT: /^$/u,
  D: /^(?:\d|1[0-5])$/u,
  S: /^[1-6]$/u,
  N: /^$/u,
  P: /^[1-9]\d*$/u,
  xa: /^$/u,
}

/** An EPL2 printer that takes nothing it does not know. Text commands are among what it does not know. */
export function decodeEpl(bytes: Uint8Array): DecodedEpl {
  const reader = new ByteReader(bytes)
  const commands: string[] = []
  const labels: EplLabel[] = []
  const settings: Record<string, string> = {}
  let picture: DotPicture | null = null
  while (!reader.isAtEnd) {
    if (reader.startsWith(...Buffer.from('GW'))) {
      if (picture === null) throw new Error('a picture before N')
      reader.take(2)
      const [x = 0, y = 0, width = 0, height = 0] = Array.from({ length: 4 }, () => whole(reader.until(',')))
      burn(picture, reader.take(width * height), { x, y, width, height })
      if (reader.until('\n') !== '') throw new Error('more data than was announced')
      commands.push('GW')
      continue
    }
    const line = reader.until('\n')
    if (line === '') continue
    const [, name = '', rest = ''] = /^(xa|[A-Z]T|[A-Za-z])(.*)$/u.exec(line) ?? []
    if (!shapes[name]?.test(rest)) throw new Error(`no command: ${JSON.stringify(line)}`)
    commands.push(name)
    settings[name] = rest
    if (name === 'q' || name === 'Q') picture = null
    if (name === 'N') picture = new DotPicture(whole(settings.q ?? ''), whole((settings.Q ?? '').split(',')[0] ?? ''))
    if (name !== 'P') continue
    if (picture === null) throw new Error('printed before N')
    labels.push({ picture, copies: whole(rest) })
  }
  return { commands, labels, settings }
}
