import { describe, expect, it } from 'vitest'
import { attribute, encodeIpp, type IppMessage, ippTag } from '#main/printing/drivers/ipp/ipp-message.ts'
import { ippRequests, printerUri } from '#main/printing/drivers/ipp/ipp-requests.ts'
import { readIpp } from '#main/printing/drivers/ipp/read-ipp-message.ts'

const message: IppMessage = {
  version: 0x0200,
  code: 0x0005,
  requestId: 7,
  groups: [
    {
      tag: ippTag.operation,
      attributes: [
        attribute(ippTag.charset, 'attributes-charset', 'utf-8'),
        attribute(ippTag.name, 'job-name', 'Zażółć 26-A04831'),
      ],
    },
    {
      tag: ippTag.job,
      attributes: [
        attribute(ippTag.integer, 'copies', 2),
        attribute(ippTag.boolean, 'ipp-attribute-fidelity', true),
        attribute(ippTag.range, 'page-ranges', { low: 1, high: 3 }),
        attribute(ippTag.resolution, 'printer-resolution', { across: 600, along: 600, unit: 3 }),
        attribute(ippTag.keyword, 'sides', 'one-sided', 'two-sided-long-edge'),
        attribute(ippTag.collection, 'media-col', {
          members: [
            attribute(ippTag.collection, 'media-size', {
              members: [
                attribute(ippTag.integer, 'x-dimension', 21_000),
                attribute(ippTag.integer, 'y-dimension', 29_700),
              ],
            }),
            attribute(ippTag.keyword, 'media-source', 'tray-1'),
          ],
        }),
      ],
    },
  ],
}

describe('a message of the Internet Printing Protocol', () => {
  it('[PR31] has the bytes of RFC 8010: version, operation, request, groups, end', () => {
    const small = { ...message, groups: [{ tag: 1, attributes: [attribute(0x47, 'attributes-charset', 'utf-8')] }] }
    expect([...encodeIpp(small)]).toEqual([
      ...[2, 0, 0, 5, 0, 0, 0, 7, 1],
      ...[0x47, 0, 18, ...Buffer.from('attributes-charset'), 0, 5, ...Buffer.from('utf-8')],
      3,
    ])
  })

  it('[PR31] is read as it was written, and what follows it is left', () => {
    const bytes = encodeIpp(message)
    expect(readIpp(Uint8Array.from([...bytes, 0x25, 0x50]))).toEqual({ message, end: bytes.length })
  })

  it('[PR31] cut off anywhere, or with any byte changed, is refused or read, and never throws (item 89)', () => {
    const bytes = encodeIpp(message)
    for (let length = 0; length < bytes.length; length += 1) expect(readIpp(bytes.subarray(0, length))).toBe(null)
    for (let at = 0; at < bytes.length; at += 1) {
      for (const value of [0x00, 0x34, 0x4a, 0x7f, 0xff]) {
        const broken = Uint8Array.from(bytes)
        broken[at] = value
        expect(() => readIpp(broken)).not.toThrow()
      }
    }
    expect(readIpp(new TextEncoder().encode('<html>'))).toBe(null)
  })

  it('[PR31] with collections in collections without end is refused', () => {
    const open = Array.from({ length: 5000 }, () => [0x4a, 0, 0, 0, 1, 0x78, 0x34, 0, 0, 0, 0]).flat()
    expect(readIpp(Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x34, 0, 1, 0x61, 0, 0, ...open]))).toBe(null)
  })

  it('[P24] names the printer by an address of the protocol and nothing else', () => {
    const at = { host: 'office.local', port: 631, path: '/ipp/print', isSecure: false }
    expect([
      printerUri(at),
      printerUri({ ...at, isSecure: true, port: 443 }),
      printerUri({ ...at, host: 'fe80::1' }),
    ]).toEqual(['ipp://office.local/ipp/print', 'ipps://office.local:443/ipp/print', 'ipp://[fe80::1]/ipp/print'])
    const ids = [1, 2].map(() => ippRequests(at, 0x0200).printerAttributes().requestId)
    expect(ids).toEqual([1, 1])
  })
})
