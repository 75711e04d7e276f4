import { z } from 'zod'
import { command, contract, local, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { paperKind, printJobRow } from './paper-shapes.ts'
import { batchStates, documentsInBatch } from './print-batch.ts'

const batchId = idOf<'PrintBatch'>()
const printerId = idOf<'Printer'>()

/** Papers of a batch at one printer, by how they stand. */
const batchPrinter = z.object({
  printerId: z.string(),
  printerName: z.string(),
  papers: z.number(),
  waiting: z.number(),
  sending: z.number(),
  /** Printed, or handed over where the printer proves nothing. */
  done: z.number(),
  unknown: z.number(),
  failed: z.number(),
  cancelled: z.number(),
  /** As far as they are drawn. */
  pages: z.number(),
})

export const printBatchSummary = z.object({
  id: z.string(),
  state: z.enum(batchStates),
  kinds: z.array(z.string()),
  documents: z.number(),
  laidOut: z.number(),
  papers: z.number(),
  alreadyThere: z.number(),
  isPaused: z.boolean(),
  stoppedAt: z.string().nullable(),
  wantedAt: z.string(),
  wantedByName: z.string(),
  printers: z.array(batchPrinter),
  leftOut: z.array(
    z.object({
      kind: z.string(),
      documentId: z.string().nullable(),
      refusal: z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      }),
    }),
  ),
})

export const printBatchContract = contract(
  command('printBatch.make', {
    input: z.strictObject({
      /** In the order they come out in. */
      documentIds: z.array(idOf<'PrintedDocument'>()).min(1).max(documentsInBatch),
      /** In the order each document's papers come out in. */
      kinds: z.array(paperKind).min(1).max(20),
      /** Printers of kinds that have no route, or of this once. */
      printers: z.record(paperKind, printerId).default({}),
      /** Keeps the printers named here as routes of papers that have none yet: asked once, remembered. */
      remember: z.boolean().default(false),
    }),
    output: z.object({
      /** The same id again when the very same papers are on their way already (P3). */
      id: z.string(),
    }),
    permission: 'printJob.print',
    summary: 'Prints papers of many documents in the order of their list, as one batch (PRN-04).',
  }),
  query('printBatch.get', {
    input: z.strictObject({ id: batchId }),
    output: printBatchSummary,
    permission: 'printJob.see',
    touches: ['print_job'],
    summary: 'How far a batch has got, at each of its printers.',
  }),
  query('printBatch.papers', {
    input: z.strictObject({
      id: batchId,
      /** Place in the batch and id of the last row seen. */
      after: z.tuple([z.number(), z.string()]).nullable().default(null),
      limit: z.int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(printJobRow), next: z.tuple([z.number(), z.string()]).nullable() }),
    permission: 'printJob.see',
    touches: ['print_job'],
    summary: 'The page map: papers of a batch in their order, each with its first page at its printer (P21).',
  }),
  local('printBatch.pause', {
    input: z.strictObject({ id: batchId, isPaused: z.boolean() }),
    output: z.null(),
    permission: 'printJob.answer',
    summary: 'Lets a batch stand still after what is at the printer, or go on with what waits and what failed.',
  }),
  local('printBatch.stop', {
    input: z.strictObject({ id: batchId }),
    output: z.object({ cancelled: z.number() }),
    permission: 'printJob.answer',
    summary: 'Calls off what has not left of a batch, and says how many papers that was.',
  }),
  local('printBatch.answer', {
    input: z.strictObject({
      id: batchId,
      printerId,
      /** First page that is missing, counted through the batch at this printer; null: all of it came out. */
      fromPage: z.int().min(1).max(1_000_000).nullable(),
    }),
    output: z.object({
      cameOut: z.number(),
      /** Printed again as they were: nothing of them had come out. */
      again: z.number(),
      /** Printed again as the next copy: part of them had come out. */
      copies: z.number(),
    }),
    permission: 'printJob.answer',
    summary: 'What a person found at the printer: prints the rest again from the page that is missing (P2, P21).',
  }),
)
