import type { Migration } from '../migration.ts'

/**
 * What stations need to trust each other without trusting the cloud (their letter keys, proofs and rosters), the letters
 * they leave for each other, which instance of a station spoke last, and how far each has read.
 */
export const members: Migration = {
  number: 30,
  intent: 'members',
  sql: `
alter table stations
  add column box_key text not null default '',
  add column invited_by uuid,
  add column proof text,
  add column welcome text,
  add column roster text,
  add column roster_signature text,
  add column instance uuid,
  add column read_to bigint not null default 0,
  add column waiting integer not null default 0;

-- After a restore the instances that are known are those of the backup: the owner forgets them.
create policy upkeep on stations to current_user using (true);

create table letters (
  org uuid not null references organisations,
  station uuid not null,
  name text not null,
  stamp text not null,
  sent_by uuid not null,
  sealed text not null,
  signature text not null,
  primary key (org, station, name)
);
alter table letters enable row level security;
alter table letters force row level security;
create policy own on letters using (org = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update on letters to counterproof_app;
`,
}
