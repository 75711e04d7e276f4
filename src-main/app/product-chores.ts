import { checkWhole } from '#main/platform/changes/check-whole.ts'
import type { ChoreTable } from '#main/platform/workers/chores.ts'
import { productModules } from './modules.ts'

/** Every feature's chores under one roof; names carry their feature (`printing.drawPages`). */
export const productChores: ChoreTable = Object.assign(
  { 'platform.checkWhole': checkWhole },
  ...productModules.map((module) => module.chores ?? {}),
)
