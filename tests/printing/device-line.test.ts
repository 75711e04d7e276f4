import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, type TestContext } from 'vitest'
import { deviceFix } from '#main/printing/drivers/device-fix.ts'
import { openPrinter, type PrinterPorts } from '#main/printing/drivers/printer-driver.ts'
import { programRunner } from '#main/printing/drivers/run-program.ts'
import { modeArguments, paceOf, sttyArguments } from '#main/printing/drivers/serial-line.ts'
import { tcpLimits } from '#main/printing/drivers/tcp-connection.ts'
import { printerInput } from '#shared/printing/printer-input.ts'
import { deviceKey, type EscposProfile } from '#shared/printing/printer-profile.ts'
import { type DeviceStandIn, openPipePrinter, openTerminalPrinter } from '#tests/support/device-stand-in.ts'
import { receiptPrinter } from '#tests/support/printer-profiles.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})
const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
  const each = await opening
  opened.push(each)
  return each
}

const limits = { ...tcpLimits, connect: 200, status: 400, stall: 300, poll: 30, linger: 300, settle: 20 }
const ports: PrinterPorts = {
  now: () => 7,
  limits,
  platform: 'linux',
  devices: { user: 'femke', sys: '/nowhere', groups: '/nowhere' },
  windows: null,
  cups: {
    now: () => 7,
    wait: () => Promise.resolve(),
    limit: 0,
    poll: 1,
    run: programRunner(5000, process.env),
  },
}
const usb = (path: string, change: Partial<EscposProfile> = {}): EscposProfile => ({
  ...receiptPrinter(),
  status: 'none',
  transport: { by: 'usb', path },
  ...change,
})
const line = { by: 'serial', baud: 115_200, bits: 8, parity: 'none', flow: 'none', pace: null } as const
const serial = (path: string, change: Partial<Extract<EscposProfile['transport'], { by: 'serial' }>> = {}) => ({
  ...receiptPrinter(),
  transport: { ...line, path, ...change },
})
const paper = (count: number) => ({
  bytes: Uint8Array.from({ length: count }, (_, index) => (index * 7) % 251),
  language: 'escpos' as const,
  title: 'Receipt',
  copies: 1,
})
const pipe = (context: Pick<TestContext, 'skip'>): Promise<DeviceStandIn> => keep(openPipePrinter(context))

describe('a printer on a device file', () => {
  it('[PR33] takes every byte once, and is only said to have been handed them', async (context) => {
    const device = await pipe(context)
    const { bytes } = paper(200_000)
    const journal: number[] = []
    const outcome = await openPrinter(usb(device.path), ports).send(paper(200_000), () => {
      journal.push(device.received().length)
    })
    expect(outcome).toEqual({
      state: 'handed_over',
      reason: null,
      bytesSent: 200_000,
      bytesTotal: 200_000,
      firstByteAt: 7,
      reference: null,
      detail: null,
    })
    await expect.poll(() => device.received().length).toBe(200_000)
    expect(Buffer.compare(device.received(), bytes)).toBe(0)
    expect(journal).toEqual([0])
  })

  it('[P7] that stands still is given up at the stall limit, with what it took counted', async (context) => {
    const device = await pipe(context)
    device.stand()
    const began = performance.now()
    const outcome = await openPrinter(usb(device.path), ports).send(paper(200_000))
    expect(outcome).toMatchObject({ state: 'unknown', reason: 'stalled' })
    expect(outcome.bytesSent).toBeGreaterThan(60_000)
    expect(outcome.bytesSent).toBeLessThan(200_000)
    expect(performance.now() - began).toBeGreaterThan(limits.stall)
  })

  it('[P2] that is not plugged in has taken nothing', async () => {
    const printer = openPrinter(usb('/dev/usb/lp99'), ports)
    expect(await printer.send(paper(10))).toMatchObject({
      state: 'failed_before_send',
      reason: 'deviceMissing',
      bytesSent: 0,
    })
    expect(await printer.status()).toMatchObject({ state: 'unreachable', reason: 'deviceMissing' })
  })

  it('[P6] one at a time: papers given at once come out one after the other', async (context) => {
    const device = await pipe(context)
    const printer = openPrinter(usb(device.path), ports)
    await Promise.all([printer.send(paper(5000)), printer.send(paper(3000))])
    await expect.poll(() => device.received().length).toBe(8000)
    expect(Buffer.compare(device.received(), Buffer.concat([paper(5000).bytes, paper(3000).bytes]))).toBe(0)
  })
})

describe('[P17] a device that this person may not use', () => {
  const sys = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'counterproof-sys-'))
    opened.push({ close: () => rm(folder, { recursive: true, force: true }) })
    const plug = join(folder, 'devices/usb1/1-2')
    await mkdir(join(plug, '1-2:1.0'), { recursive: true })
    await writeFile(join(plug, 'idVendor'), '04b8\n')
    for (const [kind, name] of [
      ['usbmisc', 'lp0'],
      ['tty', 'ttyUSB0'],
    ] as const) {
      await mkdir(join(folder, 'class', kind, name), { recursive: true })
      await symlink(join(plug, '1-2:1.0'), join(folder, 'class', kind, name, 'device'))
    }
    return folder
  }

  it('is told what to type: the group, and a rule by the maker’s number', async () => {
    const facts = { user: 'femke', sys: await sys(), groups: '/nowhere' }
    expect(await deviceFix('/dev/usb/lp0', facts)).toEqual([
      'sudo usermod -aG lp femke',
      `echo 'SUBSYSTEM=="usbmisc", ATTRS{idVendor}=="04b8", GROUP="lp", MODE="0660"' | sudo tee /etc/udev/rules.d/60-counterproof-04b8.rules`,
    ])
    expect(await deviceFix('/dev/ttyUSB0', facts)).toEqual([
      'sudo usermod -aG dialout femke',
      `echo 'SUBSYSTEM=="tty", ATTRS{idVendor}=="04b8", GROUP="dialout", MODE="0660"' | sudo tee /etc/udev/rules.d/60-counterproof-04b8.rules`,
    ])
  })

  it('is told the group that the device really has', async () => {
    const folder = await sys()
    const device = join(folder, 'ttyS0')
    const groups = join(folder, 'group')
    await writeFile(device, '')
    await writeFile(groups, `root:x:0:\nuucp:x:${userInfo().gid}:\n`)
    if (userInfo().gid === 0) await writeFile(groups, 'uucp:x:0:\n')
    expect(await deviceFix(device, { user: 'femke', sys: folder, groups })).toEqual(['sudo usermod -aG uucp femke'])
  })

  it('is left as it is, with the way out in the outcome', async () => {
    // Not even an administrator may write to this one.
    const printer = openPrinter(usb('/sys/kernel/uevent_seqnum'), ports)
    expect(await printer.send(paper(10))).toMatchObject({
      state: 'failed_before_send',
      reason: 'deviceNotAllowed',
      detail: 'sudo usermod -aG dialout femke',
      bytesSent: 0,
    })
    expect(await printer.status()).toMatchObject({ state: 'blocked', reason: 'deviceNotAllowed' })
  })
})

describe('a printer on a serial line', () => {
  it('[PR33] that answers is asked before, and proves at the end that it printed', async (context) => {
    const device = await keep(openTerminalPrinter(context, 'ok'))
    const printer = openPrinter(serial(device.path), ports)
    expect(await printer.status()).toMatchObject({ state: 'ready', reason: null })
    const outcome = await printer.send({ ...paper(0), bytes: new Uint8Array(3000).fill(0xb5) })
    expect(outcome).toMatchObject({ state: 'printed', reason: null, bytesSent: 3000 })
    expect(device.received().filter((byte) => byte === 0xb5)).toHaveLength(3000)
  })

  it('[P9] that is out of paper gets none of it', async (context) => {
    const device = await keep(openTerminalPrinter(context, 'paperOut'))
    const printer = openPrinter(serial(device.path), ports)
    expect(await printer.send(paper(500))).toMatchObject({
      state: 'failed_before_send',
      reason: 'paperOut',
      bytesSent: 0,
    })
  })

  it('[P8] is never given more than it keeps up with', async (context) => {
    const device = await keep(openTerminalPrinter(context, 'mute'))
    const began = performance.now()
    const printer = openPrinter({ ...serial(device.path, { pace: 2000 }), status: 'none' }, ports)
    expect(await printer.send({ ...paper(0), bytes: new Uint8Array(1000).fill(0x41) })).toMatchObject({
      state: 'handed_over',
    })
    expect(performance.now() - began).toBeGreaterThan(490)
    expect([paceOf({ ...line, baud: 9600 }), paceOf({ ...line, baud: 9600, parity: 'even', bits: 7 })]).toEqual([
      960, 960,
    ])
    expect([paceOf({ ...line, pace: 500 }), paceOf({ ...line, baud: 1200, pace: 500 })]).toEqual([500, 120])
  })

  it('[P8] is set up with its speed, its signs and its way to say stop, by arguments and never through a shell', () => {
    const path = '/dev/ttyUSB0'
    expect(sttyArguments({ ...line, path, baud: 9600, flow: 'hardware' }, 'linux').join(' ')).toBe(
      '-F /dev/ttyUSB0 raw -echo clocal -hupcl -ixoff -ixany -cstopb 9600 cs8 -parenb crtscts -ixon',
    )
    const mac = sttyArguments({ ...line, path, bits: 7, parity: 'odd', flow: 'xonxoff' }, 'darwin').join(' ')
    expect(mac).toBe(
      '-f /dev/ttyUSB0 raw -echo clocal -hupcl -ixoff -ixany -cstopb 115200 cs7 parenb parodd -crtscts ixon',
    )
    expect(modeArguments({ ...line, path: 'COM3', baud: 9600, parity: 'even', flow: 'hardware' }).join(' ')).toBe(
      'COM3 baud=9600 parity=e data=8 stop=1 to=off xon=off odsr=off octs=on dtr=on rts=hs idsr=off',
    )
  })

  it('[PR33] that cannot be set up gets nothing', async (context) => {
    const device = await pipe(context)
    expect(await openPrinter({ ...serial(device.path), status: 'none' }, ports).send(paper(10))).toMatchObject({
      state: 'failed_before_send',
      reason: 'portNotSet',
      bytesSent: 0,
    })
    expect(device.received()).toHaveLength(0)
  })

  it('[PR33] on Windows is set up by mode and opened under its device name', async () => {
    const calls: string[][] = []
    const run = async (program: string, args: readonly string[]) => {
      calls.push([program, ...args])
      return { code: 0, isMissing: false, out: '', error: '' }
    }
    const windows = { ...ports, platform: 'win32' as const, cups: { ...ports.cups, run } }
    // There is no such device here: that it was asked for shows in the answer.
    expect(await openPrinter(serial('COM3'), windows).send(paper(10))).toMatchObject({
      state: 'failed_before_send',
      reason: 'deviceMissing',
      detail: expect.stringContaining('\\\\.\\COM3'),
    })
    expect(calls.map((call) => call.slice(0, 2))).toEqual([['mode.com', 'COM3']])
  })
})

describe('[P24] only printers’ own device files', () => {
  const { id: _, ...profile } = receiptPrinter()
  it.each([
    ['usb', '/dev/usb/lp0', true],
    ['usb', '/dev/sda', false],
    ['usb', '/dev/usb/../sda', false],
    ['serial', '/dev/ttyUSB0', true],
    ['serial', '/dev/cu.usbserial-110', true],
    ['serial', '/dev/serial/by-id/usb-Prolific-if00-port0', true],
    ['serial', 'COM12', true],
    ['serial', '/dev/tty1', false],
    ['serial', '/etc/passwd', false],
    ['serial', 'COM3\\..\\x', false],
  ] as const)('%s: %s is taken: %s', (by, path, isTaken) => {
    const transport = by === 'usb' ? { by, path } : { ...line, path }
    expect(printerInput.safeParse({ ...profile, transport }).success).toBe(isTaken)
  })

  it('[P6] two printers set up on one device are one device', () => {
    expect(deviceKey(usb('/dev/usb/lp0'))).toBe(deviceKey({ ...usb('/dev/usb/lp0'), id: 'other' }))
    expect(deviceKey(serial('/dev/ttyS0'))).not.toBe(deviceKey(serial('/dev/ttyS1')))
  })
})
