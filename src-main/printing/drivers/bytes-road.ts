import type { PdfProfile, PrinterProfile } from '#shared/printing/printer-profile.ts'
import { cupsStatus, rawOptions, sendThroughCups } from './cups-sender.ts'
import { done, type Road, type RoadPorts } from './road.ts'
import { tcpLimits } from './tcp-connection.ts'
import { commandOverTcp, sendOverTcp, statusOverTcp, type TcpSent } from './tcp-sender.ts'

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
    case 'cups': {
      const send = (title: string, bytes: Uint8Array) =>
        sendThroughCups(transport, { bytes, title, copies: 1 }, rawOptions, ports.cups)
      return {
        send: async ({ bytes, title }, beforeFirstByte) => {
          beforeFirstByte()
          return done(await send(title, bytes))
        },
        command: async (bytes) => done(await send(profile.name, bytes)),
        status: () => cupsStatus(transport, ports.cups),
      }
    }
  }
}
