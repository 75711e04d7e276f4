import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { udpMulticast } from '#main/printing/drivers/discovery/udp-multicast.ts'
import { labelModels } from '#shared/printing/printer-models.ts'
import { decodeEpl } from '#tests/support/epl-decoder.ts'
import { decodeEscpos } from '#tests/support/escpos-decoder.ts'
import { type AnnouncedPrinter, type MdnsResponder, openMdnsResponder } from '#tests/support/mdns-responder.ts'
import { createPrintShop, type PrintShop } from '#tests/support/print-shop.ts'
import { emulated, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink, type PrinterSink } from '#tests/support/printer-sink.ts'
import { decodeTspl } from '#tests/support/tspl-decoder.ts'
import { decodeZpl } from '#tests/support/zpl-commands.ts'

let shop: PrintShop
let sink: PrinterSink
const responders: MdnsResponder[] = []
beforeEach(async () => {
  shop = await createPrintShop()
  sink = await openPrinterSink()
})
afterEach(async () => {
  await shop.app.close()
  await sink.close()
  for (const responder of responders.splice(0)) await responder.close()
})

async function network(...devices: readonly AnnouncedPrinter[]): Promise<void> {
  const responder = await openMdnsResponder(devices)
  responders.push(responder)
  shop.searchWith(udpMulticast({ host: '127.0.0.1', port: responder.port }, () => ['127.0.0.1']))
}

const zebraAt = (address: string): AnnouncedPrinter => ({
  ...{ name: 'Label ZD421', host: 'ZBR4421', address },
  services: [{ type: '_pdl-datastream._tcp.local', port: 9100, text: ['ty=Zebra ZD421', 'UUID=4509a320'] }],
})
const marks = { uuid: '4509a320', serial: null, mac: null, networkName: 'Label ZD421' }
const { label, ...asBought } = labelModels.zebra203
const zebra = { ...asBought, label, name: 'Label ZD421' } as const

describe('a printer in the network', () => {
  test('[PR63][P19] is found when a person asks, added with its marks, and known the next time', async () => {
    await network(zebraAt('10.0.0.12'))
    const { printers } = await shop.local('printer.search', {})
    expect(printers).toMatchObject([{ name: 'Label ZD421', host: '10.0.0.12', language: 'zpl', isKnown: false, marks }])
    const transport = { by: 'tcp', host: '10.0.0.12', port: 9100 } as const
    await shop.local('printer.add', { profile: { ...zebra, transport }, marks })
    expect((await shop.local('printer.search', {})).printers).toMatchObject([{ isKnown: true }])
    expect((await shop.query('printer.list', {})).printers).toMatchObject([{ canBeFound: true }])
  })

  test('[P19] that answers elsewhere is shown where, and nothing is changed before a person says so', async () => {
    const transport = { by: 'tcp', host: '10.0.0.12', port: 9100 } as const
    const { id } = await shop.local('printer.add', { profile: { ...zebra, transport }, marks })
    await network(zebraAt('10.0.0.17'))
    expect(await shop.local('printer.seek', { id })).toEqual({ host: '10.0.0.17' })
    const addresses = async () =>
      (await shop.query('printer.list', {})).printers.map(({ profile }) => profile.transport)
    expect(await addresses()).toEqual([transport])
    await shop.local('printer.change', { id, profile: { ...zebra, transport: { ...transport, host: '10.0.0.17' } } })
    expect(await addresses()).toMatchObject([{ host: '10.0.0.17' }])
    await network({
      ...zebraAt('10.0.0.40'),
      services: [{ type: '_pdl-datastream._tcp.local', port: 9100, text: ['UUID=other'] }],
    })
    expect(await shop.local('printer.seek', { id })).toEqual({ host: null })
  })

  test('[P19] typed in by hand is learnt when it is met, and asks for its address where nothing is known', async () => {
    const transport = { by: 'tcp', host: '10.0.0.12', port: 9100 } as const
    const { id } = await shop.local('printer.add', { profile: { ...zebra, transport } })
    expect(await shop.refusal('local', 'printer.seek', { id })).toMatchObject({ code: 'printer.hasNoMarks' })
    await network(zebraAt('10.0.0.12'))
    await shop.local('printer.search', {})
    await network(zebraAt('10.0.0.99'))
    expect(await shop.local('printer.seek', { id })).toEqual({ host: '10.0.0.99' })
  })
})

describe('the tests of a set-up', () => {
  test('[PR62][P13] a printer that speaks another language is named with what to do, and gets no paper', async () => {
    const transport = { by: 'tcp', host: '127.0.0.1', port: sink.port } as const
    const { id } = await shop.local('printer.add', { profile: { ...zebra, transport } })
    expect(await shop.refusal('local', 'printer.test', { id })).toEqual({
      code: 'printer.speaksOther',
      params: { name: 'Label ZD421', found: 'ESC/POS', set: 'ZPL' },
    })
    expect((await shop.query('printJob.list', {})).rows).toEqual([])
  })

  test('[PR64][P16] a receipt printer prints a line of each width, and one cut', async () => {
    const id = await shop.receiptPrinter(sink)
    for (const what of ['width', 'cut'] as const)
      await shop.settled((await shop.local('printer.test', { id, what })).printJobId)
    const [width, cut] = sink.printed().map((bytes) => decodeEscpos(bytes, emulated(receiptPrinter())))
    expect(width?.lines.filter((line) => line !== '').map((line) => [line.length, line.slice(-2)])).toEqual([
      [32, '<1'],
      [42, '<2'],
      [48, '<3'],
    ])
    expect([width?.cuts, cut?.cuts, width?.drawer, cut?.drawer]).toEqual([1, 1, [], []])
  })

  test('[PR64][P12] a Zebra prints ruler, offset and five labels of different darkness', async () => {
    const labels = await openPrinterSink({ language: 'zpl' })
    const id = await shop.labelPrinter(labels)
    const { levels } = await shop.local('printer.test', { id, what: 'darkness' })
    expect(levels).toEqual([-8, -4, 0, 4, 8])
    for (const what of ['ruler', 'offset'] as const)
      await shop.settled((await shop.local('printer.test', { id, what })).printJobId)
    const all = labels.printed().map((bytes) => decodeZpl(bytes))
    const darkness = all.flatMap(({ commands }) => commands).filter(({ name }) => name === '^MD')
    expect(darkness.map(({ rest }) => rest.split('^')[0]?.trim())).toEqual(['-8', '-4', '0', '4', '8'])
    expect(all.flatMap(({ fields }) => fields).join(' ')).toContain('Beide lijnen staan 10 mm van de rand.')
    await labels.close()
  })

  test('[PR64][P12] so do printers that get dots, each in its own language, and no test that it has not', async () => {
    const quiet = await openPrinterSink({ mode: 'mute' })
    const transport = { by: 'tcp', host: '127.0.0.1', port: quiet.port } as const
    const small = { width: 570, height: 320 }
    const { language: _t, ...tspl } = labelModels.tspl203
    const { language: _e, ...epl } = labelModels.epl203
    const { language: _b, ...brother } = labelModels.brotherQl
    const { id: tsc } = await shop.local('printer.add', {
      profile: { ...tspl, language: 'tspl', name: 'TSC', transport, label: small },
    })
    const { id: eltron } = await shop.local('printer.add', {
      profile: { ...epl, language: 'epl', name: 'LP2844', transport, label: small },
    })
    const { id: ql } = await shop.local('printer.add', {
      profile: { ...brother, language: 'brother', name: 'QL', transport },
    })
    const questions = quiet.printed().length
    const printedBy = async (id: string, what: 'calibrate' | 'darkness') => {
      const { printJobId } = await shop.local('printer.test', { id, what })
      await shop.settled(printJobId)
      return quiet.printed().slice(questions).at(-1) ?? new Uint8Array()
    }
    expect(decodeTspl(await printedBy(tsc, 'calibrate'), 203).commands).toEqual(['SIZE', 'GAP', 'GAPDETECT'])
    expect(
      decodeTspl(await printedBy(tsc, 'darkness'), 203).labels.map(({ settings }) => settings.DENSITY),
    ).toHaveLength(5)
    expect(decodeEpl(await printedBy(eltron, 'calibrate')).commands).toEqual(['q', 'Q', 'xa'])
    expect(await shop.refusal('local', 'printer.test', { id: ql, what: 'darkness' })).toMatchObject({
      code: 'printer.noSuchTest',
    })
    await quiet.close()
  })
})
