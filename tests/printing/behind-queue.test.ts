import { describe, expect, it } from 'vitest'
import { behindCupsQueue, behindWindowsQueue } from '#main/printing/drivers/behind-queue.ts'
import { type CupsPorts, cupsStatus, rawOptions, sendThroughCups } from '#main/printing/drivers/cups-sender.ts'
import { openPrinter, type PrinterPorts } from '#main/printing/drivers/printer-driver.ts'
import type { ProgramResult } from '#main/printing/drivers/run-program.ts'
import { sumatraArguments } from '#main/printing/drivers/windows/windows-pages.ts'
import { winspoolBy } from '#main/printing/drivers/windows/winspool.ts'
import { isOtherBehind, withBehind, withoutIdentity } from '#shared/printing/printer-identity.ts'
import { type PrinterProfile, printerProfileSchema } from '#shared/printing/printer-profile.ts'
import { labelPrinter, officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { windowsStandIn } from '#tests/support/windows-spooler.ts'

const answer = (out: string, change: Partial<ProgramResult> = {}): ProgramResult => ({
  ...{ code: 0, isMissing: false, out, error: '' },
  ...change,
})
const gone = answer('', { code: 1, error: 'lpstat: Invalid destination name in list "Bon".' })
const idle = 'printer Bon is idle.  enabled since today\n\tForm mounted:\n\tAlerts: none\n'
const [epson, laser] = ['usb://EPSON/TM-T88V?serial=J7', 'ipps://office.local:631/ipp/print']
const paper = { bytes: new TextEncoder().encode('\u001b@Bon'), title: 'Bon', copies: 1 }

/** A spooler with one queue; `device` is what stands behind it, or how asking for it ends. */
function spooler(device: string | ProgramResult) {
  const calls: string[][] = []
  const said = typeof device === 'string' ? answer(`device for Bon: ${device}\n`) : device
  const ports: CupsPorts = {
    ...{ now: () => 0, wait: () => Promise.resolve(), limit: 0, poll: 1 },
    run: async (program, args) => {
      calls.push([program, ...args])
      if (program === 'lp') return answer('request id is Bon-7 (1 file(s))\n')
      if (args.includes('-o')) return answer('')
      return args.includes('-p') && said.code === 0 ? { ...said, out: idle + said.out } : said
    },
  }
  const all: PrinterPorts = {
    ...{ now: () => 0, cups: ports, platform: 'linux' as const, windows: null },
    devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
  }
  return { calls, ports, all, papers: () => calls.filter(([program]) => program === 'lp') }
}
const bon = (behind?: string) => ({ queue: 'Bon', server: null, ...(behind === undefined ? {} : { behind }) })

describe('what stands behind a queue', () => {
  it.each([
    [laser, laser],
    ['socket://10.0.0.9:9100/?contimeout=30&waiteof=false', 'socket://10.0.0.9:9100'],
    ['ipp://femke:geheim%40@10.0.0.9/ipp/print?waitjob=false', 'ipp://10.0.0.9/ipp/print'],
    ['smb://SHOP\\femke:geheim@server/Bon', 'smb://server/Bon'],
    ['usb://EPSON/TM-T88V?serial=J7&interface=1', epson],
    ['hp:/net/LaserJet?queue=false&ip=10.0.0.9', 'hp:/net/LaserJet?ip=10.0.0.9'],
    ['dnssd://Kyocera%20%40%20shop._ipp._tcp.local/?uuid=0000-A1&print=1', 'urn:uuid:0000-a1'],
    ['ipp://10.0.0.4/ipp?uuid=urn:uuid:0000-A1', 'urn:uuid:0000-a1'],
    ['/dev/null', '/dev/null'],
  ])('[P19][bad input 93][PR89] of %s is %s', (address, behind) => {
    expect(behindCupsQueue(`device for Bon: ${address}\n`)).toBe(behind)
    expect(behindCupsQueue(`${idle}device for Bon: ${address}\n`)).toBe(behind)
  })

  it('[P19][bad input 93][PR89] is driver and port on Windows, and nothing where nothing is said', () => {
    expect(behindWindowsQueue({ driver: 'EPSON TM-T88V', port: 'USB001' })).toBe('EPSON TM-T88V (USB001)')
    expect([behindWindowsQueue({ driver: '', port: '' }), behindCupsQueue(idle), behindCupsQueue('')]).toEqual([
      ...[null, null, null],
    ])
    // However long it is, the printer that keeps it can be read again.
    const long = behindCupsQueue(`device for Bon: file:/${'x'.repeat(5000)}`) ?? ''
    const kept = withBehind(officePrinter({ by: 'cups', queue: 'Bon', server: null }), long)
    expect(printerProfileSchema.safeParse(kept).success).toBe(true)
  })

  it('[P19][bad input 93][PR89] is kept once, on queues only, and given up when a person says so', () => {
    const queues: PrinterProfile[] = [
      officePrinter({ by: 'cups', queue: 'Bon', server: null }),
      { ...receiptPrinter(), transport: { by: 'windows', queue: 'Bon' } },
      { ...labelPrinter(), transport: { by: 'cups', queue: 'Bon', server: null } },
    ]
    for (const profile of queues) {
      const known = withBehind(profile, epson)
      expect(known).toEqual({ ...profile, transport: { ...profile.transport, behind: epson } })
      expect([known && withBehind(known, laser), withBehind(profile, undefined)]).toEqual([null, null])
      expect(known && withoutIdentity(known)).toEqual(profile)
    }
    expect(withBehind(receiptPrinter(), epson)).toBe(null)
    expect(withoutIdentity(receiptPrinter())).toEqual(receiptPrinter())
    expect([isOtherBehind(undefined, laser), isOtherBehind(epson, epson), isOtherBehind(epson, null)]).toEqual([
      ...[false, false, true],
    ])
  })
})

describe('a queue of CUPS behind which something else was put', () => {
  it('[P19][bad input 93][PR89] says at the first contact what stands there, in the same question as its state', async () => {
    const { ports, calls } = spooler(epson)
    expect(await cupsStatus(bon(), ports)).toMatchObject({ state: 'ready', behind: epson })
    expect(calls).toEqual([['lpstat', '-l', '-p', 'Bon', '-v', 'Bon']])
    expect(await cupsStatus(bon(epson), ports)).toMatchObject({ state: 'ready', reason: null })
  })

  it.each([
    [laser, 'otherPrinter', laser],
    [answer('nothing that says it\n'), 'otherPrinter', null],
    [gone, 'queueMissing', 'Bon'],
    [answer('', { code: null, isMissing: true }), 'spoolerMissing', null],
    [answer('', { code: null, error: 'took too long' }), 'unreachable', 'took too long'],
  ])('[P19][bad input 93][PR89] gets nothing and is not journalled as sending: %o', async (device, reason, detail) => {
    const { ports, papers } = spooler(device)
    let isJournalled = false
    const journal = () => {
      isJournalled = true
    }
    expect(await sendThroughCups(bon(epson), paper, rawOptions, ports, journal)).toMatchObject({
      ...{ state: 'failed_before_send', reason, detail, bytesSent: 0, firstByteAt: null },
    })
    expect([papers(), isJournalled]).toEqual([[], false])
    expect(await cupsStatus(bon(epson), ports)).toMatchObject({ reason, detail })
    expect(await cupsStatus(bon(epson), ports)).not.toHaveProperty('behind')
  })

  it('[P19][P11][bad input 93][PR89] gets no receipt, no page, no label and no pulse of a drawer', async () => {
    const known = { by: 'cups', queue: 'Bon', server: null, behind: epson } as const
    const other = spooler(laser)
    const receipts = openPrinter({ ...receiptPrinter(), transport: known }, other.all)
    const refused = { state: 'failed_before_send', reason: 'otherPrinter' }
    expect(await receipts.send({ ...paper, language: 'escpos' })).toMatchObject(refused)
    expect(await receipts.openDrawer()).toMatchObject(refused)
    expect(await receipts.command(paper.bytes)).toMatchObject(refused)
    expect(await openPrinter(officePrinter(known), other.all).send({ ...paper, language: 'pdf' })).toMatchObject(
      refused,
    )
    const labels = openPrinter({ ...labelPrinter(), transport: known }, other.all)
    expect(await labels.send({ ...paper, language: 'zpl' })).toMatchObject(refused)
    expect(other.papers()).toEqual([])
    // The same queue with its own device takes them.
    const same = spooler(epson)
    const own = openPrinter({ ...receiptPrinter(), transport: known }, same.all)
    expect(await own.send({ ...paper, language: 'escpos' })).toMatchObject({ state: 'handed_over' })
    expect(same.papers()).toHaveLength(1)
  })
})

describe('a queue of Windows behind which something else was put', () => {
  const windows = windowsStandIn()
  const ports: PrinterPorts = {
    ...spooler('').all,
    platform: 'win32',
    windows: {
      winspool: winspoolBy(windows.koffi),
      pagePrinter: { print: () => Promise.reject(new Error('printed on another printer')) },
      temporaryFolder: '/nowhere',
    },
  }
  const drivers = { own: 'EPSON TM-T88V Receipt', other: 'Microsoft XPS Document Writer v4' }
  const queue = { by: 'windows', queue: 'Bon', behind: `${drivers.own} (USB001)` } as const

  it.each([
    [drivers.other, 'USB001'],
    [drivers.own, 'PORTPROMPT:'],
  ])('[P19][bad input 93][PR89] gets nothing: %s on %s', async (driver, port) => {
    windows.queues.set('Bon', { status: 0, attributes: 0, driver, port })
    const refused = { reason: 'otherPrinter', detail: `${driver} (${port})` }
    const receipts = openPrinter({ ...receiptPrinter(), transport: queue }, ports)
    const unsent = { ...refused, state: 'failed_before_send', bytesSent: 0 }
    expect(await receipts.send({ ...paper, language: 'escpos' })).toMatchObject(unsent)
    expect(await receipts.openDrawer()).toMatchObject(unsent)
    expect(await openPrinter(officePrinter(queue), ports).send({ ...paper, language: 'pdf' })).toMatchObject(unsent)
    expect(await receipts.status()).toMatchObject({ ...refused, state: 'blocked' })
    expect(await receipts.status()).not.toHaveProperty('behind')
    expect([windows.jobs, windows.openHandles]).toEqual([[], 0])
  })

  it('[P19][bad input 93][PR89] is known by what it says at the first contact, and named when it is gone', async () => {
    windows.queues.set('Bon', { status: 0, attributes: 0, driver: drivers.own, port: 'USB001' })
    const fresh = openPrinter({ ...receiptPrinter(), transport: { by: 'windows', queue: 'Bon' } }, ports)
    expect(await fresh.status()).toMatchObject({ state: 'ready', behind: queue.behind })
    const known = openPrinter({ ...receiptPrinter(), transport: queue }, ports)
    expect(await known.status()).toMatchObject({ state: 'ready', reason: null })
    windows.queues.delete('Bon')
    const missing = { reason: 'queueMissing', detail: 'Bon' }
    expect([await known.status(), await known.send({ ...paper, language: 'escpos' })]).toMatchObject([missing, missing])
  })
})

describe('the printer that a system prints on by default', () => {
  it('[P19][bad input 93][PR89] is nobody’s printer: no road goes without the name of its queue', async () => {
    for (const queue of ['', ' ', '\t']) {
      const cups = officePrinter({ by: 'cups', queue, server: null })
      expect(printerProfileSchema.safeParse(cups).success).toBe(false)
    }
    expect(printerProfileSchema.safeParse(officePrinter({ by: 'windows', queue: '' })).success).toBe(false)
    const { ports, papers } = spooler(epson)
    await sendThroughCups(bon(), paper, rawOptions, ports)
    await sendThroughCups(bon(epson), paper, rawOptions, ports)
    expect(papers().map((call) => call.slice(0, 3))).toEqual([
      ['lp', '-d', 'Bon'],
      ['lp', '-d', 'Bon'],
    ])
    const page = { file: 'C:\\slip.pdf', copies: 1, media: 'A4', size: null, tray: null } as const
    const args = sumatraArguments({ ...page, queue: 'Kyocera', sides: 'one-sided', colour: 'color' })
    expect(args.slice(0, 2)).toEqual(['-print-to', 'Kyocera'])
    expect(args).not.toContain('-print-to-default')
  })
})
