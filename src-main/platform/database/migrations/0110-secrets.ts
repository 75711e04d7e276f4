import type { Migration } from '../migrator.ts'

/**
 * Secrets that travel between stations, none of them in the log: what the company keeps (closed by this computer's box), how
 * new each proof of a person is, whose keys this station trusts, and what a station that was shut out could read.
 */
export const secrets: Migration = {
  number: 110,
  intent: 'secrets',
  sql: `
create table company_secrets (
  name text primary key,
  stamp text not null,
  sealed blob,
  kept_at text not null
) strict;

create table credential_stamps (
  user_id text not null,
  kind text not null,
  stamp text not null,
  primary key (user_id, kind)
) strict, without rowid;

create table trusted_stations (
  id text primary key,
  public_key text not null,
  box_key text not null,
  revoked_at text
) strict, without rowid;

create table pairings (
  key text primary key,
  is_own integer not null,
  until text not null
) strict, without rowid;

create table secret_exposures (
  station text not null,
  name text not null,
  station_code text not null,
  stamp text not null,
  primary key (station, name)
) strict, without rowid;
`,
}
