import {
  type DocumentOf,
  documentEntity,
  free,
  ledger,
  postingEntity,
  setOf,
  type WrittenBy,
} from '#shared/kernel/change/entity.ts'
import type { DrawerCause, DrawerResult } from './drawer.ts'
import type { TemplateDesign } from './templates/design-schema.ts'
import { builtInDesign } from './templates/paper-look.ts'

/** What is known of a print job in the end. `unknown` stands until a person has looked; `not_there` is what they saw. */
export const printOutcomeResults = ['printed', 'handed_over', 'unknown', 'not_there'] as const
export type PrintOutcomeResult = (typeof printOutcomeResults)[number]

const outcomeWriters: WrittenBy = {
  // The program records it, as whoever wanted the print.
  'printJob.record': ['printJob.print'],
  'printJob.answer': ['printJob.answer'],
}

/**
 * How a print job ended, for every station (W7). A later posting of the same print job is the last word on it: a person
 * looked and said so.
 */
export const printOutcomeEntity = postingEntity('print_outcome', outcomeWriters, {
  printJobId: ledger(''),
  /** The document the paper is of: an order, a product. */
  documentId: ledger(''),
  lineId: ledger<string | null>(null),
  kind: ledger(''),
  copy: ledger(1),
  copies: ledger(1),
  result: ledger<PrintOutcomeResult>('printed'),
  printerName: ledger(''),
  stationCode: ledger(''),
  bytesSent: ledger(0),
  bytesTotal: ledger(0),
  at: ledger(''),
  /** Who wanted it, or who looked. */
  by: ledger(''),
  byName: ledger(''),
})

export type PrintOutcomePosting = DocumentOf<typeof printOutcomeEntity>

/**
 * A drawer that was opened, for every station (P11). The program records it, as whoever received the cash or pressed the
 * button.
 */
export const drawerOpeningEntity = postingEntity(
  'drawer_opening',
  { 'drawer.record': ['drawer.open', 'payment.receive'] },
  {
    cause: ledger<DrawerCause>('button'),
    reason: ledger(''),
    documentId: ledger(''),
    printerName: ledger(''),
    stationCode: ledger(''),
    result: ledger<DrawerResult>('opened'),
    failure: ledger<string | null>(null),
    at: ledger(''),
    openedOn: ledger(''),
    by: ledger(''),
    byName: ledger(''),
  },
)
const templateWriters: WrittenBy = {
  'printTemplate.add': ['printTemplate.change'],
  'printTemplate.change': ['printTemplate.change'],
  'printTemplate.makeStandard': ['printTemplate.change'],
  'printTemplate.assign': ['printTemplate.change'],
  'printTemplate.archive': ['printTemplate.change'],
  'finding.resolve': ['printTemplate.change'],
}

/** How a kind of paper looks (SET-15). Its versions are its history: each save is one (PR45). */
export const printTemplateEntity = documentEntity('print_template', templateWriters, {
  name: free('', { important: true }),
  kind: free(''),
  /** One value: half of one design and half of another is a paper that nobody drew. */
  design: free<TemplateDesign>(builtInDesign, { composite: true, important: true }),
  version: free(1),
  /** Since when it is the standard of its kind; the latest one is. */
  standardSince: free<string | null>(null),
  /** Customers whose papers look so, each with since when. */
  customers: setOf<string>(),
  archived: free(false),
})

export type PrintTemplate = DocumentOf<typeof printTemplateEntity>
