import { z } from 'zod'
import { printJobStates } from './print-job-states.ts'

/**
 * `<folder of the feature that owns the paper>.<paper>`: `fulfilment.packingSlip`. Its name in words is
 * `<folder>:paper.<paper>.name`.
 */
export const paperKind = z.string().regex(/^[a-z][a-z-]{0,40}\.[a-z][A-Za-z]{0,40}$/, 'paper.kind')
export const paperForms = ['page', 'receipt', 'label'] as const

/** What a person should know about a paper that was made all the same; worded from `warning.<code>`. */
export const warning = z.looseObject({ code: z.string() })

export const printJobRow = z.object({
  id: z.string(),
  kind: z.string(),
  form: z.enum(paperForms),
  /** Title of the paper in its own language; papers are named on screen by their kind. */
  title: z.string(),
  documentId: z.string(),
  lineId: z.string().nullable(),
  /** '' where the paper is of no order. */
  orderNumber: z.string(),
  partyName: z.string(),
  /** Absent without the right to see prices, and on papers without money. */
  amount: z.object({ amount: z.number(), currency: z.string() }).optional(),
  printerId: z.string(),
  printerName: z.string(),
  stationCode: z.string(),
  wantedBy: z.string(),
  wantedByName: z.string(),
  wantedAt: z.string(),
  /** 1 is the first; from 2 on the paper carries its COPY tag. */
  copy: z.number(),
  /** Identical prints in this one print job. */
  copies: z.number(),
  state: z.enum(printJobStates),
  /** Waited too long: printed only when a person says so (`printJob.retry`). */
  isHeld: z.boolean(),
  /** Why it waits, failed or is unknown: `reason.<code>` (`paperOut`), or the code of a refusal of the paper itself. */
  reason: z.string().nullable(),
  /** The device's or spooler's own words. */
  detail: z.string().nullable(),
  bytesSent: z.number(),
  bytesTotal: z.number(),
  /** Last words of the paper: what to look for when nobody knows whether it came out. */
  lastWords: z.string(),
  warnings: z.array(warning),
  /** Name of the printer it was moved away from. */
  movedFrom: z.string().nullable(),
  sentAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** When the program tries again by itself. */
  nextTryAt: z.string().nullable(),
  /** Its picture can still be shown (30 days). */
  hasImage: z.boolean(),
  batchId: z.string().nullable(),
  batchPlace: z.number().nullable(),
  /** Counted through all that its batch prints at this printer; null: not drawn yet, or wanted by itself. */
  firstPage: z.number().nullable(),
  pages: z.number().nullable(),
})
