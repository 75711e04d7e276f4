import { defineQuery } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted } from '#shared/kernel/result.ts'
import { usersContract } from '#shared/users/contract.ts'

export const currentSession = defineQuery(usersContract['session.current'], ({ db, station }) => {
  const company = companyReader(db)
  return (_, { viewer }) =>
    accepted({
      isSetUp: company() !== undefined,
      station: { id: station.id, code: station.code },
      user: viewer.userId === null ? null : { id: viewer.userId, name: viewer.name, role: viewer.role },
      grants: [...viewer.grants],
      language: viewer.language,
    })
})
