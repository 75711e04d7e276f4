import { chainBegin } from '#shared/kernel/change/chain.ts'
import type { Member, ReceivedLetter } from '#shared/sync/members.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { placeOfCode } from '../accounts/station-code.ts'
import type { Epoch } from '../sync/cloud-store.ts'
import { asApp } from './as-app.ts'
import { tellMembersChanged } from './postgres-store.ts'
import type { Sql } from './sql.ts'

interface MemberRow {
  readonly station: string
  readonly code: string
  readonly name: string
  readonly public_key: string
  readonly box_key: string
  readonly revoked_at: Date | null
  readonly invited_by: string | null
  readonly proof: string | null
  readonly welcome: string | null
  readonly roster: string | null
  readonly roster_signature: string | null
}

/** What stations tell and leave each other, in PostgreSQL. */
export function postgresMembers(
  sql: Sql,
): Pick<AccountStore, 'enter' | 'members' | 'putRoster' | 'vouch' | 'putLetters' | 'letters'> {
  return {
    enter: (org, station, { now, next }) =>
      asApp(sql, org, async (query) => {
        const rows = await query(
          `update stations set instance = $4 where org = $1 and station = $2
             and (instance is null or instance = $3 or instance = $4) returning station`,
          [org, station, now, next],
        )
        return rows.length > 0
      }),
    members: (org) =>
      asApp(sql, org, async (query) => {
        const rows = await query<MemberRow>(
          `select station, code, name, public_key, box_key, revoked_at, invited_by, proof, welcome, roster, roster_signature
           from stations where org = $1 order by length(code), code`,
          [org],
        )
        const held = await query<{ station: string; name: string; stamp: string; from: string }>(
          'select station, name, stamp, sent_by as "from" from letters where org = $1 order by station, name',
          [org],
        )
        return { members: rows.map(memberOf), held: [...held] }
      }),
    putRoster: (org, station, { text, signature }, welcomes) =>
      asApp(sql, org, async (query) => {
        await query('update stations set roster = $3, roster_signature = $4 where org = $1 and station = $2', [
          ...[org, station, text, signature],
        ])
        await query(
          `update stations set welcome = given.proof from unnest($3::uuid[], $4::text[]) given (station, proof)
           where org = $1 and stations.station = given.station and invited_by = $2`,
          [org, station, welcomes.map((each) => each.station), welcomes.map((each) => each.proof)],
        )
        await tellMembersChanged(query, org)
      }),
    vouch: (org, by, stations, at) =>
      asApp(sql, org, async (query) => {
        const [head] = await query<{ epochs: string }>('select epochs from tenant_head where org = $1', [org])
        if (head === undefined || (JSON.parse(head.epochs) as Epoch[]).length < 2) return
        const [codes] = await query<{ stations_given: number }>(
          'select stations_given from organisations where org = $1 for update',
          [org],
        )
        const given = stations.filter(({ code }) => placeOfCode(code) <= (codes?.stations_given ?? 0))
        for (const { id, code, name, publicKey, boxKey, revokedAt } of given) {
          await query(
            `insert into stations (org, station, code, name, public_key, box_key, invited_by, last_hash, app_version, joined_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9) on conflict do nothing`,
            [org, id, code, name, publicKey, boxKey, by, chainBegin, at],
          )
          if (revokedAt === null) continue
          await query(
            `update stations set revoked_at = coalesce(revoked_at, $4)
             where org = $1 and station = $2 and public_key = $3`,
            [org, id, publicKey, revokedAt],
          )
          await query(`update letters set sealed = '' where org = $1 and station = $2`, [org, id])
        }
        await tellMembersChanged(query, org)
      }),
    putLetters: (org, from, letters) =>
      asApp(sql, org, async (query) => {
        // In one order everywhere: two that bring letters at once must not wait for each other crosswise.
        const given = [...letters].sort((a, b) => (`${a.to}${a.name}` < `${b.to}${b.name}` ? -1 : 1))
        for (const { to, name, stamp, sealed, signature } of given)
          await query(
            `insert into letters (org, station, name, stamp, sent_by, sealed, signature)
             select $1, station, $3, $4, $5, $6, $7 from stations where org = $1 and station = $2 and revoked_at is null
             on conflict (org, station, name) do update set
               stamp = excluded.stamp, sent_by = excluded.sent_by, sealed = excluded.sealed, signature = excluded.signature
             where letters.stamp <= excluded.stamp`,
            [org, to, name, stamp, from, sealed, signature],
          )
        await tellMembersChanged(query, org)
      }),
    letters: (org, to, names) =>
      asApp(sql, org, async (query) => {
        const rows = await query<{ name: string; stamp: string; sent_by: string; sealed: string; signature: string }>(
          `select name, stamp, sent_by, sealed, signature from letters
           where org = $1 and station = $2 and name = any($3::text[]) and sealed <> '' order by name`,
          [org, to, [...names]],
        )
        return rows.map(({ sent_by, ...row }): ReceivedLetter => ({ ...row, to, from: sent_by }))
      }),
  }
}

function memberOf(row: MemberRow): Member {
  return {
    id: row.station,
    code: row.code,
    name: row.name,
    publicKey: row.public_key,
    boxKey: row.box_key,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    invitedBy: row.invited_by,
    proof: row.proof,
    welcome: row.welcome,
    roster: row.roster,
    rosterSignature: row.roster_signature,
  }
}
