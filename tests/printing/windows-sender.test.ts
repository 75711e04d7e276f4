import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPrinter, type PrinterPorts } from '#main/printing/drivers/printer-driver.ts'
import { type PagePrinted, sumatraPrinter, type WindowsPage } from '#main/printing/drivers/windows/windows-pages.ts'
import { jobTrouble, windowsStatus } from '#main/printing/drivers/windows/windows-status.ts'
import { systemWinspool, winspoolBy } from '#main/printing/drivers/windows/winspool.ts'
import { printerInput } from '#shared/printing/printer-input.ts'
import { officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { type WindowsStandIn, windowsStandIn } from '#tests/support/windows-spooler.ts'

let windows: WindowsStandIn
let folder = ''
beforeEach(() => {
  windows = windowsStandIn()
  windows.queues.set('Bon', { status: 0, attributes: 0, driver: 'Generic / Text Only' })
  windows.queues.set('\\\\server\\Kyocera A4', { status: 0, attributes: 0, driver: 'Kyocera' })
  folder = mkdtempSync(join(tmpdir(), 'counterproof-windows-'))
})
afterEach(() => {
  // Every handle is given back, however a paper ended.
  expect(windows.openHandles).toBe(0)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})

const unused = () => Promise.resolve({ code: null, isMissing: true, out: '', error: '' })
function ports(print: (page: WindowsPage) => Promise<PagePrinted> = () => Promise.resolve({ ok: true })): PrinterPorts {
  let time = 100
  const limits = { milliseconds: 40, atOnce: 2 }
  return {
    now: () => time,
    cups: {
      now: () => time,
      wait: async (milliseconds) => {
        time += milliseconds
      },
      limit: 5000,
      poll: 500,
      run: unused,
    },
    platform: 'win32',
    devices: { user: 'femke', sys: '/sys', groups: '/etc/group' },
    windows: { winspool: winspoolBy(windows.koffi, limits), pagePrinter: { print }, temporaryFolder: folder },
  }
}
const receipts = (queue = 'Bon') => ({ ...receiptPrinter(), transport: { by: 'windows' as const, queue } })
const pages = (queue = '\\\\server\\Kyocera A4') => officePrinter({ by: 'windows', queue })
const receipt = {
  bytes: Uint8Array.from({ length: 40_000 }, (_, index) => index % 256),
  language: 'escpos' as const,
  title: 'Bon 26-A04831\u0007',
  copies: 1,
}
const slip = { bytes: new TextEncoder().encode('%PDF-1.7'), language: 'pdf' as const, title: 'Pakbon 26/1', copies: 2 }

describe('a spooler that hangs', () => {
  const calls = () => windows.calls.map(([name]) => name)
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

  it.each(['OpenPrinterW', 'GetPrinterW', 'StartDocPrinterW', 'StartPagePrinter'])(
    '[P2][P7][PR70] before a byte in %s has left nothing, and what it opens late is closed again',
    async (call) => {
      windows.hanging.add(call)
      const printer = openPrinter(receipts(), ports())
      expect(await printer.send(receipt)).toMatchObject({
        ...{ state: 'failed_before_send', reason: 'notAnswering', bytesSent: 0 },
        detail: `${call} did not come back`,
      })
      expect(windows.letGo()).toBe(1)
      await wait(10)
      expect(windows.jobs.filter(({ bytes }) => bytes.length > 0)).toEqual([])
      expect(await printer.send(receipt)).toMatchObject({ state: 'handed_over' })
    },
  )

  it.each(['WritePrinter', 'EndPagePrinter', 'EndDocPrinter', 'GetJobW'])(
    '[P2][P7][PR70] after it in %s is unknown: what it was given may come out yet',
    async (call) => {
      windows.hanging.add(call)
      const printer = openPrinter(receipts(), ports())
      expect(await printer.send(receipt)).toMatchObject({ state: 'unknown', reason: 'timeLimit' })
      windows.letGo()
      await wait(10)
      expect(calls().slice(-2)).toEqual(['AbortPrinter', 'ClosePrinter'])
    },
  )

  it('[P6][PR70] holds up no other queue and no thread more than the one it has swallowed', async () => {
    windows.hanging.add('OpenPrinterW')
    const [all, other] = [ports(), { ...pages(), id: 'office-2' }]
    const dead = openPrinter(receipts(), all)
    expect(await dead.status()).toMatchObject({ state: 'unreachable', reason: 'notAnswering' })
    windows.hanging.clear()
    for (let again = 0; again < 5; again += 1)
      expect(await dead.send(receipt)).toMatchObject({ state: 'failed_before_send', reason: 'notAnswering' })
    expect(calls().filter((name) => name === 'OpenPrinterW')).toHaveLength(1)
    expect(await openPrinter(other, all).send(slip)).toMatchObject({ state: 'handed_over' })
    windows.letGo()
    await wait(10)
    expect(await dead.send(receipt)).toMatchObject({ state: 'handed_over' })
  })

  it('[P2][PR70] leaves a page unsent before the program that prints it is called, and unknown after it', async () => {
    windows.hanging.add('GetPrinterW')
    const print = async () => ({ ok: true }) as const
    expect(await openPrinter(pages(), ports(print)).send(slip)).toMatchObject({ state: 'failed_before_send' })
    windows.letGo()
    await wait(10)
    windows.hanging.add('EnumJobsW')
    expect(await openPrinter(pages(), ports(print)).send(slip)).toMatchObject({ state: 'unknown', reason: 'timeLimit' })
    windows.letGo()
    await wait(10)
  })
})

describe('bytes through a queue of Windows', () => {
  it('[P14][PR34] go as datatype RAW, whole and untouched', async () => {
    const outcome = await openPrinter(receipts(), ports()).send(receipt)
    expect(outcome).toMatchObject({ state: 'handed_over', reason: null, bytesSent: 40_000, reference: 'Bon, 7' })
    expect(windows.jobs).toMatchObject([{ document: 'Bon 26-A04831', datatype: 'RAW' }])
    expect(Buffer.compare(Uint8Array.from(windows.jobs[0]?.bytes ?? []), receipt.bytes)).toBe(0)
    expect(windows.calls[0]).toEqual(['load', 'winspool.drv'])
    expect(windows.calls.find(([name]) => name === 'OpenPrinterW')).toEqual([
      ...['OpenPrinterW', 'Bon'],
      { pDatatype: 'RAW', pDevMode: null, DesiredAccess: 8 },
    ])
    expect(windows.calls.map(([name]) => name).filter((name) => !/^(?:load|GetJobW|GetPrinterW)$/u.test(name))).toEqual(
      [
        ...['OpenPrinterW', 'StartDocPrinterW', 'StartPagePrinter'],
        ...['WritePrinter', 'WritePrinter', 'WritePrinter', 'EndPagePrinter', 'EndDocPrinter', 'ClosePrinter'],
      ],
    )
  })

  it('[P1] that left the queue are handed over, never printed', async () => {
    windows.next = { stays: 4, status: 0x10 }
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({ state: 'handed_over', reason: null })
    windows.next = { stays: 4, status: 0x80 }
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({ state: 'handed_over', reason: null })
  })

  it.each([
    [0, 'stillInQueue'],
    [0x40, 'paperOut'],
    [0x20, 'offline'],
    [0x400, 'printerError'],
    [0x01, 'paused'],
  ])('[P1] that stay in it with status %i are unknown: %s', async (status, reason) => {
    windows.next = { stays: Number.POSITIVE_INFINITY, status }
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({ state: 'unknown', reason })
    expect(jobTrouble(status) ?? 'stillInQueue').toBe(reason)
  })

  it('[P1] that somebody deleted from it are unknown', async () => {
    windows.next = { stays: 2, status: 0x04 }
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({
      state: 'unknown',
      reason: 'cancelledAtPrinter',
    })
  })

  it('[P2] are taken back when the spooler takes no more of them; only the first refusal left nothing', async () => {
    windows.takes = 1
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({
      state: 'unknown',
      reason: 'stalled',
      bytesSent: 16_384,
    })
    expect(await openPrinter(receipts(), ports()).send(receipt)).toMatchObject({
      state: 'failed_before_send',
      reason: 'stalled',
      bytesSent: 0,
    })
    expect(windows.calls.filter(([name]) => name === 'AbortPrinter')).toHaveLength(2)
  })

  it('[P5] that were withdrawn leave no job behind', async () => {
    const withdraw = () => {
      throw new Error('withdrawn')
    }
    await expect(openPrinter(receipts(), ports()).send(receipt, withdraw)).rejects.toThrow('withdrawn')
    expect(windows.jobs).toMatchObject([{ bytes: [], stays: 0 }])
  })

  it('[P9] never start while the queue says that its printer is off, although it opens', async () => {
    windows.queues.set('Bon', { status: 0, attributes: 0x400, driver: '' })
    const printer = openPrinter(receipts(), ports())
    expect(await printer.send(receipt)).toMatchObject({ state: 'failed_before_send', reason: 'offline', bytesSent: 0 })
    expect(await printer.status()).toMatchObject({ state: 'blocked', reason: 'offline' })
    expect(windows.jobs).toEqual([])
  })

  it('[P2] to a queue that is gone have not left', async () => {
    const printer = openPrinter(receipts('Weg'), ports())
    expect(await printer.send(receipt)).toMatchObject({ state: 'failed_before_send', reason: 'queueMissing' })
    expect(await printer.status()).toMatchObject({ state: 'unreachable', reason: 'queueMissing' })
  })

  it.each([
    [0x10, 'blocked', 'paperOut'],
    [0x40_0000, 'blocked', 'coverOpen'],
    [0x08, 'blocked', 'printerError'],
    [0x80, 'blocked', 'offline'],
    [0x01, 'blocked', 'paused'],
    [0x04, 'unreachable', 'queueMissing'],
    [0x400, 'busy', null],
    [0, 'ready', null],
  ])('[P9] status %i of a queue is %s %s', (status, state, reason) => {
    expect(windowsStatus({ status, attributes: 0 })).toMatchObject({ state, reason })
  })

  it('[P18] the spooler is the only road to a printer on USB there, and other systems never load its library', () => {
    const load = () => {
      throw new Error('not here')
    }
    expect([systemWinspool('linux', load), systemWinspool('darwin', load), systemWinspool('win32', load)]).toEqual([
      null,
      null,
      null,
    ])
    expect(systemWinspool('win32', () => windows.koffi)).not.toBe(null)
    const { id: _, ...profile } = receiptPrinter()
    const usb = printerInput.safeParse({ ...profile, transport: { by: 'usb', path: 'USB001' } })
    expect(usb.success).toBe(false)
  })

  it('[P18] on another system there is no such queue', async () => {
    const printer = openPrinter(receipts(), { ...ports(), platform: 'linux', windows: null })
    expect(await printer.send(receipt)).toMatchObject({ state: 'failed_before_send', reason: 'spoolerMissing' })
    expect(await printer.status()).toMatchObject({ state: 'unreachable', reason: 'spoolerMissing' })
  })

  it('[PR34] the queues are listed with their drivers', async () => {
    expect(await winspoolBy(windows.koffi).printers()).toMatchObject([
      { name: 'Bon', driver: 'Generic / Text Only' },
      { name: '\\\\server\\Kyocera A4', driver: 'Kyocera' },
    ])
  })
})

describe('a page through a queue of Windows', () => {
  it('[P15][P24] is given to SumatraPDF as a list of arguments with every setting said', async () => {
    const calls: { program: string; args: readonly string[]; bytes: string }[] = []
    const run = async (program: string, args: readonly string[]) => {
      calls.push({ program, args, bytes: readFileSync(args.at(-1) ?? '', 'utf8') })
      return { code: 0, isMissing: false, out: '', error: '' }
    }
    const { print } = sumatraPrinter('C:\\Counterproof\\SumatraPDF.exe', run)
    const profile = { ...pages(), sides: 'two-sided-short-edge' as const, tray: '2' }
    const outcome = await openPrinter(profile, ports(print)).send(slip)
    expect(outcome).toMatchObject({ state: 'handed_over', reason: null, bytesSent: 8, firstByteAt: 100 })
    const [{ program, args, bytes } = { program: '', args: [], bytes: '' }] = calls
    expect([program, bytes]).toEqual(['C:\\Counterproof\\SumatraPDF.exe', '%PDF-1.7'])
    expect(args.slice(0, 5)).toEqual([
      ...['-print-to', '\\\\server\\Kyocera A4', '-print-settings'],
      'noscale,disable-auto-rotation,paper=A4,2x,duplexshort,monochrome,bin=2',
      '-silent',
    ])
    expect(args.at(-1)).toMatch(/Pakbon 26-1 [0-9a-f]{8}\.pdf$/u)
    expect(args).toHaveLength(6)
  })

  it('[P1] is followed in the queue under its name until it has left it', async () => {
    const spool = async ({ file }: WindowsPage): Promise<PagePrinted> => {
      windows.jobs.push({ id: 5, document: 'other.pdf', datatype: 'RAW', bytes: [], status: 0, stays: 1 })
      const document = file.split('/').at(-1) ?? ''
      windows.jobs.push({
        id: windows.jobs.length + 50,
        document,
        datatype: 'NT EMF 1.008',
        bytes: [],
        ...windows.next,
      })
      return { ok: true }
    }
    windows.next = { stays: Number.POSITIVE_INFINITY, status: 0x40 }
    expect(await openPrinter(pages(), ports(spool)).send(slip)).toMatchObject({ state: 'unknown', reason: 'paperOut' })
    windows.next = { stays: 3, status: 0 }
    expect(await openPrinter(pages(), ports(spool)).send(slip)).toMatchObject({ state: 'handed_over' })
  })

  it.each([
    [{ code: 1, isMissing: false }, 'unknown', 'abortedAtPrinter', 8],
    [{ code: null, isMissing: false }, 'unknown', 'timeLimit', 8],
    [{ code: null, isMissing: true }, 'failed_before_send', 'programMissing', 0],
  ])('[P2] whose program ends with %o is %s %s', async (end, state, reason, bytesSent) => {
    const { print } = sumatraPrinter('SumatraPDF.exe', () => Promise.resolve({ ...end, out: '', error: '' }))
    expect(await openPrinter(pages(), ports(print)).send(slip)).toMatchObject({ state, reason, bytesSent })
  })

  it('[P2] without any program for it has not left', async () => {
    const winspool = winspoolBy(windows.koffi)
    const without = { ...ports(), windows: { winspool, pagePrinter: null, temporaryFolder: folder } }
    expect(await openPrinter(pages(), without).send(slip)).toMatchObject({
      state: 'failed_before_send',
      reason: 'programMissing',
      bytesSent: 0,
    })
  })

  it('[P9] is not given to a queue whose printer wants somebody', async () => {
    windows.queues.set('\\\\server\\Kyocera A4', { status: 0x10, attributes: 0, driver: '' })
    expect(await openPrinter(pages(), ports()).send(slip)).toMatchObject({
      state: 'failed_before_send',
      reason: 'paperOut',
      bytesSent: 0,
    })
  })
})
