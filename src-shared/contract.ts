import { catalogContract } from './catalog/contract.ts'
import { filesContract } from './files/contract.ts'
import type { Contract, InputOf, OutputOf } from './kernel/contract.ts'
import { partiesContract } from './parties/contract.ts'
import { paymentsContract } from './payments/contract.ts'
import { printBatchContract } from './printing/batch-contract.ts'
import { printingContract } from './printing/contract.ts'
import { drawerContract } from './printing/drawer-contract.ts'
import { printTemplateContract } from './printing/templates/contract.ts'
import { salesOrderContract } from './sales-orders/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { syncContract } from './sync/contract.ts'
import { tasksContract } from './tasks/contract.ts'
import { usersContract } from './users/contract.ts'

/** Everything the product offers to screens and scripts, composed from its features. */
export const productContract = {
  ...settingsContract,
  ...printingContract,
  ...printBatchContract,
  ...drawerContract,
  ...printTemplateContract,
  ...usersContract,
  ...syncContract,
  ...filesContract,
  ...tasksContract,
  ...partiesContract,
  ...catalogContract,
  ...salesOrderContract,
  ...paymentsContract,
} as const satisfies Contract

export type ProductContract = typeof productContract
export type ProcedureName = keyof ProductContract
export type CommandName = NamesOf<'command'>
export type QueryName = NamesOf<'query'>
export type LocalName = NamesOf<'local'>
type NamesOf<Kind extends string> = {
  [N in ProcedureName]: ProductContract[N]['kind'] extends Kind ? N : never
}[ProcedureName]
export type InputFor<N extends ProcedureName> = InputOf<ProductContract[N]>
export type OutputFor<N extends ProcedureName> = OutputOf<ProductContract[N]>
