import type { PrintDocument } from './print-document.ts'
import type { PrintJobState } from './print-job-states.ts'
import type { SendReason } from './print-outcome.ts'
import type { PrintWarning } from './print-warning.ts'

/** Why a print job stands where it stands, when neither printer nor line said so. */
export const spoolReasons = ['waitedTooLong', 'programEnded', 'printerGone', 'notDrawn', 'answeredNotThere'] as const
export type SpoolReason = (typeof spoolReasons)[number]

/** One paper for one printer. */
export interface PrintJob {
  readonly id: string
  /** P3: what makes two wishes one print job. */
  readonly key: string
  readonly kind: string
  readonly form: PrintDocument['form']
  readonly title: string
  readonly documentId: string
  readonly lineId: string | null
  readonly revision: string
  /** What it says, apart from its look; '' of tests. */
  readonly content: string
  readonly orderNumber: string
  readonly partyName: string
  readonly amount: { readonly amount: number; readonly currency: string } | null
  readonly needs: string | null
  readonly language: string
  /** Without its COPY tag, which belongs to the print job; null: forgotten, or bytes of a test. */
  readonly paper: PrintDocument | null
  readonly printerId: string
  readonly printerName: string
  readonly deviceKey: string
  readonly tray: string | null
  readonly copy: number
  readonly copyTag: string | null
  readonly copies: number
  readonly state: PrintJobState
  readonly isHeld: boolean
  /** Of the device, of the spool, or the code of a refusal of the paper itself. */
  readonly reason: SendReason | SpoolReason | string | null
  readonly detail: string | null
  readonly tries: number
  readonly nextTryAt: string | null
  readonly hasBytes: boolean
  readonly bytesSent: number
  readonly bytesTotal: number
  readonly lastWords: string
  readonly warnings: readonly PrintWarning[]
  readonly movedFrom: string | null
  readonly wantedBy: string
  readonly wantedByName: string
  readonly wantedByRole: string
  readonly wantedAt: string
  readonly queuedAt: string
  readonly sentAt: string | null
  readonly endedAt: string | null
  readonly isRecorded: boolean
  /** The batch it is one of, with its place in it; null: wanted by itself. */
  readonly batchId: string | null
  readonly batchPlace: number | null
  /** Papers of a batch with the same printer, tray and portion leave together; null: it leaves by itself. */
  readonly portion: number | null
  /** Its first page, counted through all that its batch prints at this printer; null: not drawn yet. */
  readonly firstPage: number | null
  readonly pages: number | null
  /** File of the bytes it left with, when it left with others. */
  readonly bytesName: string | null
  /** Who looked whether it came out, when they said so of a whole batch. */
  readonly seenBy: string | null
  readonly seenByName: string | null
}

/** Kinds of the printers' own tests; nobody needs to know on another station how they ended. */
export const testKind = 'printing.test'

/** Papers and bytes are kept this long for an exact reprint (P5). */
export const daysKept = 30

/** Two wishes for the very same paper within this time are one wish, even if the first came out meanwhile (P3). */
export const doubleClickMilliseconds = 2000
