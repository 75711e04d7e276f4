import type { PdfProfile, PrinterProfile } from '#shared/printing/printer-profile.ts'
import { cupsStatus, rawOptions, sendThroughCups } from './cups-sender.ts'
import { deviceFix } from './device-fix.ts'
import { DeviceLine } from './device-line.ts'
import type { ConnectFailure, PrinterLine } from './printer-line.ts'
import { done, noSpooler, type Road, type RoadPorts, spoolerMissing } from './road.ts'
import { openSerialLine } from './serial-line.ts'
import { tcpLimits } from './tcp-connection.ts'
import { commandOverTcp, sendOverLine, sendOverTcp, statusOverLine, statusOverTcp, type TcpSent } from './tcp-sender.ts'
import { sendRawToWindows, statusInWindows } from './windows/windows-sender.ts'

export type BytesProfile = Exclude<PrinterProfile, PdfProfile>

/** How bytes in a printer's own language get to it; copies of receipts and labels are already in the bytes. */
export function bytesRoad(profile: BytesProfile, ports: RoadPorts): Road {
  const { transport } = profile
  const limits = ports.limits ?? tcpLimits
  const turnOf = ({ outcome, released }: TcpSent) => ({ value: outcome, released })
  switch (transport.by) {
    case 'tcp':
      return {
        send: async ({ bytes }, beforeFirstByte) =>
          turnOf(await sendOverTcp(transport, profile, bytes, { now: ports.now, limits, beforeFirstByte })),
        command: async (bytes) => turnOf(await commandOverTcp(transport, bytes, { now: ports.now, limits })),
        status: () => statusOverTcp(transport, profile, limits),
      }
    case 'usb':
      return deviceRoad(profile, ports, (readsBack) => {
        const file = { path: transport.path, readsBack, bytesASecond: null, fix: fixOf(transport.path, ports) }
        return DeviceLine.open(file, limits.connect)
      })
    case 'serial':
      return deviceRoad(profile, ports, (readsBack) => {
        const { platform, cups } = ports
        return openSerialLine(transport, readsBack, limits.connect, {
          ...{ platform, run: cups.run },
          fix: fixOf(transport.path, ports),
        })
      })
    case 'windows': {
      const { windows, cups } = ports
      const send = async (title: string, bytes: Uint8Array, beforeFirstByte: () => void) =>
        windows === null
          ? noSpooler(bytes.length)
          : sendRawToWindows(windows.winspool, transport, { bytes, title }, beforeFirstByte, cups)
      return {
        send: async ({ bytes, title }, beforeFirstByte) => done(await send(title, bytes, beforeFirstByte)),
        command: async (bytes) => done(await send(profile.name, bytes, () => undefined)),
        status: async () => (windows === null ? spoolerMissing : statusInWindows(windows.winspool, transport)),
      }
    }
    case 'cups': {
      const send = (title: string, bytes: Uint8Array, beforeFirstByte?: () => void) =>
        sendThroughCups(transport, { bytes, title, copies: 1 }, rawOptions, ports.cups, beforeFirstByte)
      return {
        send: async ({ bytes, title }, beforeFirstByte) => done(await send(title, bytes, beforeFirstByte)),
        command: async (bytes) => done(await send(profile.name, bytes)),
        status: () => cupsStatus(transport, ports.cups),
      }
    }
  }
}

/** The same talk as over the network, as far as the device answers at all. */
function deviceRoad(
  profile: BytesProfile,
  { now, limits = tcpLimits, platform }: RoadPorts,
  open: (readsBack: boolean) => Promise<PrinterLine | ConnectFailure>,
): Road {
  const isMute = profile.status === 'none' || platform === 'win32'
  const dialect = isMute ? { language: profile.language, status: 'none' as const } : profile
  const turnOf = ({ outcome, released }: TcpSent) => ({ value: outcome, released })
  const silent = { language: profile.language, status: 'none' } as const
  return {
    send: async ({ bytes }, beforeFirstByte) =>
      turnOf(await sendOverLine(open(!isMute), dialect, bytes, { now, limits, beforeFirstByte })),
    command: async (bytes) => turnOf(await sendOverLine(open(false), silent, bytes, { now, limits })),
    status: () => statusOverLine(open(!isMute), dialect, limits),
  }
}

function fixOf(path: string, { devices }: RoadPorts): () => Promise<string> {
  return async () => (await deviceFix(path, devices)).join('\n')
}
