import type { Migration } from '../migration.ts'

/**
 * Codes that let stations in, tries of codes, and the secret that tokens are sealed with. Whoever joins knows a code and no
 * organisation yet, so a row of a code is open to its organisation and to whoever names its very hash.
 */
export const accounts: Migration = {
  number: 20,
  intent: 'accounts',
  sql: `
create table pairing_codes (
  hash text primary key,
  org uuid not null references organisations,
  issued_by uuid not null,
  expires_at timestamptz not null,
  used_by uuid
);
alter table pairing_codes enable row level security;
alter table pairing_codes force row level security;
create policy own on pairing_codes using (
  org = nullif(current_setting('app.org', true), '')::uuid or hash = current_setting('app.code', true)
);
create index pairing_codes_of_an_organisation on pairing_codes (org, expires_at);

create table code_tries (
  key text primary key,
  since timestamptz not null,
  tries integer not null
);

create table server_secret (
  is_here boolean primary key default true check (is_here),
  secret text not null
);

grant select, insert, update, delete on pairing_codes, code_tries to counterproof_app;
grant select, insert on server_secret to counterproof_app;
`,
}
