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
  is_archived integer not null
) strict;

create table credentials (
  user_id text primary key,
  password_hash text,
  pin_hash text,
  recovery_hash text,
  failures integer not null,
  blocked_until text
) strict;

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
