import type { Migration } from '../migrator.ts'

/** Printers, routes and print jobs are this station's own; how each print ended is known everywhere (write-path W7). */
export const printing: Migration = {
  number: 35,
  intent: 'printing',
  sql: `
create table printers (
  id text primary key,
  name text not null,
  profile text not null,
  position integer not null,
  state text not null,
  reason text,
  is_paper_low integer not null,
  state_at text,
  tested_at text
) strict;

create table print_routes (
  kind text primary key,
  printer_id text not null,
  copies integer not null,
  tray text,
  fallback_printer_id text
) strict;

create table print_jobs (
  id text primary key,
  key text not null,
  kind text not null,
  form text not null,
  title text not null,
  document_id text not null,
  line_id text,
  revision text not null,
  order_number text not null,
  party_name text not null,
  amount integer,
  currency text,
  needs text,
  language text not null,
  paper text,
  printer_id text not null,
  printer_name text not null,
  device_key text not null,
  tray text,
  copy integer not null,
  copy_tag text,
  copies integer not null,
  state text not null,
  is_held integer not null,
  reason text,
  detail text,
  tries integer not null,
  next_try_at text,
  has_bytes integer not null,
  bytes_sent integer not null,
  bytes_total integer not null,
  last_words text not null,
  warnings text not null,
  moved_from text,
  wanted_by text not null,
  wanted_by_name text not null,
  wanted_by_role text not null,
  wanted_at text not null,
  queued_at text not null,
  sent_at text,
  ended_at text,
  is_recorded integer not null
) strict;
create unique index ux_print_jobs__key on print_jobs (key) where state <> 'cancelled';
create index ix_print_jobs__wanted_at on print_jobs (wanted_at, id);
create index ix_print_jobs__state on print_jobs (state, wanted_at, id) where state in ('queued', 'sending', 'unknown', 'failed_before_send');
create index ix_print_jobs__document_id on print_jobs (document_id, kind, wanted_at);
create index ix_print_jobs__unrecorded on print_jobs (id) where is_recorded = 0;

create table print_journal (
  id text primary key,
  print_job_id text not null,
  at text not null,
  state text not null,
  reason text,
  bytes_sent integer not null,
  detail text
) strict;
create index ix_print_journal__print_job_id on print_journal (print_job_id, at);

create table print_outcomes (
  id text primary key,
  print_job_id text not null,
  document_id text not null,
  line_id text,
  kind text not null,
  copy integer not null,
  copies integer not null,
  result text not null,
  printer_name text not null,
  station_code text not null,
  bytes_sent integer not null,
  bytes_total integer not null,
  at text not null,
  by text not null,
  by_name text not null
) strict;
create index ix_print_outcomes__document_id on print_outcomes (document_id, kind, at);
`,
}
