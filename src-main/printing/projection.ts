import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { printOutcomeEntity } from '#shared/printing/replication.ts'
import { printOutcomes } from './tables.ts'

export const printOutcomeProjection = projection({
  entity: printOutcomeEntity,
  tables: [printOutcomes],
  rows: (outcome, id) => [rowOf(printOutcomes, { id, ...outcome })],
})
