import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ippLimits } from '#main/printing/drivers/ipp/ipp-line.ts'
import { attribute, type IppAttribute, ippTag } from '#main/printing/drivers/ipp/ipp-message.ts'
import { type IppTransport, statusOverIpp } from '#main/printing/drivers/ipp/ipp-printer.ts'
import { cancelAtPrinter, sendOverIpp } from '#main/printing/drivers/ipp/ipp-sender.ts'
import { withIdentity } from '#shared/printing/printer-identity.ts'
import type { PdfProfile } from '#shared/printing/printer-profile.ts'
import { type IppFault, type IppPrinter, type IppPrinterOptions, openIppPrinter } from '#tests/support/ipp-printer.ts'
import { officePrinter } from '#tests/support/printer-profiles.ts'

const opened: IppPrinter[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})
async function start(options: IppPrinterOptions = {}): Promise<IppPrinter> {
  const printer = await openIppPrinter(options)
  opened.push(printer)
  return printer
}

const limits = {
  ...ippLimits,
  connect: 500,
  stall: 250,
  answer: 300,
  documentAnswer: 300,
  busy: 150,
  job: 250,
  poll: 15,
}
const bytes = new Uint8Array(400_000).fill(37)
const paper = { bytes, title: 'Packing slip\u0000 26-A04831', copies: 2 }
const to = (printer: Pick<IppPrinter, 'port'>, change: Partial<IppTransport> = {}): IppTransport => ({
  ...{ by: 'ipp', host: '127.0.0.1', port: printer.port, path: '/ipp/print', isSecure: false, identity: null },
  ...change,
})
const page = { media: 'A4', sides: 'two-sided-long-edge', colour: 'monochrome', tray: null } as const
const send = (
  printer: IppPrinter,
  profile: Pick<PdfProfile, 'media' | 'sides' | 'colour' | 'tray'> = page,
  transport = to(printer),
  beforeFirstByte = () => undefined,
) => sendOverIpp(transport, profile, paper, { now: () => 7, limits, beforeFirstByte })
const none = { bytesSent: 0, firstByteAt: null }

describe('a page straight to a network printer', () => {
  it('[P1] is printed when the printer says that it completed it successfully, and arrives whole', async () => {
    const printer = await start()
    const journal: number[] = []
    const outcome = await send(printer, page, to(printer), () => {
      journal.push(printer.jobs.filter((job) => job.document !== null).length)
    })
    expect(outcome).toEqual({
      state: 'printed',
      reason: null,
      bytesSent: 400_000,
      bytesTotal: 400_000,
      firstByteAt: 7,
      reference: '41',
      detail: null,
    })
    expect(printer.jobs).toMatchObject([{ name: 'Packing slip 26-A04831' }])
    expect(Buffer.compare(printer.jobs[0]?.document ?? bytes.subarray(1), bytes)).toBe(0)
    // Nothing of it had left when the journal was written (P5).
    expect(journal).toEqual([0])
  })

  it.each<[IppFault, string, string | null]>([
    ['aborts', 'unknown', 'abortedAtPrinter'],
    ['cancels', 'unknown', 'cancelledAtPrinter'],
    ['withErrors', 'unknown', 'printerError'],
    ['withoutWord', 'handed_over', null],
    ['forgets', 'handed_over', null],
    ['mediaEmpty', 'unknown', 'paperOut'],
  ])('[P1] whose job %s is %s', async (fault, state, reason) => {
    const printer = await start({ fault })
    expect(await send(printer)).toMatchObject({ state, reason, bytesSent: 400_000, reference: '41' })
  })

  it('[P1] whose answer gets lost is asked after, and printed by the printer’s word', async () => {
    const printer = await start({ fault: 'answerLost' })
    expect(await send(printer)).toMatchObject({ state: 'printed', reason: null, reference: '41' })
    expect(printer.jobs).toHaveLength(1)
    // A printer that only knows Print-Job gives the number in the answer: the job is found by its name.
    const simple = await start({
      fault: 'answerLost',
      says: { 'operations-supported': attribute(ippTag.enum, 'operations-supported', 2, 4, 8, 9, 10, 11) },
    })
    expect(await send(simple)).toMatchObject({ state: 'printed', reference: '41' })
    expect(simple.asked).not.toContain(5)
  })

  /** More than the system's own buffers take. */
  const large = { ...paper, bytes: new Uint8Array(12_000_000) }
  const sendLarge = (printer: IppPrinter) =>
    sendOverIpp(to(printer), page, large, { now: () => 7, limits, beforeFirstByte: () => undefined })

  it('[P2] whose line breaks in the middle is unknown, and the rest of it is called off', async () => {
    const printer = await start({ fault: 'resetMidDocument' })
    const outcome = await sendLarge(printer)
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'connectionReset', reference: '41' })
    expect(outcome.bytesSent).toBeGreaterThan(0)
    expect(outcome.bytesSent).toBeLessThan(large.bytes.length)
    expect(printer.jobs).toMatchObject([{ document: null, state: 7 }])
  })

  it('[P2] whose line breaks when the system has taken all of it is unknown too', async () => {
    const printer = await start({ fault: 'resetMidDocument' })
    expect(await send(printer)).toMatchObject({ state: 'unknown', reason: 'connectionReset', bytesSent: 400_000 })
  })

  it('[P7] that the printer takes no more of is given up at the stall limit', async () => {
    const printer = await start({ fault: 'stalls' })
    const outcome = await sendLarge(printer)
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'stalled' })
    expect(outcome.bytesSent).toBeLessThan(large.bytes.length)
  })

  it.each<[IppFault, string]>([
    ['hangs', 'notAnswering'],
    ['nonsense', 'notUnderstood'],
    ['password', 'notAllowed'],
    ['refuses', 'settingNotSupported'],
    ['substitutes', 'settingNotSupported'],
    ['busyForEver', 'busy'],
  ])('[P2] to a printer that %s has not left at all', async (fault, reason) => {
    const printer = await start({ fault })
    expect(await send(printer)).toMatchObject({ state: 'failed_before_send', reason, ...none })
    expect(printer.jobs).toEqual([])
  })

  it('[P2] that nobody answers to has not left at all', async () => {
    const printer = await start()
    await printer.close()
    expect(await send(printer)).toMatchObject({ state: 'failed_before_send', reason: 'connectionRefused', ...none })
  })

  it('[P2] that the printer refuses once it has seen it was not printed, and is not sent again by itself', async () => {
    const printer = await start({ fault: 'formatError' })
    const outcome = await send(printer)
    expect(outcome).toMatchObject({ state: 'failed_before_send', reason: 'formatNotSupported', bytesSent: 400_000 })
    expect(printer.jobs[0]?.state).toBe(7)
  })

  it('[P5] that was withdrawn while its printer was reached leaves no job behind', async () => {
    const printer = await start()
    const withdraw = () => {
      throw new Error('withdrawn')
    }
    await expect(send(printer, page, to(printer), withdraw)).rejects.toThrow('withdrawn')
    expect(printer.jobs).toMatchObject([{ document: null, state: 7 }])
  })

  it('[P6] waits for a printer that is busy with another station’s', async () => {
    const printer = await start({ fault: 'busyTwice' })
    expect(await send(printer)).toMatchObject({ state: 'printed' })
  })

  it('[P13] never reaches a printer that does not read PDF', async () => {
    const formats = attribute(ippTag.mimeType, 'document-format-supported', 'image/urf', 'image/pwg-raster')
    const printer = await start({ says: { 'document-format-supported': formats } })
    expect(await send(printer)).toMatchObject({
      state: 'failed_before_send',
      reason: 'formatNotSupported',
      detail: 'image/urf, image/pwg-raster',
      ...none,
    })
  })

  it('[PR31] is sent in the older version to a printer that speaks no other', async () => {
    const printer = await start({ isOld: true })
    expect(await send(printer)).toMatchObject({ state: 'printed' })
  })

  it('[P24] is taken back by its number', async () => {
    const printer = await start({ fault: 'mediaEmpty' })
    await send(printer)
    expect([await cancelAtPrinter(to(printer), 41, limits), await cancelAtPrinter(to(printer), 99, limits)]).toEqual([
      true,
      false,
    ])
    expect(printer.jobs[0]?.state).toBe(7)
  })
})

describe('the settings of a page', () => {
  const settingsOf = (printer: IppPrinter) =>
    Object.fromEntries((printer.jobs[0]?.settings ?? []).map(({ name, values }) => [name, values[0]]))

  it('[P15] are all said, none left to the printer', async () => {
    const printer = await start()
    await send(printer)
    expect(settingsOf(printer)).toEqual({
      media: 'iso_a4_210x297mm',
      sides: 'two-sided-long-edge',
      copies: 2,
      'multiple-document-handling': 'separate-documents-collated-copies',
      'print-color-mode': 'monochrome',
      'print-scaling': 'none',
      'number-up': 1,
      'printer-resolution': { across: 600, along: 600, unit: 3 },
    })
  })

  it('[P15] name a tray together with its sheet', async () => {
    const printer = await start()
    await send(printer, { ...page, tray: 'tray-2' })
    const { media, 'media-col': chosen } = settingsOf(printer)
    expect(media).toBe(undefined)
    expect(chosen).toEqual({
      members: [
        attribute(ippTag.collection, 'media-size', {
          members: [attribute(ippTag.integer, 'x-dimension', 21_000), attribute(ippTag.integer, 'y-dimension', 29_700)],
        }),
        attribute(ippTag.keyword, 'media-source', 'tray-2'),
      ],
    })
  })

  it.each([
    [{ media: 'A5' }, 'media: iso_a5_148x210mm'],
    [{ tray: 'tray-9' }, 'media-source: tray-9 (auto, tray-1, tray-2)'],
  ])('[P15] that the printer does not have refuse the paper: %o', async (change, detail) => {
    const printer = await start()
    expect(await send(printer, { ...page, ...change })).toMatchObject({
      state: 'failed_before_send',
      reason: 'settingNotSupported',
      detail,
      ...none,
    })
  })

  it('[P15] both sides never come out on one', async () => {
    const printer = await start({ says: { 'sides-supported': null } })
    expect(await send(printer)).toMatchObject({ reason: 'settingNotSupported', detail: 'sides: two-sided-long-edge' })
  })
})

describe('what a network printer says of itself', () => {
  const says = (state: number, ...reasons: readonly string[]): Record<string, IppAttribute> => ({
    'printer-state': attribute(ippTag.enum, 'printer-state', state),
    'printer-state-reasons': attribute(ippTag.keyword, 'printer-state-reasons', ...reasons),
  })
  it.each([
    [3, 'none', 'ready', null],
    [4, 'none', 'busy', null],
    [5, 'media-empty-error', 'blocked', 'paperOut'],
    [4, 'media-empty-warning', 'blocked', 'paperOut'],
    [4, 'media-needed-report', 'blocked', 'paperOut'],
    [3, 'cover-open-warning', 'blocked', 'coverOpen'],
    [3, 'door-open-report', 'blocked', 'coverOpen'],
    [5, 'media-jam-error', 'blocked', 'printerError'],
    [5, 'toner-empty', 'blocked', 'printerError'],
    [3, 'offline-report', 'blocked', 'offline'],
    [5, 'none', 'blocked', 'printerError'],
  ])('[P9] state %i with %s is %s %s', async (number, word, state, reason) => {
    const printer = await start({ says: says(number, word) })
    expect(await statusOverIpp(to(printer), limits)).toMatchObject({ state, reason, isPaperLow: false })
    if (reason !== null) {
      expect(await send(printer)).toMatchObject({ state: 'failed_before_send', reason, ...none })
      expect(printer.jobs).toEqual([])
    }
  })

  it('[P9] one empty tray of several is only a hint', async () => {
    const printer = await start({ says: says(3, 'media-empty-warning') })
    expect(await statusOverIpp(to(printer), limits)).toMatchObject({ state: 'ready', isPaperLow: true })
    expect(await send(printer)).toMatchObject({ state: 'printed' })
  })

  it('[P9] that it is not there, or something else', async () => {
    const printer = await start({ fault: 'hangs' })
    expect(await statusOverIpp(to(printer), limits)).toMatchObject({ state: 'unreachable', reason: 'notAnswering' })
    printer.fault = 'nonsense'
    expect(await statusOverIpp(to(printer), limits)).toMatchObject({ state: 'blocked', reason: 'notUnderstood' })
  })
})

describe('[P19][bad input 93] who a network printer is', () => {
  const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/lan-cloud', name), 'utf8')

  it('is kept at the first contact and never changed by itself', async () => {
    const printer = await start()
    const { identity } = await statusOverIpp(to(printer), limits)
    expect(identity).toEqual({ uuid: printer.uuid, certificate: null })
    const profile = officePrinter(to(printer))
    const known = withIdentity(profile, identity)
    expect(known).toEqual({ ...profile, transport: { ...profile.transport, identity } })
    expect(known && withIdentity(known, { uuid: 'urn:uuid:2', certificate: null })).toBe(null)
    expect(withIdentity(profile, { uuid: null, certificate: null })).toBe(null)
  })

  it('keeps papers from another printer that got its address', async () => {
    const printer = await start()
    const identity = { uuid: printer.uuid, certificate: null }
    printer.uuid = 'urn:uuid:00000000-0000-4000-8000-000000000002'
    const transport = to(printer, { identity })
    expect(await send(printer, page, transport)).toMatchObject({
      state: 'failed_before_send',
      reason: 'otherPrinter',
      detail: printer.uuid,
      ...none,
    })
    expect(await statusOverIpp(transport, limits)).toMatchObject({ state: 'blocked', reason: 'otherPrinter' })
    expect(await cancelAtPrinter(transport, 41, limits)).toBe(false)
  })

  it('is told by its certificate too, before a word is said to it', async () => {
    const certificate = { key: fixture('server.key'), cert: fixture('server.pem') }
    const printer = await start({ certificate })
    const { identity } = await statusOverIpp(to(printer, { isSecure: true }), limits)
    expect(identity?.certificate).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/u)
    const known = to(printer, { isSecure: true, identity: identity ?? null })
    expect(await send(printer, page, known)).toMatchObject({ state: 'printed' })
    const before = printer.asked.length
    const other = { ...known, identity: { uuid: printer.uuid, certificate: 'AA:BB' } }
    expect(await send(printer, page, other)).toMatchObject({ state: 'failed_before_send', reason: 'otherPrinter' })
    expect(printer.asked).toHaveLength(before)
  })
})
