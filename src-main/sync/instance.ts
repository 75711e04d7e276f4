import type { Services } from '#main/platform/bus/module.ts'
import type { Instance } from '#shared/sync/members.ts'

/**
 * Which instance of this station speaks (SPEC Y30): every contact names what the last one agreed upon and what the next
 * will name. What is named is on the disk first, so neither a lost answer nor a power cut makes this one a stranger; a copy
 * of the folder, or an older state of it, names what has been used up.
 */
export interface InstanceMark {
  present(): Instance
  agreed(instance: Instance): void
}

export function instanceMark({ local, newId }: Pick<Services, 'local' | 'newId'>): InstanceMark {
  const fact = local.read<{ value: string }>('select value from station_facts where name = ?')
  const keep = local.write(
    'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
  )
  const drop = local.write('delete from station_facts where name = ?')
  return {
    present: () => {
      const next = fact.get('instance_next')?.value ?? newId()
      keep.run('instance_next', next)
      return { now: fact.get('instance_now')?.value ?? null, next }
    },
    agreed: ({ next }) =>
      local.transact(() => {
        keep.run('instance_now', next)
        drop.run('instance_next')
      }),
  }
}
