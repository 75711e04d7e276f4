import { defineQuery } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import type { OutputOf } from '#shared/kernel/contract.ts'
import { accepted } from '#shared/kernel/result.ts'
import { syncContract } from '#shared/sync/contract.ts'

type SecretLabel = Omit<OutputOf<(typeof syncContract)['secret.list']>['toChange'][number], 'stations'>

/** What a secret is to people: the company's by its key, a person's by their name. */
export function secretLabels(db: ReadableDb): (name: string) => SecretLabel {
  const person = db.read<{ name: string }>('select name from users where id = ?')
  return (name) => {
    const [first, second = '', third] = name.split('/')
    if (first === 'company') return { kind: 'company', name: second }
    const kind = (['password', 'pin', 'recovery'] as const).find((each) => each === third)
    return first === 'credential' && kind !== undefined
      ? { kind, name: person.get(second)?.name ?? '' }
      : { kind: 'other', name }
  }
}

export const listSecrets = defineQuery(syncContract['secret.list'], ({ db }) => {
  const labelOf = secretLabels(db)
  const kept = db.read<{ name: string; keptAt: string }>(
    'select name, kept_at as keptAt from company_secrets where sealed is not null order by name',
  )
  // Changed since is whatever has a later stamp now than what that station could read; what was taken away is gone.
  const exposed = db.read<{ name: string; code: string }>(
    `select e.name, e.station_code as code from secret_exposures e
     left join company_secrets s on s.name = e.name
     left join credential_stamps c on 'credential/' || c.user_id || '/' || c.kind = e.name
     left join credentials h on h.user_id = c.user_id
     left join users u on u.id = c.user_id
     where coalesce(s.stamp, c.stamp) <= e.stamp and coalesce(u.is_archived, 0) = 0
       and (s.sealed is not null or case c.kind when 'password' then h.password_hash when 'pin' then h.pin_hash
         else h.recovery_hash end is not null)
     order by e.name, e.station_code`,
  )
  return () => {
    const toChange = new Map<string, string[]>()
    for (const { name, code } of exposed.all()) toChange.set(name, [...(toChange.get(name) ?? []), code])
    return accepted({
      secrets: kept.all().map(({ name, keptAt }) => ({ key: labelOf(name).name, keptAt })),
      toChange: [...toChange].map(([name, stations]) => ({ ...labelOf(name), stations })),
    })
  }
})
