import { z } from 'zod'

/** The standard profiles (USR-04); what a role may do is a list of grants, `*` for everything. */
export const roles = ['administrator', 'counter', 'warehouse'] as const
export type Role = (typeof roles)[number]
export const roleField = z.enum(roles)
/** `salesOrder.confirm`; `*` is the administrator's alone and cannot be given. */
export const grantField = z.string().regex(/^[a-z][A-Za-z]{0,60}\.[a-z][A-Za-z]{0,60}$/)

/** Grants that are no procedure's permission: what a read or a form may show and take beyond it. */
export const marks = [
  'session.use',
  'search.use',
  'price.see',
  'cost.see',
  'margin.see',
  'price.override',
  'discount.full',
] as const

/** Grants of everybody who is signed in. */
const everybody = [
  'session.use',
  'company.see',
  'setting.see',
  'preference.put',
  'search.use',
  'file.see',
  'formDraft.keep',
  'savedView.keep',
] as const

/**
 * Grants per role. A grant is a command's own name, a query's name, or one of the marks `price.see`, `cost.see`,
 * `margin.see`, `price.override`, `discount.full`. Whoever packs sees no prices and no customer's money (product.md).
 */
export const roleGrants: Readonly<Record<Role, readonly string[]>> = {
  administrator: ['*'],
  counter: [
    ...everybody,
    'price.see',
    'price.override',
    'party.see',
    'party.register',
    'party.change',
    'party.archive',
    'party.walkIn',
    'product.see',
    'salesOrder.see',
    'salesOrder.take',
    'salesOrder.change',
    'salesOrder.confirm',
    'salesOrder.hold',
    'salesOrder.cancel',
    'salesOrder.note',
    'salesOrder.again',
    'payment.see',
    'payment.receive',
    'drawer.open',
    'file.keep',
    'printJob.see',
    'printJob.print',
    'printJob.answer',
    'printer.see',
    'printRoute.see',
    'printTemplate.see',
    'history.see',
    'task.see',
    'task.add',
    'task.change',
    'task.move',
    'task.comment',
    'finding.see',
    'finding.take',
    'finding.resolve',
  ],
  warehouse: [
    ...everybody,
    'party.see',
    'product.see',
    'salesOrder.see',
    'salesOrder.note',
    'file.keep',
    'printJob.see',
    'printJob.print',
    'printJob.answer',
    'printer.see',
    'printRoute.see',
    'printTemplate.see',
    'task.see',
    'task.add',
    'task.change',
    'task.move',
    'task.comment',
    'finding.see',
    'finding.take',
  ],
}

export type GrantDifference = 'given' | 'withheld'

/** What a person may do: the role's grants and their own differences. An administrator has no differences (U5). */
export function grantsOf(
  role: string,
  given: readonly string[] = [],
  withheld: readonly string[] = [],
): ReadonlySet<string> {
  if (!isRole(role)) return new Set()
  const ofRole = roleGrants[role]
  if (role === 'administrator') return new Set(ofRole)
  const taken = new Set(withheld)
  return new Set([...ofRole, ...given].filter((grant) => !taken.has(grant)))
}

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text)
}
