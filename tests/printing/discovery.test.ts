import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { dnsQuestion, readDnsAnswer, recordTypes } from '#main/printing/drivers/discovery/dns-message.ts'
import { searchNetwork } from '#main/printing/drivers/discovery/network-search.ts'
import { udpMulticast } from '#main/printing/drivers/discovery/udp-multicast.ts'
import { isSamePrinter, languageOf } from '#shared/printing/found-printer.ts'
import {
  type AnnouncedPrinter,
  dnsAnswer,
  dnsRecord,
  type MdnsResponder,
  nameOf,
  openMdnsResponder,
} from '#tests/support/mdns-responder.ts'

const raw = '_pdl-datastream._tcp.local'
const ipp = '_ipp._tcp.local'

const zebra: AnnouncedPrinter = {
  name: 'Label ZD421 (hal 2.1)',
  host: 'ZBR4421',
  address: '10.0.0.12',
  services: [{ type: raw, port: 9100, text: ['txtvers=1', 'ty=Zebra ZD421-203dpi', 'UUID=4509a320-00a0'] }],
}
const kyocera: AnnouncedPrinter = {
  name: 'Büro 1',
  host: 'BRW008092aabbcc',
  address: '10.0.0.30',
  isTerse: true,
  services: [
    {
      type: ipp,
      port: 631,
      text: ['rp=ipp/print', 'ty=Kyocera ECOSYS', 'pdl=application/pdf,image/urf', 'usb_SER=VA12'],
    },
    { type: raw, port: 9100, text: ['ty=Kyocera ECOSYS', 'pdl=application/pdf'] },
    { type: '_printer._tcp.local', port: 0 },
  ],
}

const open: MdnsResponder[] = []
afterEach(async () => {
  for (const responder of open.splice(0)) await responder.close()
})

async function found(devices: readonly AnnouncedPrinter[], noise: readonly Uint8Array[] = []) {
  const responder = await openMdnsResponder(devices, noise)
  open.push(responder)
  const openMulticast = udpMulticast({ host: '127.0.0.1', port: responder.port }, () => ['127.0.0.1'])
  const printers = await searchNetwork({ openMulticast, rounds: [0, 60, 120, 180] })
  return { printers, questions: responder.questions }
}

describe('printers in the network', () => {
  it('[PR63][P19] are found with name, model, address, ways and what tells them apart', async () => {
    const { printers } = await found([zebra, kyocera])
    expect(printers).toEqual([
      {
        ...{ name: 'Büro 1', model: 'Kyocera ECOSYS', host: '10.0.0.30', language: 'pdf' },
        ways: expect.arrayContaining([
          { by: 'ipp', port: 631, path: '/ipp/print' },
          { by: 'raw', port: 9100, path: null },
        ]),
        marks: { uuid: null, serial: 'VA12', mac: '008092aabbcc', networkName: 'Büro 1' },
      },
      {
        ...{ name: 'Label ZD421 (hal 2.1)', model: 'Zebra ZD421-203dpi', host: '10.0.0.12', language: 'zpl' },
        ways: [{ by: 'raw', port: 9100, path: null }],
        marks: { uuid: '4509a320-00a0', serial: null, mac: null, networkName: 'Label ZD421 (hal 2.1)' },
      },
    ])
    expect(printers[0]?.ways).toHaveLength(2)
  })

  it('[PR63] are asked for by the four kinds of service, and further only for what they left out', async () => {
    const { questions } = await found([zebra])
    expect(new Set(questions)).toEqual(
      new Set(['_pdl-datastream._tcp.local 12', '_ipp._tcp.local 12', '_ipps._tcp.local 12', '_printer._tcp.local 12']),
    )
    expect((await found([kyocera])).questions).toEqual(
      expect.arrayContaining(['Büro 1._ipp._tcp.local 33', 'Büro 1._ipp._tcp.local 16', 'BRW008092aabbcc.local 1']),
    )
  })

  it('[PR63] noise on the same line changes nothing, and an empty network is an empty list in the same time', async () => {
    const loop = Uint8Array.from([0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0xc0, 0x0c])
    const noise = [loop, Uint8Array.of(), new Uint8Array(8000).fill(0xff), Buffer.from('HTTP/1.1 200 OK\r\n\r\n')]
    expect((await found([zebra], noise)).printers).toHaveLength(1)
    const began = performance.now()
    expect((await found([])).printers).toEqual([])
    expect(performance.now() - began).toBeGreaterThan(170)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('[PR63] a thousand that shout at once are asked about a few at a time', async () => {
    const crowd = Array.from({ length: 40 }, (_, packet) =>
      dnsAnswer(
        Array.from({ length: 25 }, (_unused, each) =>
          dnsRecord(raw.split('.'), recordTypes.ptr, nameOf([`Printer ${packet} ${each}`, ...raw.split('.')])),
        ),
      ),
    )
    const { questions } = await found([], crowd)
    expect(questions.length).toBeGreaterThan(3 * 4)
    expect(questions.length).toBeLessThanOrEqual(3 * 4 + 2 * 20 * 2)
  })
})

describe('a message from the network', () => {
  const head = (answers: number) => [0, 0, 0x84, 0, 0, 0, 0, answers, 0, 0, 0, 0]

  it('[PR63] is read with names that point back', () => {
    const service = nameOf(raw.split('.'))
    const message = Uint8Array.from([
      ...head(1),
      ...service,
      ...[0, recordTypes.ptr, 0, 1, 0, 0, 0, 9, 0, 5],
      ...[2, 0x5a, 0x44, 0xc0, 12],
    ])
    expect(readDnsAnswer(message)).toEqual([{ type: 'ptr', name: raw, target: `ZD.${raw}` }])
  })

  it.each([
    ['a name that points at itself', [...head(1), 0xc0, 0x0c, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0]],
    ['a name that points forward', [...head(1), 0xc0, 0x20, ...new Array(40).fill(0)]],
    ['a name that points into the head', [...head(1), 0xc0, 0x02, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0]],
    ['a label beyond the end', [...head(1), 63, 0x41]],
    ['a name without an end', [...head(1), ...new Array(400).fill([1, 0x41]).flat()]],
    ['a record longer than the message', [...head(1), 0, 0, 16, 0, 1, 0, 0, 0, 0, 0xff, 0xff]],
    ['more records than anyone has', [0, 0, 0x84, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
    ['an address of five bytes', [...head(1), 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 5, 1, 2, 3, 4, 5]],
    ['a text beyond its record', [...head(1), 0, 0, 16, 0, 1, 0, 0, 0, 0, 0, 2, 200, 0x41]],
    ['a question', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['nothing', []],
  ])('[PR63][item 90] is none: %s', (_, bytes) => {
    expect(readDnsAnswer(Uint8Array.from(bytes))).toBeNull()
  })

  it('[PR63] pointers that go back and back are followed a few times and no more', () => {
    // Each name is one label and a pointer to the name before it.
    const bytes = [...head(40), ...nameOf(['x'])]
    let before = 12
    for (let each = 0; each < 30; each += 1) {
      bytes.push(...[0, 99, 0, 1, 0, 0, 0, 0, 0, 0])
      const here = bytes.length
      bytes.push(1, 0x61, 0xc0 | (before >> 8), before & 255)
      before = here
    }
    expect(readDnsAnswer(Uint8Array.from(bytes))).toBeNull()
  })

  it('[PR63][item 90] of any bytes whatever ends, and neither throws nor gives controls', () => {
    const real = dnsAnswer([
      dnsRecord(raw.split('.'), recordTypes.ptr, nameOf(['A\u001b[2J\n', ...raw.split('.')])),
      dnsRecord(['A'], recordTypes.txt, [5, 0x74, 0x79, 0x3d, 0x1b, 0x0a]),
    ])
    const mutated = fc
      .tuple(fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 6 }), fc.nat(real.length))
      .map(([changes, length]) => {
        const bytes = Uint8Array.from(real)
        for (const [at, value] of changes) bytes[at] = value
        return bytes.subarray(0, Math.max(length, 12))
      })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), mutated), (bytes) => {
        expect(JSON.stringify(readDnsAnswer(bytes) ?? [])).not.toMatch(/\\u00[01]|\\n|\\r/u)
      }),
      { numRuns: 4000 },
    )
  })

  it('[PR63] names with dots and signs are asked for as they are', () => {
    const asked = dnsQuestion(['Label 2\\.1._ipp._tcp.local'], recordTypes.srv)
    expect([...asked.subarray(12)]).toEqual([
      ...nameOf(['Label 2.1', '_ipp', '_tcp', 'local']),
      ...[0, recordTypes.srv, 0x80, 1],
    ])
  })
})

describe('what a found printer is', () => {
  it.each([
    ['Zebra ZD421-203dpi', [], 'zpl'],
    ['TSC TE210', [], 'tspl'],
    ['Zebra LP 2844', [], 'epl'],
    ['Brother QL-820NWB', ['application/vnd.brother-hbp'], 'brother'],
    ['EPSON TM-T88VI', [], 'escpos'],
    ['Star TSP143', [], 'escpos'],
    ['HP LaserJet M404', ['application/pdf,image/pwg-raster'], 'pdf'],
    ['Something', [], null],
  ] as const)('[PR63] %s', (model, reads, language) => {
    expect(languageOf(model, reads)).toBe(language)
  })

  it('[P19] the strongest mark that both have decides, and the name only where there is no other', () => {
    const none = { uuid: null, serial: null, mac: null, networkName: null }
    const named = { ...none, networkName: 'ZD421' }
    expect(isSamePrinter({ ...named, uuid: 'a' }, { ...named, uuid: 'b' })).toBe(false)
    expect(isSamePrinter({ ...named, uuid: 'urn:uuid:A' }, { ...none, uuid: 'a' })).toBe(true)
    expect(isSamePrinter({ ...named, serial: '1' }, { ...named, mac: 'aabb' })).toBe(true)
    expect(isSamePrinter({ ...none, serial: '1' }, named)).toBe(false)
    expect(isSamePrinter(none, none)).toBe(false)
  })
})
