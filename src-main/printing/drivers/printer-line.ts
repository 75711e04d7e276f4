import type { SendReason } from '#shared/printing/print-outcome.ts'

export type ConnectFailure = { readonly reason: SendReason; readonly detail: string }

/** A way for bytes to one printer and back: a connection over the network, a device file, a serial line. */
export interface PrinterLine {
  /** Gives bytes to the system piece by piece; `onPiece` counts those given, taken or not. */
  write(bytes: Uint8Array, stall: number, onPiece: (count: number) => void): Promise<'taken' | 'stalled' | 'reset'>
  /** What has come back so far and was not taken yet. */
  take(): Uint8Array
  readonly error: Error | null
  /** The printer closed its end, or the line is gone. */
  readonly isEnded: boolean
  /** Until something changes on the line, or the time is over. */
  wait(milliseconds: number): Promise<void>
  /** Lets what was written arrive, and gives the line up past the limit. */
  finish(linger: number): Promise<void>
}
