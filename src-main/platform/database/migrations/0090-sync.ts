import type { Migration } from '../migrator.ts'

/**
 * What a station knows of the others and of its place in the feed. `changes` may now also lose its answers by one named
 * path: after a restore the cloud answers anew (SPEC Y12). The outbox is a cursor over `sseq` and needs no index.
 */
export const sync: Migration = {
  number: 90,
  intent: 'sync',
  sql: `
drop index ix_changes__outbox;
drop trigger changes_keep_values;
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
    or (
      new.payload is old.payload and exists (select 1 from maintenance where what = 'forget_answers')
      and new.seq is null and new.hlc_eff is null and new.verdict = 'pending' and new.verdict_detail is null
      and new.recv_at is null
    )
  )
)
begin select raise(abort, 'changes are never altered'); end;

create table stations (
  id text primary key,
  code text not null,
  last_sseq integer not null,
  last_hash blob not null
) strict, without rowid;

create table unread_changes (
  seq integer primary key,
  station text not null,
  sseq integer not null,
  raw text not null,
  verdict text not null,
  code text
) strict;
`,
}
