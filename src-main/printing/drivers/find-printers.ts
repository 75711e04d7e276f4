import { access, constants, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { printerRoads } from '#shared/printing/printer-profile.ts'
import { type FoundQueue, listQueues } from './cups-queues.ts'
import { type DeviceFacts, deviceFix } from './device-fix.ts'
import type { RunProgram } from './run-program.ts'
import { type SpoolerAdvice, spoolerAdvice } from './spooler-advice.ts'
import type { Winspool } from './windows/winspool.ts'

type PrinterRoad = (typeof printerRoads)[number]

/** One computer, as far as printers hang on it. */
export interface PrinterComputer {
  readonly platform: NodeJS.Platform
  /** Where its devices are listed: `/dev`. */
  readonly deviceFolder: string
  readonly facts: DeviceFacts
  readonly winspool: Winspool | null
  /** What the spooler calls itself, as `CUPS/2.4`; null where none answers. */
  readonly spoolerName: () => Promise<string | null>
}

export interface FoundDevice {
  readonly road: 'usb' | 'serial'
  readonly path: string
  readonly fix: string[]
}

export interface FoundPrinters {
  readonly queues: FoundQueue[]
  readonly roads: PrinterRoad[]
  readonly devices: FoundDevice[]
  readonly advice: SpoolerAdvice | null
}

export async function findPrinters(run: RunProgram, computer: PrinterComputer): Promise<FoundPrinters> {
  const [queues, devices, advice] = await Promise.all([
    queuesOf(run, computer),
    devicesOf(run, computer),
    spoolerAdvice(run, computer),
  ])
  return { queues, roads: roadsOf(computer.platform), devices, advice }
}

function roadsOf(platform: NodeJS.Platform): PrinterRoad[] {
  if (platform === 'win32') return ['tcp', 'ipp', 'windows', 'serial', 'folder']
  return ['tcp', 'ipp', 'cups', ...(platform === 'linux' ? (['usb'] as const) : []), 'serial', 'folder']
}

async function queuesOf(run: RunProgram, { platform, winspool }: PrinterComputer): Promise<FoundQueue[]> {
  if (platform !== 'win32') return listQueues(run)
  const printers = (await winspool?.printers()) ?? []
  return printers.map(({ name, comment, driver }) => ({ queue: name, description: comment || driver }))
}

/** Only ports with something at them: the built-in ones are there whether or not a cable is in them. */
async function devicesOf(run: RunProgram, { platform, deviceFolder, facts }: PrinterComputer): Promise<FoundDevice[]> {
  if (platform === 'win32') {
    const { out } = await run('reg.exe', ['query', 'HKLM\\HARDWARE\\DEVICEMAP\\SERIALCOMM'])
    const ports = out.match(/\bCOM\d{1,3}\b/gu) ?? []
    return ports.map((path) => ({ road: 'serial', path, fix: [] }))
  }
  const named = async (folder: string, pattern: RegExp, road: FoundDevice['road']) => {
    const names = await readdir(folder).catch(() => [])
    const found = names.filter((name) => pattern.test(name)).toSorted()
    return Promise.all(
      found.map(async (name) => {
        const path = join(folder, name)
        const isMine = await access(path, constants.R_OK | constants.W_OK).then(
          () => true,
          () => false,
        )
        return { road, path, fix: isMine ? [] : await deviceFix(path, facts) }
      }),
    )
  }
  if (platform === 'darwin') return named(deviceFolder, /^cu\.(?!Bluetooth|debug|wlan)/u, 'serial')
  const [usb, serial] = await Promise.all([
    named(join(deviceFolder, 'usb'), /^lp\d+$/u, 'usb'),
    named(deviceFolder, /^tty(?:USB|ACM)\d+$/u, 'serial'),
  ])
  return [...usb, ...serial]
}
