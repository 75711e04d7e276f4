import { findingSubject } from '#main/tasks/index.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { type TypedValue, valuesByName } from '#shared/kernel/change/typed-field.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { canMove } from '#shared/kernel/state-machine.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { type SalesOrder, salesOrderEntity } from '#shared/sales-orders/replication.ts'
import { checkConfirm } from '#shared/sales-orders/sales-order-rules.ts'
import { salesOrderStates } from '#shared/sales-orders/sales-order-states.ts'
import { salesOrderTypedFields } from '#shared/sales-orders/typed-fields.ts'
import { orderChanger, whatOf } from './order-changer.ts'

/** An answer moves an order under the rules that its commands keep to. */
export const salesOrderSubject = findingSubject({
  entity: salesOrderEntity,
  grant: 'salesOrder.change',
  title: (order) => [order.number?.text ?? '', order.customer.name].filter(Boolean).join(' '),
  check: ({ db }) => {
    const paidOf = db.read<{ paid_amount: number }>('select paid_amount from sales_orders where id = ?')
    return (before, after, id) => {
      if (after.status !== before.status && !canMove(salesOrderStates, before.status, after.status))
        return refused('salesOrder.movedOn', { status: before.status, number: before.number?.text ?? '' })
      const paid = paidOf.get(id)?.paid_amount ?? 0
      if (after.status === 'cancelled' && before.status !== 'cancelled' && paid !== 0)
        return refused('salesOrder.cancelPaid', { paid })
      return after.status === 'confirmed' ? checkConfirm(after) : accepted(null)
    }
  },
  typed: {
    fields: salesOrderTypedFields,
    change: (services) => {
      const change = orderChanger(services)
      return (order, typed, id, context, warningsSeen) => {
        const { deliveryCharge: deliveryAmount, ...head } = valuesByName(typed)
        const put = linesOf(order, typed)
        const form = salesOrderContract['salesOrder.change'].input.parse({
          id,
          head: { ...head, ...(deliveryAmount === undefined ? {} : { deliveryAmount }) },
          put,
          warningsSeen,
        })
        const patch = change(order, form, context)
        if (patch.ok) return patch
        const { code, params, problems } = patch.refusal
        return refused(
          code,
          params,
          problems?.map((each) => ({ ...each, field: pathOf(each.field, put) })),
        )
      }
    },
  },
})

/** Lines of which something was typed, as the order's page would send them. */
function linesOf(order: SalesOrder, typed: readonly TypedValue[]): readonly { readonly id: string }[] {
  const lines = new Map<string, Record<string, Json>>()
  for (const { path, value } of typed) {
    const [name, id = '', field] = path.split('.')
    if (name !== 'lines' || field === undefined) continue
    lines.set(id, { ...lines.get(id), [field === 'item' ? 'what' : field]: value })
  }
  return [...lines].map(([id, said]) => {
    const line = order.lines[id]
    const known = line === undefined ? {} : { what: line.item === null ? null : whatOf(line.item), ...keptOf(line) }
    return { id, position: 'a', ...known, ...said }
  })
}

function keptOf({ artwork, origin, note, position }: SalesOrder['lines'][string]) {
  return { artwork, origin, note, position }
}

/** `lines.0.quantity` of the form is of the item of that line. */
function pathOf(field: string, put: readonly { readonly id: string }[]): string {
  const [name, place = '', ...rest] = field.split('.')
  const line = name === 'lines' ? put[Number(place)] : undefined
  return line === undefined ? field : ['lines', line.id, 'item', ...rest].join('.')
}
