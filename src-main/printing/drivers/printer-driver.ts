import type { PrinterStatus, SendOutcome } from '#shared/printing/print-outcome.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { bytesRoad } from './bytes-road.ts'
import { drawerPulse } from './escpos-bytes.ts'
import { pageRoad } from './page-road.ts'
import { done, type RoadPorts, type Turn, wrongLanguage } from './road.ts'

/** A paper in the printer's own language; copies of receipts and labels are already in the bytes. */
export interface PrintPayload {
  readonly bytes: Uint8Array
  readonly language: PrinterProfile['language']
  /** For spooler lists and file names. */
  readonly title: string
  /** Sheets only: the spooler collates them. */
  readonly copies: number
}

/** One device. Its print jobs go one after the other (P6); each ends in an outcome, never in an exception. */
export interface Printer {
  readonly profile: PrinterProfile
  /** `beforeFirstByte` is called when nothing has left yet and the next step may let something go: the place to journal. */
  send(payload: PrintPayload, beforeFirstByte?: () => void): Promise<SendOutcome>
  /** An event of its own, at a cash payment and nowhere else; never part of a paper, a reprint or a test (P11). */
  openDrawer(): Promise<SendOutcome>
  status(): Promise<PrinterStatus>
  /** The same while a paper is on its way; null where asking would disturb it (P9). */
  statusMeanwhile(): Promise<PrinterStatus | null>
  /** Bytes of a person's button: calibrate, test strip, ruler. */
  command(bytes: Uint8Array): Promise<SendOutcome>
}

export type PrinterPorts = RoadPorts

/** Roads that carry one conversation at a time: another would be a second voice in the first. */
const ownLine: ReadonlySet<PrinterProfile['transport']['by']> = new Set(['tcp', 'usb', 'serial'])

export function openPrinter(profile: PrinterProfile, ports: PrinterPorts): Printer {
  const road = profile.language === 'pdf' ? pageRoad(profile, ports) : bytesRoad(profile, ports)
  // A device lets go of one connection before it takes the next; waiting is not failing.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = async <T>(work: () => Promise<Turn<T>>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.then((done) => done.released).catch(() => undefined)
    return (await mine).value
  }
  return {
    profile,
    send: (payload, beforeFirstByte = () => undefined) => {
      if (payload.language !== profile.language) return Promise.resolve(wrongLanguage(payload.bytes.length))
      return inTurn(() => road.send(payload, beforeFirstByte))
    },
    openDrawer: () => {
      if (profile.language !== 'escpos' || profile.drawer === null) return Promise.resolve(wrongLanguage(0))
      const pulse = drawerPulse(profile.drawer)
      return inTurn(() => road.command(pulse))
    },
    command: (bytes) => inTurn(() => road.command(bytes)),
    status: () => inTurn(async () => done(await road.status())),
    statusMeanwhile: () => (ownLine.has(profile.transport.by) ? Promise.resolve(null) : road.status()),
  }
}
