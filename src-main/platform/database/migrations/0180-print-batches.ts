import type { Migration } from '../migrator.ts'

/** Many papers as one wish (P21), and the cash drawer's own log (P11). */
export const printBatches: Migration = {
  number: 180,
  intent: 'print-batches',
  sql: `
create table print_batches (
  id text primary key,
  key text not null,
  kinds text not null,
  printers text not null,
  document_ids text,
  documents integer not null,
  laid_out integer not null,
  is_laid_out integer not null,
  papers integer not null,
  already_there integer not null,
  left_out text not null,
  lead_id text,
  is_paused integer not null,
  stopped_at text,
  moved_at text not null,
  wanted_by text not null,
  wanted_by_name text not null,
  wanted_by_role text not null,
  grants text not null,
  wanted_at text not null,
  wanted_on text not null
) strict;
create index ix_print_batches__wanted_at on print_batches (wanted_at, id);
create index ix_print_batches__key on print_batches (key, wanted_at);
create index ix_print_batches__unlaid on print_batches (id) where is_laid_out = 0;

alter table print_jobs add column batch_id text;
alter table print_jobs add column batch_place integer;
alter table print_jobs add column portion integer;
alter table print_jobs add column first_page integer;
alter table print_jobs add column pages integer;
alter table print_jobs add column bytes_name text;
alter table print_jobs add column seen_by text;
alter table print_jobs add column seen_by_name text;
create index ix_print_jobs__batch on print_jobs (batch_id, printer_id, portion, batch_place, state) where batch_id is not null;
create index ix_print_jobs__batch_place on print_jobs (batch_id, batch_place, id) where batch_id is not null;
create index ix_print_jobs__asking on print_jobs (batch_id, printer_id) where state = 'unknown' and batch_id is not null;
create index ix_print_jobs__waiting on print_jobs (device_key, batch_id, batch_place, queued_at, wanted_at, id, printer_id, is_held) where state = 'queued';
create index ix_print_jobs__open on print_jobs (state, is_held, batch_id, printer_id, id) where state in ('queued', 'sending', 'unknown', 'failed_before_send');
create index ix_print_jobs__order_number on print_jobs (order_number, id);
create index ix_print_jobs__bytes_name on print_jobs (bytes_name) where bytes_name is not null;

create table drawer_pulses (
  id text primary key,
  cause text not null,
  reason text not null,
  document_id text not null,
  printer_id text not null,
  printer_name text not null,
  result text,
  failure text,
  at text not null,
  by text not null,
  by_name text not null,
  by_role text not null,
  is_recorded integer not null
) strict;
create index ix_drawer_pulses__unrecorded on drawer_pulses (id) where is_recorded = 0;

create table drawer_openings (
  id text primary key,
  cause text not null,
  reason text not null,
  document_id text not null,
  printer_name text not null,
  station_code text not null,
  result text not null,
  failure text,
  at text not null,
  opened_on text not null,
  by text not null,
  by_name text not null
) strict;
create index ix_drawer_openings__opened_on on drawer_openings (opened_on, at, id);
create index ix_drawer_openings__document_id on drawer_openings (document_id, at);
`,
}
