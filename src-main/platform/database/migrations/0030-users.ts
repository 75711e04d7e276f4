import type { Migration } from '../migrator.ts'

export const users: Migration = {
  number: 30,
  intent: 'users',
  sql: `
create table users (
  id text primary key,
  name text not null,
  role text not null,
  email text not null,
  language text not null,
  given text not null,
  withheld text not null,
  is_archived integer not null
) strict;

create table credentials (
  user_id text primary key,
  password_hash text,
  pin_hash text,
  recovery_hash text
) strict;

create table sign_in_tries (
  user_id text not null,
  device text not null,
  kind text not null,
  failures integer not null,
  blocked_until text,
  primary key (user_id, device, kind)
) strict, without rowid;

create table sessions (
  id text primary key,
  token_hash text not null,
  kind text not null,
  user_id text,
  created_at text not null,
  last_seen_at text not null,
  locked_at text
) strict;
create index ix_sessions__token_hash on sessions (token_hash);
`,
}
