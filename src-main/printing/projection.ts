import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { drawerOpeningEntity, printOutcomeEntity } from '#shared/printing/replication.ts'
import { drawerOpenings, printOutcomes } from './tables.ts'

export const printOutcomeProjection = projection({
  entity: printOutcomeEntity,
  tables: [printOutcomes],
  rows: (outcome, id) => [rowOf(printOutcomes, { id, ...outcome })],
})

export const drawerOpeningProjection = projection({
  entity: drawerOpeningEntity,
  tables: [drawerOpenings],
  rows: (opening, id) => [rowOf(drawerOpenings, { id, ...opening })],
})
