import type { InputFor } from '#shared/contract.ts'
import type { DraftLine, OrderDraft } from './order-draft.ts'
import { deliveryAmountOf, type PricedDraft } from './price-draft.ts'

export type TakeInput = InputFor<'salesOrder.take'>
export type TakenLine = TakeInput['lines'][number]

/** Amounts of lines that the core named and a person agreed to, whatever this screen computes. */
export type AcceptedAmounts = ReadonlyMap<string, number>
export const noAmounts: AcceptedAmounts = new Map()

interface Taking {
  readonly id: string
  readonly confirm: boolean
  readonly warningsSeen: boolean
}

/** What a command says about each line carries the amount the screen showed: the core asks when it comes to another. */
export function takenLines(priced: PricedDraft, accepted: AcceptedAmounts = noAmounts): readonly TakenLine[] {
  return priced.lines.map(({ line, built }) =>
    takenLine(line, accepted.get(line.id) ?? (built?.ok ? built.value.amount : null)),
  )
}

export function takenLine(line: DraftLine, shownAmount: number | null): TakenLine {
  const { id, what, artwork, origin, note, position } = line
  return { id, what, shownAmount, artwork, origin, note, position }
}

/** The order as it is taken; null while nobody said who it is for. */
export function takeInput(
  draft: OrderDraft,
  priced: PricedDraft,
  taking: Taking,
  accepted: AcceptedAmounts = noAmounts,
): TakeInput | null {
  const { customer, lines: _, origin, ...head } = draft
  if (customer === null) return null
  return {
    ...head,
    ...taking,
    deliveryAmount: deliveryAmountOf(draft),
    customer: takenCustomer(customer),
    origin: origin === null ? null : { how: origin.how, salesOrderId: origin.salesOrderId },
    lines: [...takenLines(priced, accepted)],
  }
}

/** The name of a party is for the screen; the core copies it from the party itself. */
export function takenCustomer(customer: NonNullable<OrderDraft['customer']>): TakeInput['customer'] {
  return customer.kind === 'party' ? { kind: 'party', partyId: customer.partyId } : customer
}
