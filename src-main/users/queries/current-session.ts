import { defineQuery } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'
import { idleLockMinutes } from '#shared/users/session-limits.ts'
import { needsFirstPasswordReader } from '../credentials.ts'

interface LockedRow {
  id: string
  name: string
  hasPin: number
  hasPassword: number
}

export const currentSession = defineQuery(usersContract['session.current'], ({ db, station }) => {
  const company = companyReader(db)
  const needsFirstPassword = needsFirstPasswordReader(db, station)
  const locked = db.read<LockedRow>(
    `select u.id, u.name, c.pin_hash is not null as hasPin, c.password_hash is not null as hasPassword
     from sessions s join users u on u.id = s.user_id left join credentials c on c.user_id = u.id
     where s.id = ? and s.locked_at is not null and u.is_archived = 0`,
  )
  const cloud = db.read<{ found: number }>(`select 1 as found from station_facts where name = 'cloud_url'`)
  return (_, { viewer }) => {
    const lock = locked.get(viewer.sessionId)
    return accepted({
      isSetUp: company() !== undefined,
      isJoining: company() === undefined && cloud.get() !== undefined,
      needsFirstPassword: needsFirstPassword(),
      station: { id: station.id, code: station.code },
      user: viewer.userId === null ? null : { id: viewer.userId, name: viewer.name, role: viewer.role },
      lockedUser:
        lock === undefined
          ? null
          : { id: lock.id, name: lock.name, hasPin: lock.hasPin > 0, hasPassword: lock.hasPassword > 0 },
      grants: [...viewer.grants],
      language: viewer.language,
      idleLockSeconds: idleLockMinutes * 60,
    })
  }
})
