import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Station-local: the printers of this station, with what they said last. */
export const printers = sqliteTable('printers', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  profile: text('profile', { mode: 'json' }).notNull(),
  position: integer('position').notNull(),
  state: text('state').notNull(),
  reason: text('reason'),
  isPaperLow: integer('is_paper_low', { mode: 'boolean' }).notNull(),
  stateAt: text('state_at'),
  testedAt: text('tested_at'),
  /** What stays the same when its address changes; null: nobody knows yet. */
  marks: text('marks', { mode: 'json' }),
})

/** Station-local: which kind of paper comes out where. */
export const printRoutes = sqliteTable('print_routes', {
  kind: text('kind').primaryKey(),
  printerId: text('printer_id').notNull(),
  copies: integer('copies').notNull(),
  tray: text('tray'),
  fallbackPrinterId: text('fallback_printer_id'),
})

/** Station-local: one paper for one printer. Its bytes lie in a file beside the database. */
export const printJobs = sqliteTable(
  'print_jobs',
  {
    id: text('id').primaryKey(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    form: text('form').notNull(),
    title: text('title').notNull(),
    documentId: text('document_id').notNull(),
    lineId: text('line_id'),
    /** Fingerprint of what the paper says. */
    revision: text('revision').notNull(),
    /** Fingerprint of the same in the built-in look: equal content is the same paper, however it looks. */
    content: text('content').notNull(),
    orderNumber: text('order_number').notNull(),
    partyName: text('party_name').notNull(),
    amount: integer('amount'),
    currency: text('currency'),
    /** Grant that whoever looks at it needs. */
    needs: text('needs'),
    /** Language of the paper. */
    language: text('language').notNull(),
    /** The paper before any device, until it is forgotten with its bytes. */
    paper: text('paper', { mode: 'json' }),
    printerId: text('printer_id').notNull(),
    printerName: text('printer_name').notNull(),
    deviceKey: text('device_key').notNull(),
    tray: text('tray'),
    copy: integer('copy').notNull(),
    copyTag: text('copy_tag'),
    copies: integer('copies').notNull(),
    state: text('state').notNull(),
    isHeld: integer('is_held', { mode: 'boolean' }).notNull(),
    reason: text('reason'),
    detail: text('detail'),
    tries: integer('tries').notNull(),
    nextTryAt: text('next_try_at'),
    hasBytes: integer('has_bytes', { mode: 'boolean' }).notNull(),
    bytesSent: integer('bytes_sent').notNull(),
    bytesTotal: integer('bytes_total').notNull(),
    lastWords: text('last_words').notNull(),
    warnings: text('warnings', { mode: 'json' }).notNull(),
    movedFrom: text('moved_from'),
    wantedBy: text('wanted_by').notNull(),
    wantedByName: text('wanted_by_name').notNull(),
    wantedByRole: text('wanted_by_role').notNull(),
    wantedAt: text('wanted_at').notNull(),
    /** When it was put in the queue last: by the wish, or by a person's retry. */
    queuedAt: text('queued_at').notNull(),
    sentAt: text('sent_at'),
    endedAt: text('ended_at'),
    /** Its outcome is in the log. */
    isRecorded: integer('is_recorded', { mode: 'boolean' }).notNull(),
    batchId: text('batch_id'),
    batchPlace: integer('batch_place'),
    portion: integer('portion'),
    firstPage: integer('first_page'),
    pages: integer('pages'),
    bytesName: text('bytes_name'),
    seenBy: text('seen_by'),
    seenByName: text('seen_by_name'),
  },
  (table) => [
    uniqueIndex('ux_print_jobs__key').on(table.key).where(sql`state <> 'cancelled'`),
    index('ix_print_jobs__wanted_at').on(table.wantedAt, table.id),
    index('ix_print_jobs__state')
      .on(table.state, table.wantedAt, table.id)
      .where(sql`state in ('queued', 'sending', 'unknown', 'failed_before_send')`),
    index('ix_print_jobs__document_id').on(table.documentId, table.kind, table.wantedAt),
    index('ix_print_jobs__unrecorded').on(table.id).where(sql`is_recorded = 0`),
    index('ix_print_jobs__batch')
      .on(table.batchId, table.printerId, table.portion, table.batchPlace, table.state)
      .where(sql`batch_id is not null`),
    index('ix_print_jobs__batch_place').on(table.batchId, table.batchPlace, table.id).where(sql`batch_id is not null`),
    index('ix_print_jobs__asking')
      .on(table.batchId, table.printerId)
      .where(sql`state = 'unknown' and batch_id is not null`),
    // Holds all that the spool asks for, so that a long line is walked without reading its papers.
    index('ix_print_jobs__waiting')
      .on(
        table.deviceKey,
        table.batchId,
        table.batchPlace,
        table.queuedAt,
        table.wantedAt,
        table.id,
        table.printerId,
        table.isHeld,
      )
      .where(sql`state = 'queued'`),
    index('ix_print_jobs__open')
      .on(table.state, table.isHeld, table.batchId, table.printerId, table.id)
      .where(sql`state in ('queued', 'sending', 'unknown', 'failed_before_send')`),
    index('ix_print_jobs__order_number').on(table.orderNumber, table.id),
    index('ix_print_jobs__bytes_name').on(table.bytesName).where(sql`bytes_name is not null`),
    index('ix_print_jobs__kept').on(table.id, table.bytesName).where(sql`has_bytes = 1`),
  ],
)

/** Station-local: many papers wanted at once (P21). Its papers are print jobs; this is the wish and how far it has got. */
export const printBatches = sqliteTable(
  'print_batches',
  {
    id: text('id').primaryKey(),
    /** What makes two wishes one batch (P3). */
    key: text('key').notNull(),
    kinds: text('kinds', { mode: 'json' }).notNull(),
    printers: text('printers', { mode: 'json' }).notNull(),
    /** In the order they are printed in; null: laid out or stopped, so nobody needs them. */
    documentIds: text('document_ids', { mode: 'json' }),
    documents: integer('documents').notNull(),
    /** Documents whose papers are print jobs by now. */
    laidOut: integer('laid_out').notNull(),
    isLaidOut: integer('is_laid_out', { mode: 'boolean' }).notNull(),
    papers: integer('papers').notNull(),
    /** Papers that were in the queue before. */
    alreadyThere: integer('already_there').notNull(),
    leftOut: text('left_out', { mode: 'json' }).notNull(),
    /** Its first paper, which stands for the batch in the journal. */
    leadId: text('lead_id'),
    isPaused: integer('is_paused', { mode: 'boolean' }).notNull(),
    stoppedAt: text('stopped_at'),
    /** When a paper of it last ended, or a person let it go on. */
    movedAt: text('moved_at').notNull(),
    wantedBy: text('wanted_by').notNull(),
    wantedByName: text('wanted_by_name').notNull(),
    wantedByRole: text('wanted_by_role').notNull(),
    /** What they might do then: papers are laid out after the command, and after a crash in the next run. */
    grants: text('grants', { mode: 'json' }).notNull(),
    wantedAt: text('wanted_at').notNull(),
    wantedOn: text('wanted_on').notNull(),
    /** What a person said of all of it, until it is said of each paper. */
    move: text('move', { mode: 'json' }),
  },
  (table) => [
    index('ix_print_batches__wanted_at').on(table.wantedAt, table.id),
    index('ix_print_batches__key').on(table.key, table.wantedAt),
    index('ix_print_batches__unlaid').on(table.id).where(sql`is_laid_out = 0`),
    index('ix_print_batches__moving').on(table.id).where(sql`move is not null`),
  ],
)

/** Station-local: one line per state of a print job, on the disk before its bytes leave (P5). */
export const printJournal = sqliteTable(
  'print_journal',
  {
    id: text('id').primaryKey(),
    printJobId: text('print_job_id').notNull(),
    at: text('at').notNull(),
    state: text('state').notNull(),
    reason: text('reason'),
    bytesSent: integer('bytes_sent').notNull(),
    detail: text('detail'),
  },
  (table) => [index('ix_print_journal__print_job_id').on(table.printJobId, table.at)],
)

/** How prints ended, on every station. */
export const printOutcomes = sqliteTable(
  'print_outcomes',
  {
    id: text('id').primaryKey(),
    printJobId: text('print_job_id').notNull(),
    documentId: text('document_id').notNull(),
    lineId: text('line_id'),
    kind: text('kind').notNull(),
    copy: integer('copy').notNull(),
    copies: integer('copies').notNull(),
    result: text('result').notNull(),
    printerName: text('printer_name').notNull(),
    stationCode: text('station_code').notNull(),
    bytesSent: integer('bytes_sent').notNull(),
    bytesTotal: integer('bytes_total').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [index('ix_print_outcomes__document_id').on(table.documentId, table.kind, table.at)],
)

/** Station-local: each time the drawer was to open, on the disk before the pulse leaves (P11). */
export const drawerPulses = sqliteTable(
  'drawer_pulses',
  {
    id: text('id').primaryKey(),
    cause: text('cause').notNull(),
    reason: text('reason').notNull(),
    documentId: text('document_id').notNull(),
    printerId: text('printer_id').notNull(),
    printerName: text('printer_name').notNull(),
    /** Null while nobody knows yet. */
    result: text('result'),
    failure: text('failure'),
    at: text('at').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    byRole: text('by_role').notNull(),
    isRecorded: integer('is_recorded', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('ix_drawer_pulses__unrecorded').on(table.id).where(sql`is_recorded = 0`)],
)

/** Who opened which drawer, when and why, on every station. */
export const drawerOpenings = sqliteTable(
  'drawer_openings',
  {
    id: text('id').primaryKey(),
    cause: text('cause').notNull(),
    reason: text('reason').notNull(),
    documentId: text('document_id').notNull(),
    printerName: text('printer_name').notNull(),
    stationCode: text('station_code').notNull(),
    result: text('result').notNull(),
    failure: text('failure'),
    at: text('at').notNull(),
    openedOn: text('opened_on').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [
    index('ix_drawer_openings__opened_on').on(table.openedOn, table.at, table.id),
    index('ix_drawer_openings__document_id').on(table.documentId, table.at),
  ],
)

/** How papers look, on every station. */
export const printTemplates = sqliteTable(
  'print_templates',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    design: text('design', { mode: 'json' }).notNull(),
    version: integer('version').notNull(),
    standardSince: text('standard_since'),
    customers: text('customers', { mode: 'json' }).notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('ix_print_templates__kind').on(table.kind, table.name, table.id)],
)
