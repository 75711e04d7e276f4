import type { Migration } from './migration.ts'
import { log } from './migrations/0010-log.ts'
import { accounts } from './migrations/0020-accounts.ts'
import { members } from './migrations/0030-members.ts'
import { guardsAndFiles } from './migrations/0040-guards-and-files.ts'
import { snapshots } from './migrations/0050-snapshots.ts'
import { foldMarks } from './migrations/0070-fold-marks.ts'
import type { Query, Sql } from './sql.ts'

const migrations: readonly Migration[] = [log, accounts, members, guardsAndFiles, snapshots, foldMarks]

/** The role that the program works as: owner of nothing, so that neither grants nor row policies can be passed by. */
export const appRole = 'counterproof_app'

/** Any number that no other program takes this lock under: "cntrprf" in a telephone's letters. */
const migrationLock = 2687773

/** Brings the database to this program's schema, one process at a time, all or nothing. */
export async function migrate(sql: Sql): Promise<void> {
  await sql.transaction(async (query) => {
    await query('select pg_advisory_xact_lock($1::bigint)', [migrationLock])
    await query('create table if not exists cloud_migrations (number integer primary key, intent text not null)')
    const done = await query<{ number: number }>('select number from cloud_migrations order by number', [])
    const newest = migrations.at(-1)?.number ?? 0
    const stranger = done.find(({ number }) => number > newest)
    if (stranger !== undefined)
      throw new Error(`This database is of a newer version (${stranger.number}); this program knows ${newest}.`)
    await ensureRole(query)
    const last = done.at(-1)?.number ?? 0
    for (const { number, intent, sql: statements } of migrations.filter((each) => each.number > last)) {
      await query(statements)
      await query('insert into cloud_migrations (number, intent) values ($1, $2)', [number, intent])
    }
  })
}

/** Roles belong to the whole server: another database on it may have made this one, at this very moment too. */
async function ensureRole(query: Query): Promise<void> {
  await query(`
do $$ begin
  if not exists (select from pg_roles where rolname = '${appRole}') then
    begin
      create role ${appRole} nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute 'grant ${appRole} to current_user';
  end if;
end $$`)
}
