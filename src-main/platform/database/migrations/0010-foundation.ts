import type { Migration } from '../migrator.ts'

/**
 * The log, the folded documents and the machinery every feature shares (write-path "Tables on a station"). Columns of type
 * `any` hold canonical JSON, long ones packed (changes/packed-text.ts).
 */
export const foundation: Migration = {
  number: 10,
  intent: 'foundation',
  sql: `
create table changes (
  lsn integer primary key,
  id text not null,
  station text not null,
  sseq integer not null,
  command_id text not null,
  command text not null,
  group_no integer not null,
  hlc text not null,
  actor text not null,
  actor_role text not null,
  reason text,
  at_wall text not null,
  entity text not null,
  doc text not null,
  kind text not null,
  payload any,
  payload_digest blob not null,
  app_ver text not null,
  schema_ver integer not null,
  prev_hash blob not null,
  hash blob not null,
  seq integer,
  hlc_eff text,
  verdict text not null,
  verdict_detail text,
  recv_at text
) strict;
create unique index ux_changes__station_sseq on changes (station, sseq);
create index ix_changes__doc on changes (doc, lsn);
create index ix_changes__outbox on changes (sseq) where verdict = 'pending';
create unique index ux_changes__seq on changes (seq) where seq is not null;

create table maintenance (what text primary key) strict;
create trigger changes_keep_rows before delete on changes
begin select raise(abort, 'changes are never deleted'); end;
create trigger changes_keep_values before update on changes
when not (
  new.lsn is old.lsn and new.id is old.id and new.station is old.station and new.sseq is old.sseq
  and new.command_id is old.command_id and new.command is old.command and new.group_no is old.group_no
  and new.hlc is old.hlc and new.actor is old.actor and new.actor_role is old.actor_role and new.reason is old.reason
  and new.at_wall is old.at_wall and new.entity is old.entity and new.doc is old.doc and new.kind is old.kind
  and new.payload_digest is old.payload_digest and new.app_ver is old.app_ver and new.schema_ver is old.schema_ver
  and new.prev_hash is old.prev_hash and new.hash is old.hash
  and (
    (new.payload is old.payload and old.seq is null and old.hlc_eff is null and old.verdict in ('local', 'pending'))
    or (
      new.payload is null and exists (select 1 from maintenance where what = 'prune_payloads')
      and new.seq is old.seq and new.hlc_eff is old.hlc_eff and new.verdict is old.verdict
      and new.verdict_detail is old.verdict_detail and new.recv_at is old.recv_at
    )
  )
)
begin select raise(abort, 'changes are never altered'); end;

create table docs (
  id text primary key,
  entity text not null,
  data any not null,
  stamps text not null,
  marks text
) strict;

create table commands (
  id text primary key,
  org text not null,
  body_hash blob not null,
  result text not null
) strict, without rowid;

create table slot_sums (
  target text not null,
  slot text not null,
  key text not null,
  amount integer not null,
  primary key (target, slot, key)
) strict, without rowid;

create table counters (
  name text not null,
  scope text not null,
  key text not null,
  amount integer not null,
  primary key (name, scope, key)
) strict, without rowid;

create table document_numbers (
  series text not null,
  station text not null,
  year integer not null,
  counter integer not null,
  doc text not null,
  entity text not null,
  number text not null,
  primary key (series, station, year, counter)
) strict, without rowid;
create index ix_document_numbers__number on document_numbers (number);

create table station_facts (name text primary key, value text not null) strict, without rowid;

create table errands (
  id text primary key,
  kind text not null,
  payload text not null,
  doc text,
  state text not null,
  attempts integer not null,
  due_at text not null,
  last_problem text,
  created_at text not null
) strict;
create index ix_errands__due on errands (due_at) where state = 'waiting';
`,
}
