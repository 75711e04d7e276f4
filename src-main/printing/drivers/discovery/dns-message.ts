/**
 * The little of DNS that finding printers takes (RFC 1035, RFC 6762): questions of one kind, and answers read with hard
 * limits, since anyone in the network can send them. A message that breaks a rule is no message.
 */
export const recordTypes = { a: 1, ptr: 12, txt: 16, srv: 33 } as const

export type DnsRecord =
  | { readonly type: 'ptr'; readonly name: string; readonly target: string }
  | { readonly type: 'srv'; readonly name: string; readonly target: string; readonly port: number }
  | { readonly type: 'txt'; readonly name: string; readonly entries: Readonly<Record<string, string>> }
  | { readonly type: 'a'; readonly name: string; readonly address: string }

const longestMessage = 9000
const mostRecords = 200
const mostPointers = 16
const longestName = 255
const [longestLabel, mostTxtEntries, longestTxt] = [63, 64, 1300]

export function dnsQuestion(names: readonly string[], type: number): Uint8Array {
  const head = Uint8Array.of(0, 0, 0, 0, names.length >> 8, names.length & 0xff, 0, 0, 0, 0, 0, 0)
  // The highest bit of the class asks for an answer to us alone.
  const questions = names.map((name) => [...nameBytes(name), type >> 8, type & 0xff, 0x80, 0x01])
  return Uint8Array.from([...head, ...questions.flat()])
}

/** Labels of a name; a dot within one is written with a backslash before it. */
function nameBytes(name: string): number[] {
  const bytes = labelsOf(name).flatMap((label) => {
    const text = [...new TextEncoder().encode(label)].slice(0, longestLabel)
    return [text.length, ...text]
  })
  return [...bytes, 0]
}

function labelsOf(name: string): string[] {
  const labels = name.match(/(?:\\.|[^.\\])+/gu) ?? []
  return labels.map((label) => label.replace(/\\(.)/gu, '$1'))
}

/** First label of a name, as people gave it: `Label ZD421` of `Label ZD421._ipp._tcp.local`. */
export function firstLabel(name: string): string {
  return labelsOf(name)[0] ?? ''
}

/** Records of an answer; null when it is a question, or no message of this kind at all. */
export function readDnsAnswer(message: Uint8Array): readonly DnsRecord[] | null {
  if (message.length < 12 || message.length > longestMessage) return null
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  if ((view.getUint16(2) & 0x8000) === 0) return null
  const questions = view.getUint16(4)
  const records = view.getUint16(6) + view.getUint16(8) + view.getUint16(10)
  if (questions + records > mostRecords) return null
  let at = 12
  for (let each = 0; each < questions; each += 1) {
    const name = readName(message, at)
    if (name === null || name.end + 4 > message.length) return null
    at = name.end + 4
  }
  const found: DnsRecord[] = []
  for (let each = 0; each < records; each += 1) {
    const name = readName(message, at)
    if (name === null || name.end + 10 > message.length) return null
    const [type, length, start] = [view.getUint16(name.end), view.getUint16(name.end + 8), name.end + 10]
    if (start + length > message.length) return null
    const record = readRecord(message, { type, name: name.text, start, end: start + length })
    if (record === 'broken') return null
    if (record !== null) found.push(record)
    at = start + length
  }
  return found
}

interface RawRecord {
  readonly type: number
  readonly name: string
  readonly start: number
  readonly end: number
}

function readRecord(message: Uint8Array, { type, name, start, end }: RawRecord): DnsRecord | 'broken' | null {
  if (type === recordTypes.ptr) {
    const target = readName(message, start)
    return target === null || target.end !== end ? 'broken' : { type: 'ptr', name, target: target.text }
  }
  if (type === recordTypes.srv) {
    const target = end - start < 7 ? null : readName(message, start + 6)
    if (target === null || target.end !== end) return 'broken'
    const port = (message[start + 4] ?? 0) * 256 + (message[start + 5] ?? 0)
    return { type: 'srv', name, target: target.text, port }
  }
  if (type === recordTypes.a) {
    return end - start !== 4 ? 'broken' : { type: 'a', name, address: message.subarray(start, end).join('.') }
  }
  if (type !== recordTypes.txt) return null
  const entries = readTxt(message.subarray(start, end))
  return entries === null ? 'broken' : { type: 'txt', name, entries }
}

function readTxt(bytes: Uint8Array): Record<string, string> | null {
  if (bytes.length > longestTxt) return null
  const entries: Record<string, string> = Object.create(null)
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0
    const entry = bytes.subarray(at + 1, at + 1 + length)
    if (entry.length !== length || count >= mostTxtEntries) return null
    const text = readable(entry)
    const sign = text.indexOf('=')
    // The first of equal names counts, and names know no capitals.
    const key = (sign < 0 ? text : text.slice(0, sign)).toLowerCase()
    if (key !== '') entries[key] ??= sign < 0 ? '' : text.slice(sign + 1)
    at += 1 + length
    count += 1
  }
  return entries
}

/** Text of others, without what could be a control of anything it is shown or written on. */
function readable(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
}

/**
 * A name and where the record goes on behind it. Pointers lead backwards only and not often: a loop of them is how a
 * packet of forty bytes keeps careless readers busy for ever.
 */
function readName(message: Uint8Array, start: number): { readonly text: string; readonly end: number } | null {
  const labels: string[] = []
  let [at, lowest, end, pointers, length] = [start, start, -1, 0, 0]
  for (;;) {
    const size = message[at]
    if (size === undefined) return null
    if (size === 0) {
      return { text: labels.join('.'), end: end < 0 ? at + 1 : end }
    }
    if ((size & 0xc0) === 0xc0) {
      const target = (size & 0x3f) * 256 + (message[at + 1] ?? 0)
      pointers += 1
      if (at + 1 >= message.length || target >= lowest || target < 12 || pointers > mostPointers) return null
      if (end < 0) end = at + 2
      at = target
      lowest = target
      continue
    }
    const label = message.subarray(at + 1, at + 1 + size)
    length += size + 1
    if (size > longestLabel || label.length !== size || length > longestName) return null
    labels.push(readable(label).replace(/[.\\]/gu, '\\$&'))
    at += 1 + size
  }
}
