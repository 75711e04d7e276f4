import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import {
  type CupsPorts,
  cancelInCups,
  cupsStatus,
  pageOptions,
  rawOptions,
  sendThroughCups,
} from '#main/printing/drivers/cups-sender.ts'
import { ippLimits } from '#main/printing/drivers/ipp/ipp-line.ts'
import { statusOverIpp } from '#main/printing/drivers/ipp/ipp-printer.ts'
import { cancelAtPrinter, sendOverIpp } from '#main/printing/drivers/ipp/ipp-sender.ts'
import { queueWithDriver } from '#main/printing/drivers/raw-queue.ts'
import { programRunner } from '#main/printing/drivers/run-program.ts'
import { nameOfSpooler } from '#main/printing/drivers/spooler-advice.ts'
import { drawPages } from '#main/printing/pdf/draw-pages.ts'
import { type CupsServer, openCupsServer } from '#tests/support/cups-server.ts'
import { shippedFonts } from '#tests/support/print-fonts.ts'
import { officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { openPrinterSink } from '#tests/support/printer-sink.ts'
import { packingSlip } from '#tests/support/sample-pages.ts'

const ports = (limit: number): CupsPorts => ({
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  limit,
  poll: 100,
  run: programRunner(10_000, process.env),
})

/** Started by the first test that gets so far; a computer without it skips them all by name. */
let server: Promise<CupsServer> | null = null
const cups = (context: Pick<TestContext, 'skip'>): Promise<CupsServer> => {
  server ??= openCupsServer(context)
  return server
}
afterAll(async () => {
  await (await server?.catch(() => null))?.close()
})

const paper = (bytes: Uint8Array) => ({ bytes, title: 'Packing slip D26-A00031', copies: 1 })

describe('a real spooler', { timeout: 60_000 }, () => {
  it('[P14] passes bytes of a receipt on untouched, and only claims to have handed them over', async (context) => {
    const { server: address, addRawQueue } = await cups(context)
    const sink = await openPrinterSink({ mode: 'mute' })
    await addRawQueue('Receipt', `socket://127.0.0.1:${sink.port}`)
    const bytes = Uint8Array.from({ length: 9000 }, (_, index) => (index * 7) % 256)
    const outcome = await sendThroughCups(
      { queue: 'Receipt', server: address },
      paper(bytes),
      rawOptions,
      ports(20_000),
    )
    expect(outcome).toMatchObject({ state: 'handed_over', reason: null, bytesSent: 9000 })
    expect(sink.connections.filter((each) => each.length > 0)).toEqual([bytes])
    // The test of a printer tells by the same question whether a driver stands in between.
    const onQueue = (queue: string) => ({
      ...receiptPrinter(),
      transport: { by: 'cups' as const, queue, server: address },
    })
    const { run } = ports(0)
    expect([
      await queueWithDriver(onQueue('Receipt'), run, null),
      await queueWithDriver(onQueue('Office'), run, null),
    ]).toEqual([null, 'Office'])
    const [host = '', port] = address.split(':')
    expect(await nameOfSpooler({ host, port: Number(port) }, 2000)).toMatch(/^CUPS\/\d/u)
    await sink.close()
  })

  it('[P19][bad input 93][PR89] passes nothing on to another device that was put behind the same name', async (context) => {
    const { server: address, addRawQueue } = await cups(context)
    const [own, other] = [await openPrinterSink({ mode: 'mute' }), await openPrinterSink({ mode: 'mute' })]
    const queue = { queue: 'Balie', server: address }
    await addRawQueue('Balie', `socket://127.0.0.1:${own.port}/?contimeout=30`)
    const { behind } = await cupsStatus(queue, ports(0))
    expect(behind).toBe(`socket://127.0.0.1:${own.port}`)
    const send = () => sendThroughCups({ ...queue, behind }, paper(new Uint8Array(90)), rawOptions, ports(20_000))
    expect(await send()).toMatchObject({ state: 'handed_over', bytesSent: 90 })
    await addRawQueue('Balie', `socket://127.0.0.1:${other.port}`)
    const detail = `socket://127.0.0.1:${other.port}`
    expect(await send()).toMatchObject({ state: 'failed_before_send', reason: 'otherPrinter', detail, bytesSent: 0 })
    expect(await cupsStatus({ ...queue, behind }, ports(0))).toMatchObject({ reason: 'otherPrinter', detail })
    expect([own, other].map(({ connections }) => connections.filter((each) => each.length > 0).length)).toEqual([1, 0])
    const lost = { queue: 'Nergens', server: address, behind }
    const missing = { reason: 'queueMissing', detail: 'Nergens' }
    expect(await cupsStatus(lost, ports(0))).toMatchObject(missing)
    expect(await sendThroughCups(lost, paper(new Uint8Array(9)), rawOptions, ports(0))).toMatchObject(missing)
    await own.close()
    await other.close()
  })

  it('[P1][PRN-01] prints every page of a batch on an office printer and hears that it is done', async (context) => {
    const { server: address, officePapers } = await cups(context)
    const profile = officePrinter({ by: 'cups', queue: 'Office', server: address })
    const { bytes } = await drawPages([packingSlip('D1'), packingSlip('D2', 40)], shippedFonts())
    const outcome = await sendThroughCups(
      { queue: 'Office', server: address },
      paper(bytes),
      pageOptions(profile),
      ports(20_000),
    )
    expect(outcome).toMatchObject({ state: 'printed', reason: null })
    const [received] = await officePapers()
    const pages = async (file: Uint8Array) =>
      (await PDFDocument.load(file))
        .getPages()
        .map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())])
    // The spooler may write the file anew; its pages are what must be the same.
    expect(await pages(received ?? new Uint8Array())).toEqual(await pages(bytes))
  })

  it('[P1] knows that a printer which is not there has printed nothing yet, and takes the paper back', async (context) => {
    const { server: address, addRawQueue } = await cups(context)
    await addRawQueue('Dead', 'socket://127.0.0.1:9')
    const outcome = await sendThroughCups(
      { queue: 'Dead', server: address },
      paper(new Uint8Array(10)),
      rawOptions,
      ports(2500),
    )
    expect(outcome).toMatchObject({ state: 'unknown', reference: expect.stringMatching(/^Dead-\d+$/u) })
    expect(['stillInQueue', 'offline', 'paused']).toContain(outcome.reason)
    expect(await cancelInCups(outcome.reference ?? '', address, ports(0))).toBe(true)
  })

  it('[P9] names the paper that an office printer waits for', async (context) => {
    const { server: address, officeFault } = await cups(context)
    await officeFault('media-empty-error')
    const profile = officePrinter({ by: 'cups', queue: 'Office', server: address })
    const { bytes } = await drawPages([packingSlip('D3')], shippedFonts())
    const outcome = await sendThroughCups(
      { queue: 'Office', server: address },
      paper(bytes),
      pageOptions(profile),
      ports(3000),
    )
    await officeFault(null)
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'paperOut' })
  })

  it('[P1][P15] is not needed: the office printer takes a page from us directly and says that it is done', async (context) => {
    const { officePort, officePapers, officeFault } = await cups(context)
    await officeFault(null)
    const to = { by: 'ipp', host: 'localhost', port: officePort, path: '/ipp/print', isSecure: false } as const
    const look = () => statusOverIpp({ ...to, identity: null })
    // What an earlier test left in it comes out first.
    await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe('ready')
    const { identity } = await look()
    expect(identity?.uuid).toMatch(/^urn:uuid:/u)
    const transport = { ...to, identity: identity ?? null }
    const profile = officePrinter(transport)
    const { bytes } = await drawPages([packingSlip('D4')], shippedFonts())
    const before = (await officePapers()).length
    const limits = { ...ippLimits, job: 20_000, poll: 100 }
    const sending = { now: () => 1, limits, beforeFirstByte: () => undefined }
    const outcome = await sendOverIpp(transport, profile, { ...paper(bytes), copies: 2 }, sending)
    expect(outcome).toMatchObject({ state: 'printed', reason: null, bytesSent: bytes.length })
    // It prints on one side only, and says so.
    const twoSided = { ...profile, sides: 'two-sided-long-edge' as const }
    expect(await sendOverIpp(transport, twoSided, paper(bytes), sending)).toMatchObject({
      state: 'failed_before_send',
      reason: 'settingNotSupported',
      detail: 'sides: two-sided-long-edge',
    })
    const received = (await officePapers()).slice(before)
    expect(received.map((each) => Buffer.compare(each, bytes))).toEqual([0])
    await officeFault('media-empty-error')
    const held = await sendOverIpp(transport, profile, paper(bytes), { ...sending, limits: { ...limits, job: 2000 } })
    expect(held).toMatchObject({ state: 'unknown', reason: 'paperOut' })
    expect(await statusOverIpp(transport)).toMatchObject({ state: 'blocked', reason: 'paperOut' })
    expect(await cancelAtPrinter(transport, Number(held.reference), limits)).toBe(true)
    await officeFault(null)
  })

  it('[P2] says at once that there is no such queue', async (context) => {
    const { server: address } = await cups(context)
    const outcome = await sendThroughCups(
      { queue: 'Nowhere', server: address },
      paper(new Uint8Array(10)),
      rawOptions,
      ports(1000),
    )
    expect(outcome).toMatchObject({ state: 'failed_before_send', reason: 'queueMissing', bytesSent: 0 })
  })
})
