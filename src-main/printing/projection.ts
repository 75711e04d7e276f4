import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { printOutcomeEntity, printTemplateEntity } from '#shared/printing/replication.ts'
import { printOutcomes, printTemplates } from './tables.ts'

export const printOutcomeProjection = projection({
  entity: printOutcomeEntity,
  tables: [printOutcomes],
  rows: (outcome, id) => [rowOf(printOutcomes, { id, ...outcome })],
})

export const printTemplateProjection = projection({
  entity: printTemplateEntity,
  tables: [printTemplates],
  rows: ({ name, kind, design, version, standardSince, customers, archived }, id) => [
    rowOf(printTemplates, { id, name, kind, design, version, standardSince, customers, isArchived: archived }),
  ],
})
