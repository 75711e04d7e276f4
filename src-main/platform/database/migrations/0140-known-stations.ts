import type { Migration } from '../migrator.ts'

/** Under which code and name each trusted station was known: what a restored cloud has forgotten it is told (SPEC Y36). */
export const knownStations: Migration = {
  number: 140,
  intent: 'known-stations',
  sql: `
alter table trusted_stations add column code text not null default '';
alter table trusted_stations add column name text not null default '';
`,
}
