import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { userEntity } from '#shared/users/replication.ts'
import { users } from './tables.ts'

export const userProjection = projection({
  entity: userEntity,
  tables: [users],
  rows: ({ archived, ...user }, id) => [rowOf(users, { id, ...user, isArchived: archived })],
})
