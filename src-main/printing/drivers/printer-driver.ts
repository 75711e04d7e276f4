import type { PrinterStatus, SendOutcome } from '#shared/printing/print-outcome.ts'
import type { PrinterProfile } from '#shared/printing/printer-profile.ts'
import { type CupsPorts, cupsStatus, pageOptions, rawOptions, sendThroughCups } from './cups-sender.ts'
import { drawerPulse } from './escpos-bytes.ts'
import { folderStatus, sendToFolder } from './folder-sender.ts'
import { type TcpLimits, tcpLimits } from './tcp-connection.ts'
import { commandOverTcp, sendOverTcp, statusOverTcp, type TcpSent } from './tcp-sender.ts'

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
  /** Bytes of a person's button: calibrate, test strip, ruler. */
  command(bytes: Uint8Array): Promise<SendOutcome>
}

export interface PrinterPorts {
  readonly now: () => number
  readonly cups: CupsPorts
  readonly limits?: TcpLimits
}

export function openPrinter(profile: PrinterProfile, ports: PrinterPorts): Printer {
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
      return inTurn(() => sendBy(profile, payload, ports, beforeFirstByte))
    },
    openDrawer: () => {
      if (profile.language !== 'escpos' || profile.drawer === null) return Promise.resolve(wrongLanguage(0))
      const pulse = drawerPulse(profile.drawer)
      return inTurn(() => commandBy(profile, pulse, ports))
    },
    command: (bytes) => inTurn(() => commandBy(profile, bytes, ports)),
    status: () => inTurn(async () => done(await statusBy(profile, ports))),
  }
}

/** What came of a turn at the device, and when the device is free for the next. */
interface Turn<T> {
  readonly value: T
  readonly released: Promise<void>
}

function done<T>(value: T): Turn<T> {
  return { value, released: Promise.resolve() }
}

function turnOf({ outcome, released }: TcpSent): Turn<SendOutcome> {
  return { value: outcome, released }
}

async function sendBy(
  profile: PrinterProfile,
  payload: PrintPayload,
  ports: PrinterPorts,
  beforeFirstByte: () => void,
): Promise<Turn<SendOutcome>> {
  const { transport } = profile
  if (transport.by === 'tcp') {
    if (profile.language === 'pdf') return done(wrongLanguage(payload.bytes.length))
    return turnOf(await sendOverTcp(transport, profile, payload.bytes, { ...tcpPorts(ports), beforeFirstByte }))
  }
  // Spooler and folder take a paper whole: once they are called, it may have left.
  beforeFirstByte()
  if (transport.by === 'folder')
    return done(await sendToFolder(transport.path, payload.title, payload.bytes, ports.now))
  const isPage = profile.language === 'pdf'
  const paper = { ...payload, copies: isPage ? payload.copies : 1 }
  return done(await sendThroughCups(transport, paper, isPage ? pageOptions(profile) : rawOptions, ports.cups))
}

async function commandBy(profile: PrinterProfile, bytes: Uint8Array, ports: PrinterPorts): Promise<Turn<SendOutcome>> {
  const { transport } = profile
  if (transport.by === 'tcp') return turnOf(await commandOverTcp(transport, bytes, tcpPorts(ports)))
  if (transport.by === 'folder' || profile.language === 'pdf') return done(wrongLanguage(bytes.length))
  return done(await sendThroughCups(transport, { bytes, title: profile.name, copies: 1 }, rawOptions, ports.cups))
}

async function statusBy(profile: PrinterProfile, ports: PrinterPorts): Promise<PrinterStatus> {
  const { transport } = profile
  if (transport.by === 'folder') return folderStatus(transport.path)
  if (transport.by === 'cups') return cupsStatus(transport, ports.cups)
  const dialect = profile.language === 'pdf' ? ({ language: 'escpos', status: 'none' } as const) : profile
  return statusOverTcp(transport, dialect, ports.limits ?? tcpLimits)
}

function tcpPorts(ports: PrinterPorts): { now: () => number; limits: TcpLimits } {
  return { now: ports.now, limits: ports.limits ?? tcpLimits }
}

/** P13: a receipt sent to a laser printer comes out as pages of signs; it never gets that far. */
function wrongLanguage(bytesTotal: number): SendOutcome {
  return {
    state: 'failed_before_send',
    reason: 'wrongLanguage',
    bytesSent: 0,
    bytesTotal,
    firstByteAt: null,
    reference: null,
    detail: null,
  }
}
