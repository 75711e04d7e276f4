import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findPrinters, type PrinterComputer } from '#main/printing/drivers/find-printers.ts'
import { queueWithDriver } from '#main/printing/drivers/raw-queue.ts'
import type { RunProgram } from '#main/printing/drivers/run-program.ts'
import { nameOfSpooler } from '#main/printing/drivers/spooler-advice.ts'
import { winspoolBy } from '#main/printing/drivers/windows/winspool.ts'
import { officePrinter, receiptPrinter } from '#tests/support/printer-profiles.ts'
import { windowsStandIn } from '#tests/support/windows-spooler.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
const computer: PrinterComputer = {
  platform: 'linux',
  deviceFolder: '/nowhere',
  facts: { user: 'femke', sys: '/nowhere', groups: '/nowhere' },
  winspool: null,
  spoolerName: () => Promise.resolve('CUPS/2.4 IPP/2.1'),
}
/** Answers by the program and its last argument. */
const answering =
  (answers: Readonly<Record<string, string>>): RunProgram =>
  async (program, args) => {
    const out = answers[`${program} ${args.at(-1)}`]
    return { code: out === undefined ? 1 : 0, isMissing: false, out: out ?? '', error: '' }
  }

describe('what a computer has for printers', () => {
  it('[PR35] on Linux: queues, printers on USB and adapters with serial lines', async () => {
    const dev = await mkdtemp(join(tmpdir(), 'counterproof-dev-'))
    closing.push(() => rm(dev, { recursive: true, force: true }))
    await mkdir(join(dev, 'usb'))
    for (const name of ['usb/lp0', 'usb/hiddev0', 'ttyUSB0', 'ttyS0', 'tty1', 'sda'])
      await writeFile(join(dev, name), '')
    const run = answering({
      'lpstat -p': 'printer Bon is idle.  enabled since today\n\tDescription: Balie\n',
    })
    expect(await findPrinters(run, { ...computer, deviceFolder: dev })).toEqual({
      queues: [{ queue: 'Bon', description: 'Balie' }],
      roads: ['tcp', 'ipp', 'cups', 'usb', 'serial', 'folder'],
      devices: [
        { road: 'usb', path: join(dev, 'usb/lp0'), fix: [] },
        { road: 'serial', path: join(dev, 'ttyUSB0'), fix: [] },
      ],
      advice: null,
    })
  })

  it('[PR35][P18] on Windows: its own queues and ports, and no USB device past its spooler', async () => {
    const windows = windowsStandIn()
    windows.queues.set('Zebra', { status: 0, attributes: 0, driver: 'ZDesigner ZD421' })
    const run = answering({
      'reg.exe HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM': '    \\Device\\Serial0    REG_SZ    COM3\r\n',
    })
    const found = await findPrinters(run, { ...computer, platform: 'win32', winspool: winspoolBy(windows.koffi) })
    expect(found).toEqual({
      queues: [{ queue: 'Zebra', description: 'ZDesigner ZD421' }],
      roads: ['tcp', 'ipp', 'windows', 'serial', 'folder'],
      devices: [{ road: 'serial', path: 'COM3', fix: [] }],
      advice: null,
    })
  })

  it('[P26] says that CUPS 3 has no raw queues any more, told by the name it answers with', async () => {
    const names = ['CUPS/3.0 IPP/2.2', 'CUPS/2.4.2 IPP/2.1']
    const server = createServer((_, response) => response.writeHead(200, { server: names.shift() ?? '' }).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as AddressInfo
    const spoolerName = () => nameOfSpooler({ host: '127.0.0.1', port }, 1000)
    const adviceNow = async () => (await findPrinters(answering({}), { ...computer, spoolerName })).advice
    expect([await adviceNow(), await adviceNow()]).toEqual([{ code: 'cups3', version: '3.0' }, null])
    expect(await nameOfSpooler({ socketPath: '/nowhere/cups.sock' }, 1000)).toBe(null)
  })

  it.each([
    ['    WindowsProtectedPrintGroupPolicyState    REG_DWORD    0x1\r\n', true],
    ['    EnabledBy    REG_DWORD    0x2\r\n    WindowsProtectedPrintMode    REG_DWORD    0x1\r\n', true],
    ['    WindowsProtectedPrintMode    REG_DWORD    0x0\r\n', false],
  ])('[P26] says that Windows takes queues of receipt printers away: %j', async (out, isOn) => {
    const key = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Printers\\WPP'
    const found = await findPrinters(answering({ [`reg.exe ${key}`]: out }), { ...computer, platform: 'win32' })
    expect(found.advice).toEqual(isOn ? { code: 'protectedPrint', version: '' } : null)
  })
})

describe('[P14] a queue that may swallow receipts', () => {
  const onQueue = (queue: string) => ({ ...receiptPrinter(), transport: { by: 'cups' as const, queue, server: null } })
  const run = answering({
    'lpoptions Raw': "copies=1 printer-make-and-model='Local Raw Printer' printer-state=3",
    'lpoptions Star': "copies=1 printer-make-and-model='Star TSP100 Cutter' printer-state=3",
  })

  it('is told by its driver', async () => {
    expect([
      await queueWithDriver(onQueue('Raw'), run, null),
      await queueWithDriver(onQueue('Star'), run, null),
      await queueWithDriver(onQueue('Gone'), run, null),
      await queueWithDriver(officePrinter({ by: 'cups', queue: 'Star', server: null }), run, null),
      await queueWithDriver(receiptPrinter(), run, null),
    ]).toEqual([null, 'Star', null, null, null])
  })

  it('is on Windows one whose driver draws pages', async () => {
    const windows = windowsStandIn()
    for (const [name, driver] of [
      ['Bon', 'Generic / Text Only'],
      ['Wpp', 'Microsoft IPP Class Driver'],
    ] as const)
      windows.queues.set(name, { status: 0, attributes: 0, driver })
    const winspool = winspoolBy(windows.koffi)
    const onWindows = (queue: string) => ({ ...receiptPrinter(), transport: { by: 'windows' as const, queue } })
    expect([
      await queueWithDriver(onWindows('Bon'), run, winspool),
      await queueWithDriver(onWindows('Wpp'), run, winspool),
    ]).toEqual([null, 'Wpp'])
  })
})
