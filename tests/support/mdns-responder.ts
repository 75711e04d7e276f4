import { createSocket } from 'node:dgram'

/** A device as it announces itself: its services at one address. */
export interface AnnouncedPrinter {
  readonly name: string
  readonly host: string
  readonly address: string
  readonly services: readonly { readonly type: string; readonly port: number; readonly text?: readonly string[] }[]
  /** Says its name first and everything else only when asked for it. */
  readonly isTerse?: boolean
}

export interface MdnsResponder {
  readonly port: number
  readonly questions: readonly string[]
  close(): Promise<void>
}

const types = { a: 1, ptr: 12, txt: 16, srv: 33 } as const

/** Answers like the devices of a small network, on one socket of the loopback. */
export async function openMdnsResponder(
  devices: readonly AnnouncedPrinter[],
  noise: readonly Uint8Array[] = [],
): Promise<MdnsResponder> {
  const socket = createSocket('udp4')
  const questions: string[] = []
  socket.on('message', (message, from) => {
    for (const each of noise) socket.send(each, from.port, from.address)
    for (const { name, type } of questionsOf(message)) {
      questions.push(`${name} ${type}`)
      for (const device of devices) {
        const records = answersOf(device, name, type)
        if (records.length > 0) socket.send(dnsAnswer(records), from.port, from.address)
      }
    }
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    port: socket.address().port,
    questions,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function answersOf(device: AnnouncedPrinter, name: string, type: number): Uint8Array[] {
  const asked = name.toLowerCase()
  return device.services.flatMap((service) => {
    const instance = [device.name, ...service.type.split('.')]
    const ptr = dnsRecord(service.type.split('.'), types.ptr, nameOf(instance))
    const srv = dnsRecord(instance, types.srv, [
      0,
      0,
      0,
      0,
      service.port >> 8,
      service.port & 255,
      ...nameOf([device.host, 'local']),
    ])
    const txt = dnsRecord(
      instance,
      types.txt,
      (service.text ?? ['txtvers=1']).flatMap((each) => [Buffer.byteLength(each), ...Buffer.from(each)]),
    )
    const a = dnsRecord([device.host, 'local'], types.a, device.address.split('.').map(Number))
    if (type === types.ptr && asked === service.type) return device.isTerse ? [ptr] : [ptr, srv, txt, a]
    const isInstance = asked === instance.join('.').toLowerCase()
    if (type === types.srv && isInstance) return [srv]
    if (type === types.txt && isInstance) return [txt]
    return type === types.a && asked === `${device.host}.local`.toLowerCase() ? [a] : []
  })
}

export function nameOf(labels: readonly string[]): number[] {
  return [...labels.flatMap((label) => [Buffer.byteLength(label), ...Buffer.from(label)]), 0]
}

export function dnsRecord(labels: readonly string[], type: number, data: readonly number[]): Uint8Array {
  return Uint8Array.from([
    ...nameOf(labels),
    ...[0, type, 0x80, 0x01, 0, 0, 0, 120, data.length >> 8, data.length & 255],
    ...data,
  ])
}

export function dnsAnswer(records: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from([0, 0, 0x84, 0, 0, 0, 0, records.length, 0, 0, 0, 0, ...records.flatMap((each) => [...each])])
}

function questionsOf(message: Uint8Array): { name: string; type: number }[] {
  const count = (message[4] ?? 0) * 256 + (message[5] ?? 0)
  const found: { name: string; type: number }[] = []
  let at = 12
  for (let each = 0; each < count; each += 1) {
    const labels: string[] = []
    for (let size = message[at] ?? 0; size > 0; size = message[at] ?? 0) {
      labels.push(Buffer.from(message.subarray(at + 1, at + 1 + size)).toString())
      at += 1 + size
    }
    found.push({ name: labels.join('.'), type: (message[at + 1] ?? 0) * 256 + (message[at + 2] ?? 0) })
    at += 5
  }
  return found
}
