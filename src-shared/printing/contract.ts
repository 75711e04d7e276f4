import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { printBatchSummary } from './batch-contract.ts'
import { foundPrinter, printerMarks } from './found-printer.ts'
import { paperForms, paperKind, printJobRow, warning } from './paper-shapes.ts'
import { printerInput } from './printer-input.ts'
import { printerProfileSchema, printerRoads } from './printer-profile.ts'
import { printerStates } from './printer-state.ts'
import { printOutcomeResults } from './replication.ts'
import { printerTests } from './set-up-steps.ts'

const printJobId = idOf<'PrintJob'>()
const printerId = idOf<'Printer'>()
const documentId = idOf<'PrintedDocument'>()
/** Print jobs that are written down in one go. */
export const mostRecorded = 100
const nothing = z.strictObject({})
const copies = z.int().min(1).max(500)

/** Which paper: of which document and, for papers of single lines (job tickets), of which of them; left out: of all. */
const paperOf = {
  kind: paperKind,
  documentId,
  lineIds: z.array(idOf<'PrintedLine'>()).min(1).max(200).optional(),
}

/** What labels of no document say: codes of bins, typed. */
const typedCodes = z
  .array(requiredText({ max: 40 }))
  .min(1)
  .max(100)

/** A picture as the paper comes out, or the file itself: base64. */
const paperPicture = z.object({ mediaType: z.enum(['image/png', 'application/pdf']), data: z.string() })
const route = z.object({
  kind: z.string(),
  printerId: z.string(),
  copies: z.number(),
  /** Tray of an office printer, in the spooler's name for it; null: as the printer's profile says. */
  tray: z.string().nullable(),
  /** Offered when the printer fails; taken only after a person says yes. */
  fallbackPrinterId: z.string().nullable(),
})

/** Instant and id of the last row seen. */
const pageKey = z.tuple([z.string(), z.string()])

export const printingContract = contract(
  // Printers of this station and which paper comes out where.
  query('printer.list', {
    input: nothing,
    output: z.object({
      printers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** What it prints; its language is locked to it (P13). */
          form: z.enum(paperForms),
          profile: printerProfileSchema,
          position: z.number(),
          state: z.enum(printerStates),
          /** `reason.<code>` behind the state. */
          reason: z.string().nullable(),
          isPaperLow: z.boolean(),
          /** Since when; null: not asked yet. */
          stateAt: z.string().nullable(),
          /** When a person last said that a test came out. */
          testedAt: z.string().nullable(),
          /** It has a mark of its own by which it is found at another address (P19). */
          canBeFound: z.boolean(),
          waiting: z.number(),
          asking: z.number(),
        }),
      ),
    }),
    permission: 'printer.see',
    touches: ['printer', 'print_job'],
    summary: 'This station’s printers with what they said last and what waits for them.',
  }),
  local('printer.add', {
    input: z.strictObject({
      id: printerId.optional(),
      profile: printerInput,
      position: z.int().min(0).optional(),
      /** As it was found with; what tells it apart when its address changes. */
      marks: printerMarks.optional(),
    }),
    output: z.object({ id: z.string() }),
    permission: 'printer.change',
    summary: 'Adds a printer to this station. Only ports that printers listen on are taken.',
  }),
  local('printer.change', {
    input: z.strictObject({ id: printerId, profile: printerInput.optional(), position: z.int().min(0).optional() }),
    output: z.null(),
    summary: 'Corrects a printer; its language cannot change (P13).',
  }),
  local('printer.accept', {
    input: z.strictObject({ id: printerId }),
    output: z.null(),
    permission: 'printer.change',
    summary: 'Says that whoever answers for a printer now is this printer: what was known of it is learned anew (P19).',
  }),
  local('printer.remove', {
    input: z.strictObject({ id: printerId }),
    output: z.null(),
    permission: 'printer.change',
    summary: 'Takes a printer away with its routes. Refused while something waits for it or asks.',
  }),
  local('printer.test', {
    input: z.strictObject({ id: printerId, what: z.enum(printerTests).default('page') }),
    output: z.object({
      printJobId: z.string(),
      /** For `codePages`: the lines of the strip in order; the one that reads right goes first in the profile. */
      lines: z.array(z.object({ page: z.number(), encoding: z.string() })),
      /** A queue on the way whose driver may swallow what is not a page; the person who looks at the paper is told (P14). */
      queueWithDriver: z.string().nullable(),
      /** For `darkness`: what each of the labels was printed with, in order. */
      levels: z.array(z.number()),
    }),
    permission: 'printer.change',
    summary:
      'Prints a test: a page; strips of code pages, width and cutting (receipt); ruler, offset, darkness and calibration (label). Refused when the printer answers in another language.',
  }),
  local('printer.confirmTest', {
    input: z.strictObject({ id: printerId, cameOut: z.boolean() }),
    output: z.null(),
    permission: 'printer.change',
    summary: 'What a person says about the last test.',
  }),
  local('printer.find', {
    input: nothing,
    output: z.object({
      queues: z.array(z.object({ queue: z.string(), description: z.string() })),
      /** Roads that printers of this computer can be reached by. */
      roads: z.array(z.enum(printerRoads)),
      /** Ports of this computer with a printer or an adapter at them; `fix`: what to type so that this person may use it. */
      devices: z.array(z.object({ road: z.enum(['usb', 'serial']), path: z.string(), fix: z.array(z.string()) })),
      /** What in this computer's spooler keeps receipts and labels from its queues (P26): `screen.spooler.<code>`. */
      advice: z.object({ code: z.enum(['cups3', 'protectedPrint']), version: z.string() }).nullable(),
    }),
    permission: 'printer.change',
    summary:
      'Ways from this computer to a printer: queues of its spooler, ports with something at them, and what is in the way.',
  }),
  local('printer.search', {
    input: nothing,
    output: z.object({
      printers: z.array(
        foundPrinter.extend({
          /** Already a printer of this station. */
          isKnown: z.boolean(),
        }),
      ),
    }),
    permission: 'printer.change',
    summary: 'Printers that answer in the network within a few seconds. Only ever because a person asks for it.',
  }),
  local('printer.seek', {
    input: z.strictObject({ id: printerId }),
    output: z.object({ /** Where it answers now; null: nowhere. */ host: z.string().nullable() }),
    permission: 'printer.change',
    summary:
      'Looks in the network for a printer that is not reached any more. Changes nothing: a person decides (P19).',
  }),
  query('printRoute.list', {
    input: nothing,
    output: z.object({
      /** Every paper of the product with where it comes out; null: nobody has said so yet. */
      papers: z.array(
        z.object({
          kind: z.string(),
          forms: z.array(z.enum(paperForms)),
          /** Entity it is a paper of: `sales_order`, `product`. */
          about: z.string(),
          route: route.nullable(),
        }),
      ),
    }),
    permission: 'printRoute.see',
    touches: ['print_route', 'printer'],
    summary: 'Which paper comes out where at this station.',
  }),
  local('printRoute.put', {
    input: z.strictObject({
      kind: paperKind,
      /** Null takes the route away: the next print asks. */
      printerId: printerId.nullable(),
      copies: copies.default(1),
      tray: z
        .string()
        .regex(/^[\w.-]+$/u)
        .nullable()
        .default(null),
      fallbackPrinterId: printerId.nullable().default(null),
    }),
    output: z.null(),
    permission: 'printRoute.change',
    summary: 'Says where a kind of paper comes out at this station.',
  }),

  // Papers.
  command('paper.print', {
    input: z.strictObject({
      papers: z
        .array(
          z.strictObject({
            ...paperOf,
            /** Left out: where the route says. Without a route the answer is the refusal `printRoute.missing`. */
            printerId: printerId.optional(),
            copies: copies.optional(),
            /** Left out: the customer's template, else the standard of the kind (PR40). */
            templateId: idOf<'PrintTemplate'>().optional(),
            codes: typedCodes.optional(),
          }),
        )
        .min(1)
        .max(50),
      /** Keeps the printers named here as routes of papers that have none yet: asked once, remembered. */
      remember: z.boolean().default(false),
    }),
    output: z.object({
      /** One for each sheet; the same id again when the very paper was already asked for (P3). */
      printJobIds: z.array(z.string()),
    }),
    permission: 'printJob.print',
    summary: 'Prints papers: one, those of many orders, or all of one order (PRN-01, PRN-04, PRN-08).',
  }),
  local('paper.preview', {
    input: z.strictObject({
      ...paperOf,
      printerId: printerId.optional(),
      form: z.enum(paperForms).optional(),
      templateId: idOf<'PrintTemplate'>().optional(),
      codes: typedCodes.optional(),
      as: z.enum(['picture', 'pdf']).default('picture'),
    }),
    output: z.object({
      form: z.enum(paperForms),
      copy: z.number(),
      pictures: z.array(paperPicture),
      warnings: z.array(warning),
    }),
    permission: 'printJob.print',
    summary:
      'The paper as it would come out, from the same layout as the print (P25). Pages: one picture each, or the PDF.',
  }),
  local('paper.pdf', {
    input: z.strictObject({ ...paperOf, templateId: idOf<'PrintTemplate'>().optional() }),
    output: z.object({ hash: z.string(), name: z.string(), size: z.number(), pages: z.number() }),
    permission: 'printJob.print',
    summary: 'The paper as a PDF in the file store, to download or to send (PRN-03).',
  }),

  // The print journal.
  query('printJob.list', {
    input: z.strictObject({
      show: z.enum(['all', 'unknown', 'failed', 'queued']).default('all'),
      documentId: documentId.nullable().default(null),
      after: pageKey.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(printJobRow), next: pageKey.nullable() }),
    permission: 'printJob.see',
    touches: ['print_job', 'printer'],
    summary: 'Print jobs of this station, newest first.',
  }),
  query('printJob.journal', {
    input: z.strictObject({
      show: z.enum(['all', 'unknown', 'failed', 'queued']).default('all'),
      /** Part of an order's number; the papers of a batch are then found one by one. */
      number: z.string().trim().max(40).default(''),
      printerId: printerId.nullable().default(null),
      after: pageKey.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(printJobRow.extend({ batch: printBatchSummary.nullable() })),
      next: pageKey.nullable(),
    }),
    permission: 'printJob.see',
    touches: ['print_job', 'printer'],
    summary: 'Print jobs of this station, newest first; a batch is one line, with its first paper for all of them.',
  }),
  query('printJob.counts', {
    input: nothing,
    output: z.object({
      unknown: z.number(),
      failed: z.number(),
      queued: z.number(),
      held: z.number(),
      today: z.number(),
    }),
    permission: 'printJob.see',
    touches: ['print_job'],
    summary: 'How many print jobs ask, wait, and were made today.',
  }),
  local('printJob.image', {
    input: z.strictObject({ id: printJobId }),
    output: z.object({ pictures: z.array(paperPicture) }),
    permission: 'printJob.see',
    summary: 'What a print job printed, drawn from the layout its bytes were made from.',
  }),
  local('printJob.thumbnail', {
    input: z.strictObject({ id: printJobId }),
    output: z.object({ mediaType: z.literal('image/png'), data: z.string() }),
    permission: 'printJob.see',
    summary: 'The same, as small as a row of the journal.',
  }),
  command('printJob.answer', {
    input: z.strictObject({
      id: printJobId,
      answer: z.enum(['came_out', 'print_again', 'move', 'cancel']),
      /** The other printer, for `move`. */
      printerId: printerId.optional(),
    }),
    output: z.object({
      /** The print job that was made by the answer, with its COPY tag. */
      printJobId: z.string().nullable(),
    }),
    summary: 'Answers “Did it come out?” for a print job whose outcome is unknown (P2).',
  }),
  local('printJob.retry', {
    input: z.strictObject({ ids: z.array(printJobId).min(1).max(200) }),
    output: z.object({ retried: z.number() }),
    permission: 'printJob.answer',
    summary: 'Prints what failed before a byte left, or what was held for having waited too long.',
  }),
  local('printJob.move', {
    input: z.strictObject({ id: printJobId, printerId }),
    output: z.null(),
    permission: 'printJob.answer',
    summary: 'Gives a waiting, held or failed print job to another printer. No byte of it has left, so it is no copy.',
  }),
  local('printJob.cancel', {
    input: z.strictObject({ ids: z.array(printJobId).min(1).max(200) }),
    output: z.object({ cancelled: z.number() }),
    permission: 'printJob.answer',
    summary: 'Drops print jobs that wait, are held or failed.',
  }),
  command('printJob.record', {
    input: z.strictObject({ ids: z.array(printJobId).min(1).max(mostRecorded) }),
    output: z.null(),
    summary: 'Writes down for every station how print jobs of this one ended. The program does so by itself.',
  }),
  query('printOutcome.list', {
    input: z.strictObject({ documentId }),
    output: z.object({
      outcomes: z.array(
        z.object({
          printJobId: z.string(),
          kind: z.string(),
          lineId: z.string().nullable(),
          printerName: z.string(),
          stationCode: z.string(),
          byName: z.string(),
          copy: z.number(),
          copies: z.number(),
          result: z.enum(printOutcomeResults),
          at: z.string(),
        }),
      ),
    }),
    permission: 'printJob.see',
    touches: ['print_outcome'],
    summary: 'What was printed of one document, on every station: the last word on each print job, newest first (W7).',
  }),
)
