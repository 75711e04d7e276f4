/**
 * Messages of the Internet Printing Protocol in bytes (RFC 8010). A reply comes from any device on the network, so reading
 * one never throws and never follows a length out of what was received.
 */
export const ippTag = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  unsupported: 0x05,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  resolution: 0x32,
  range: 0x33,
  collection: 0x34,
  textInLanguage: 0x35,
  nameInLanguage: 0x36,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
  member: 0x4a,
} as const

export interface IppRange {
  readonly low: number
  readonly high: number
}

/** Dots in an inch (unit 3) or a centimetre (unit 4), across and along. */
export interface IppResolution {
  readonly across: number
  readonly along: number
  readonly unit: number
}

export type IppValue = number | boolean | string | IppRange | IppResolution | IppCollection | Uint8Array | null
export interface IppCollection {
  readonly members: readonly IppAttribute[]
}

export interface IppAttribute {
  readonly name: string
  readonly tag: number
  readonly values: readonly IppValue[]
}

export interface IppGroup {
  readonly tag: number
  readonly attributes: readonly IppAttribute[]
}

export interface IppMessage {
  /** `2.0` as 0x0200. */
  readonly version: number
  /** The operation of a request, the status of a reply. */
  readonly code: number
  readonly requestId: number
  readonly groups: readonly IppGroup[]
}

export function attribute(tag: number, name: string, ...values: readonly IppValue[]): IppAttribute {
  return { name, tag, values }
}

/** The attributes of one kind of group by name; of several such groups the first that has it. */
export function attributesOf(message: IppMessage, tag: number): ReadonlyMap<string, readonly IppValue[]> {
  const found = new Map<string, readonly IppValue[]>()
  for (const group of message.groups) {
    if (group.tag !== tag) continue
    for (const { name, values } of group.attributes) if (!found.has(name)) found.set(name, values)
  }
  return found
}

export function encodeIpp({ version, code, requestId, groups }: IppMessage): Uint8Array {
  const out: number[] = [version >> 8, version & 0xff, code >> 8, code & 0xff, ...int32(requestId)]
  for (const { tag, attributes } of groups) {
    out.push(tag)
    for (const each of attributes) putAttribute(out, each)
  }
  out.push(ippTag.end)
  return Uint8Array.from(out)
}

function putAttribute(out: number[], { name, tag, values }: IppAttribute): void {
  // Further values of an attribute stand under no name.
  for (const [index, value] of values.entries()) putValue(out, tag, index === 0 ? name : '', value)
}

function putValue(out: number[], tag: number, name: string, value: IppValue): void {
  if (value !== null && typeof value === 'object' && 'members' in value) {
    out.push(tag, ...sized(utf8(name)), 0, 0)
    for (const member of value.members) {
      out.push(ippTag.member, 0, 0, ...sized(utf8(member.name)))
      for (const each of member.values) putValue(out, member.tag, '', each)
    }
    out.push(ippTag.endCollection, 0, 0, 0, 0)
    return
  }
  out.push(tag, ...sized(utf8(name)), ...sized(bytesOf(value)))
}

function bytesOf(value: Exclude<IppValue, IppCollection>): Uint8Array {
  if (value === null) return new Uint8Array(0)
  if (typeof value === 'number') return Uint8Array.from(int32(value))
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0)
  if (typeof value === 'string') return utf8(value)
  if (value instanceof Uint8Array) return value
  if ('low' in value) return Uint8Array.from([...int32(value.low), ...int32(value.high)])
  return Uint8Array.from([...int32(value.across), ...int32(value.along), value.unit])
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function int32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

function sized(bytes: Uint8Array): number[] {
  return [bytes.length >> 8, bytes.length & 0xff, ...bytes]
}
