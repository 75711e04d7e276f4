import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { drawerOpeningEntity, printOutcomeEntity, printTemplateEntity } from '#shared/printing/replication.ts'
import { drawerOpenings, printOutcomes, printTemplates } from './tables.ts'

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

export const printTemplateProjection = projection({
  entity: printTemplateEntity,
  tables: [printTemplates],
  rows: ({ name, kind, design, version, standardSince, customers, archived }, id) => [
    rowOf(printTemplates, { id, name, kind, design, version, standardSince, customers, isArchived: archived }),
  ],
})
