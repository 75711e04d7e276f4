/** What sending bytes or a file to a printer can come to. "Printed" is only said with proof from the device (P1). */
export type SendState = 'printed' | 'handed_over' | 'unknown' | 'failed_before_send'

/** Why; worded by the screen together with the printer's name and the next step (P22). */
export const sendReasons = [
  'paperOut',
  'coverOpen',
  'cutterError',
  'printerError',
  'offline',
  'ribbonOut',
  'paused',
  'headOpen',
  'notAnswering',
  'notUnderstood',
  'connectionRefused',
  'unreachable',
  'connectTimeout',
  'connectionReset',
  'stalled',
  'timeLimit',
  'noProof',
  'queueMissing',
  'queueRejects',
  'stillInQueue',
  'cancelledAtPrinter',
  'abortedAtPrinter',
  'spoolerMissing',
  'folderMissing',
  'folderNotWritable',
  'diskFull',
  'wrongLanguage',
  'busy',
  'notAllowed',
  'formatNotSupported',
  'settingNotSupported',
  'otherPrinter',
  'deviceMissing',
  'deviceNotAllowed',
  'portNotSet',
  'programMissing',
  'wrongMedia',
] as const
export type SendReason = (typeof sendReasons)[number]

export interface SendOutcome {
  readonly state: SendState
  /** Null only where nothing is wrong: printed, or handed over as this printer can at best. */
  readonly reason: SendReason | null
  /** Payload bytes that left us; zero is the only count after which a machine may try again (P2). */
  readonly bytesSent: number
  readonly bytesTotal: number
  /** Instant in ms of the given clock at which the first payload byte was given to the system. */
  readonly firstByteAt: number | null
  /** Where to look further: the spooler's id, or the path of the file that was made. */
  readonly reference: string | null
  /** The device's or spooler's own words, for the log and the support person. */
  readonly detail: string | null
}

/** P2: a machine tries again only when not one byte of the paper left this station. */
export function mayRetryByItself(outcome: Pick<SendOutcome, 'state' | 'bytesSent'>): boolean {
  return outcome.state === 'failed_before_send' && outcome.bytesSent === 0
}

/** What a printer says about itself when asked (P9). Low paper is a hint, never a reason to refuse. */
export interface PrinterStatus {
  readonly state: 'ready' | 'busy' | 'blocked' | 'unreachable' | 'unknown'
  readonly reason: SendReason | null
  readonly isPaperLow: boolean
  readonly detail: string | null
  /** Who answered, where the road lets a printer say so (P19). */
  readonly identity?: PrinterIdentity
  /** What the spooler says stands behind the queue (P19). */
  readonly behind?: string
}

/** What stays the same when a printer gets another address: its own UUID, and the fingerprint of its certificate. */
export interface PrinterIdentity {
  readonly uuid: string | null
  readonly certificate: string | null
}
