import { type IppAttribute, type IppGroup, type IppMessage, type IppValue, ippTag } from './ipp-message.ts'

/** Collections stand in collections (media, its size); no printer nests them deeper than this. */
const deepest = 8

/** The message at the start of `bytes` and where what follows it begins, or null: not a whole message of this protocol. */
export function readIpp(bytes: Uint8Array): { readonly message: IppMessage; readonly end: number } | null {
  const reader = new Reader(bytes)
  try {
    const [version, code, requestId] = [reader.int16(), reader.int16(), reader.int32()]
    if (version >> 8 < 1 || version >> 8 > 2) return null
    const groups: IppGroup[] = []
    for (;;) {
      const tag = reader.int8()
      if (tag === ippTag.end) return { message: { version, code, requestId, groups }, end: reader.at }
      if (tag === 0 || tag > 0x0f) return null
      groups.push({ tag, attributes: readAttributes(reader) })
    }
  } catch (problem) {
    if (problem instanceof NotWhole) return null
    throw problem
  }
}

class NotWhole extends Error {}

interface Growing {
  readonly name: string
  readonly tag: number
  readonly values: IppValue[]
}

function readAttributes(reader: Reader): IppAttribute[] {
  const found: Growing[] = []
  while (reader.peek() > 0x0f) {
    const tag = reader.int8()
    const name = reader.text(reader.int16())
    const value = readValue(reader, tag, deepest)
    const last = found.at(-1)
    if (name !== '') found.push({ name, tag, values: [value] })
    else if (last === undefined) throw new NotWhole()
    else last.values.push(value)
  }
  return found
}

function readValue(reader: Reader, tag: number, depth: number): IppValue {
  const length = reader.int16()
  if (tag === ippTag.collection) {
    reader.skip(length)
    return { members: readMembers(reader, depth - 1) }
  }
  const value = reader.part(length)
  switch (tag) {
    case ippTag.integer:
    case ippTag.enum:
      return value.int32()
    case ippTag.boolean:
      return value.int8() !== 0
    case ippTag.range:
      return { low: value.int32(), high: value.int32() }
    case ippTag.resolution:
      return { across: value.int32(), along: value.int32(), unit: value.int8() }
    case ippTag.textInLanguage:
    case ippTag.nameInLanguage:
      value.skip(value.int16())
      return value.text(value.int16())
    default:
      // Below 0x20 stand "unknown", "no value" and their like; from 0x40 on everything is text.
      return tag < 0x20 ? null : tag >= 0x40 ? value.text(length) : value.bytes(length)
  }
}

function readMembers(reader: Reader, depth: number): IppAttribute[] {
  if (depth <= 0) throw new NotWhole()
  const found: Growing[] = []
  for (;;) {
    const tag = reader.int8()
    reader.skip(reader.int16())
    if (tag === ippTag.endCollection) {
      reader.skip(reader.int16())
      return found
    }
    if (tag === ippTag.member) {
      const name = reader.text(reader.int16())
      const kind = reader.int8()
      reader.skip(reader.int16())
      found.push({ name, tag: kind, values: [readValue(reader, kind, depth)] })
      continue
    }
    const last = found.at(-1)
    if (last === undefined) throw new NotWhole()
    last.values.push(readValue(reader, tag, depth))
  }
}

class Reader {
  at = 0
  readonly #view: DataView
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  skip(count: number): number {
    const from = this.at
    if (from + count > this.#bytes.length) throw new NotWhole()
    this.at = from + count
    return from
  }

  peek(): number {
    return this.#view.getUint8(this.#checked(this.at, 1))
  }

  int8(): number {
    return this.#view.getUint8(this.skip(1))
  }

  int16(): number {
    return this.#view.getUint16(this.skip(2))
  }

  int32(): number {
    return this.#view.getInt32(this.skip(4))
  }

  bytes(count: number): Uint8Array {
    const from = this.skip(count)
    return this.#bytes.slice(from, from + count)
  }

  part(count: number): Reader {
    return new Reader(this.bytes(count))
  }

  text(count: number): string {
    return new TextDecoder().decode(this.bytes(count))
  }

  #checked(from: number, count: number): number {
    if (from + count > this.#bytes.length) throw new NotWhole()
    return from
  }
}
