import { chainBegin } from '#shared/kernel/change/chain.ts'
import { zeroHlc } from '#shared/kernel/change/clock.ts'
import type { AccountStore, Joined, Membership, NewStation } from '../accounts/account-store.ts'
import { stationCode } from '../accounts/station-code.ts'
import type { Epoch } from '../sync/cloud-store.ts'
import { asApp } from './as-app.ts'
import {
  type ChangeRow,
  changeColumns,
  changeOfStation,
  type StationRow,
  stationColumns,
  stationOf,
} from './kept-rows.ts'
import { postgresMembers } from './postgres-members.ts'
import { tellMembersChanged } from './postgres-store.ts'
import type { Query, Sql } from './sql.ts'

/** Membership in PostgreSQL; the schema is brought up by `postgresStore`. */
export function postgresAccounts(sql: Sql): AccountStore {
  return {
    serverSecret: (fresh) =>
      asApp(sql, null, async (query) => {
        await query('insert into server_secret (secret) values ($1) on conflict do nothing', [fresh])
        const [row] = await query<{ secret: string }>('select secret from server_secret', [])
        return row?.secret ?? fresh
      }),
    found: (org, epoch, first, at) =>
      asApp(sql, org, async (query) => {
        const made = await query(
          'insert into organisations (org, stations_given, founded_at) values ($1, 0, $2) on conflict do nothing returning org',
          [org, at],
        )
        if (made.length === 0) return membershipOf(query, org, first, 1)
        await query('insert into tenant_head (org, seq, hlc, chain, epochs) values ($1, 0, $2, $3, $4)', [
          org,
          zeroHlc,
          chainBegin,
          JSON.stringify([{ id: epoch, since: 0 }]),
        ])
        return letIn(query, org, first, null, at)
      }),
    openCodes: (org, at) =>
      asApp(sql, org, async (query) => {
        const [row] = await query<{ open: number }>(
          'select count(*)::integer as open from pairing_codes where org = $1 and used_by is null and expires_at > $2',
          [org, at],
        )
        return row?.open ?? 0
      }),
    addCode: ({ org, hash, issuedBy, expiresAt }) =>
      asApp(sql, org, async (query) => {
        await query('insert into pairing_codes (hash, org, issued_by, expires_at) values ($1, $2, $3, $4)', [
          hash,
          org,
          issuedBy,
          expiresAt,
        ])
      }),
    redeem: (hash, station, at) => asApp(sql, null, (query) => redeem(query, hash, station, at)),
    countTry: (keys, at, windowMilliseconds) =>
      asApp(sql, null, (query) => {
        const opened = new Date(Date.parse(at) - windowMilliseconds).toISOString()
        // In the order of keys: two that count at once must not wait for each other crosswise.
        return query<{ key: string; tries: number }>(
          `insert into code_tries as standing (key, since, tries)
           select key, $2::timestamptz, 1 from unnest($1::text[]) key order by key
           on conflict (key) do update set
             tries = case when standing.since <= $3 then 1 else standing.tries + 1 end,
             since = case when standing.since <= $3 then $2 else standing.since end
           returning key, tries`,
          [[...keys], at, opened],
        )
      }),
    forgiveTry: (keys) =>
      asApp(sql, null, async (query) => {
        await query('update code_tries set tries = tries - 1 where key = any($1::text[]) and tries > 0', [[...keys]])
      }),
    stations: (org) =>
      asApp(sql, org, async (query) => {
        const rows = await query<StationRow & { read_to: string | number; waiting: number }>(
          `select ${stationColumns}, read_to, waiting from stations where org = $1 order by length(code), code`,
          [org],
        )
        return rows.map((row) => ({ ...stationOf(row), readTo: Number(row.read_to), waiting: row.waiting }))
      }),
    revoke: (org, station, at) =>
      asApp(sql, org, async (query) => {
        const rows = await query(
          `update stations set revoked_at = coalesce(revoked_at, $3) where org = $1 and station = $2 returning station`,
          [org, station, at],
        )
        await query(`update letters set sealed = '' where org = $1 and station = $2`, [org, station])
        await tellMembersChanged(query, org)
        return rows.length > 0
      }),
    seen: (org, station, at, appVersion, place) =>
      asApp(sql, org, async (query) => {
        await query(
          `update stations set seen_at = $3, app_version = coalesce($4, app_version), read_to = coalesce($5, read_to),
             waiting = coalesce($6, waiting) where org = $1 and station = $2`,
          [org, station, at, appVersion, place?.readTo ?? null, place?.waiting ?? null],
        )
      }),
    addIncident: (org, { station, what, sseq }, at) =>
      asApp(sql, org, async (query) => {
        await query(
          'insert into incidents (org, station, what, sseq, at) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [org, station, what, sseq, new Date(at)],
        )
      }),
    incidents: (org) =>
      asApp(sql, org, async (query) => {
        const rows = await query<{ station: string; what: 'forked'; sseq: string | number; at: Date }>(
          'select station, what, sseq, at from incidents where org = $1 order by at desc limit 100',
          [org],
        )
        return rows.map((row) => ({ ...row, sseq: Number(row.sseq), at: row.at.toISOString() }))
      }),
    ...postgresMembers(sql),
    history: (org, doc, after, limit) =>
      asApp(sql, org, async (query) => {
        const rows = await query<ChangeRow & { station_code: string }>(
          `select ${changeColumns}, station_code
           from changes join (select org, station, code as station_code from stations) named using (org, station)
           where org = $1 and doc = $2 and seq > $3 order by seq limit $4`,
          [org, doc, after, limit],
        )
        return rows.map(changeOfStation)
      }),
  }
}

async function redeem(query: Query, hash: string, station: NewStation, at: string): Promise<Joined> {
  await query(`select set_config('app.code', $1, true)`, [hash])
  const [code] = await query<{ org: string; used_by: string | null; issued_by: string }>(
    'select org, used_by, issued_by from pairing_codes where hash = $1 and expires_at > $2 for update',
    [hash, at],
  )
  if (code === undefined) return { is: 'codeUnknown' }
  const { org } = code
  await query(`select set_config('app.org', $1, true)`, [org])
  if (code.used_by !== null) {
    // Its own first answer may have been lost; to everybody else a used code is no code.
    const again = code.used_by === station.id ? await membershipOf(query, org, station) : null
    return again === null ? { is: 'codeUnknown' } : { is: 'joined', membership: again }
  }
  const taken = await query('select from stations where org = $1 and station = $2', [org, station.id])
  if (taken.length > 0) return { is: 'stationTaken' }
  await query('update pairing_codes set used_by = $2 where hash = $1', [hash, station.id])
  return { is: 'joined', membership: await letIn(query, org, station, code.issued_by, at) }
}

/** The next code of the organisation goes to this station; the counter's row is locked until the end (Y18). */
async function letIn(
  query: Query,
  org: string,
  station: NewStation,
  invitedBy: string | null,
  at: string,
): Promise<Membership> {
  const [given] = await query<{ stations_given: number }>(
    'update organisations set stations_given = stations_given + 1 where org = $1 returning stations_given',
    [org],
  )
  const code = stationCode(given?.stations_given ?? 0)
  await query(
    `insert into stations (org, station, code, name, public_key, box_key, invited_by, proof, last_hash, app_version, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[org, station.id, code, station.name, station.publicKey, station.boxKey, invitedBy, station.proof ?? null],
      ...[chainBegin, station.appVersion, at],
    ],
  )
  await tellMembersChanged(query, org)
  const membership = await membershipOf(query, org, station)
  if (membership === null) throw new Error('a station that was let in is not there')
  return membership
}

/** Null: this station is not in, or under another key, or revoked, or is not the one that came as the nth. */
async function membershipOf(query: Query, org: string, station: NewStation, nth?: number): Promise<Membership | null> {
  const [row] = await query<{ code: string; epochs: string }>(
    `select s.code, h.epochs from stations s join tenant_head h using (org)
     where s.org = $1 and s.station = $2 and s.public_key = $3 and s.revoked_at is null`,
    [org, station.id, station.publicKey],
  )
  if (row === undefined || (nth !== undefined && row.code !== stationCode(nth))) return null
  return { org, stationCode: row.code, epoch: (JSON.parse(row.epochs) as Epoch[]).at(-1)?.id ?? '' }
}
