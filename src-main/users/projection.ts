import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { userEntity } from '#shared/users/replication.ts'
import { users } from './tables.ts'

export const userProjection = projection({
  entity: userEntity,
  tables: [users],
  rows: ({ archived, grants, ...user }, id) => {
    const ofKind = (kind: string) =>
      Object.keys(grants)
        .filter((grant) => grants[grant] === kind)
        .sort()
    return [rowOf(users, { id, ...user, given: ofKind('given'), withheld: ofKind('withheld'), isArchived: archived })]
  },
})
