import type { InputFor } from '#shared/contract.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { type AcceptedAmounts, noAmounts, takenCustomer, takenLine } from './draft-to-take.ts'
import type { OrderDraft } from './order-draft.ts'
import { deliveryAmountOf, type PricedDraft } from './price-draft.ts'

export type ChangeInput = InputFor<'salesOrder.change'>

/**
 * What a changed draft says against the order it was made of: only fields and lines that differ, so that two people who
 * change different things of one order both get their way. Null: nothing differs.
 */
export function changeInput(
  id: string,
  before: OrderDraft,
  after: OrderDraft,
  priced: PricedDraft,
  warningsSeen: boolean,
  accepted: AcceptedAmounts = noAmounts,
): ChangeInput | null {
  const head = changedHead(before, after)
  const known = new Map(before.lines.map((line) => [line.id, line]))
  const put = priced.lines
    .filter(({ line }) => !isSame(withoutText(known.get(line.id)), withoutText(line)))
    .map(({ line, built }) => takenLine(line, accepted.get(line.id) ?? (built?.ok ? built.value.amount : null)))
  const kept = new Set(after.lines.map((line) => line.id))
  const remove = before.lines.filter((line) => !kept.has(line.id)).map((line) => line.id)
  if (Object.keys(head).length === 0 && put.length === 0 && remove.length === 0) return null
  return { id, head, put, remove, warningsSeen }
}

function changedHead(before: OrderDraft, after: OrderDraft): NonNullable<ChangeInput['head']> {
  const head: NonNullable<ChangeInput['head']> = {}
  if (after.customer !== null && !isSame(before.customer, after.customer)) head.customer = takenCustomer(after.customer)
  const { customer: _, lines: __, origin: ___, ...fields } = { ...after, deliveryAmount: deliveryAmountOf(after) }
  const { customer: _a, lines: _b, origin: _c, ...were } = { ...before, deliveryAmount: deliveryAmountOf(before) }
  return Object.assign(head, differing(were, fields))
}

/** The fields of the second that are not as in the first. */
export function differing<T extends object>(before: T, after: T): Partial<T> {
  const changed: Partial<T> = {}
  for (const key in after) if (!isSame(before[key], after[key])) changed[key] = after[key]
  return changed
}

/** How a quantity was typed is the screen's own; the order keeps what it means. */
function withoutText(line: OrderDraft['lines'][number] | undefined) {
  return line === undefined ? null : { ...line, quantityText: '' }
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
