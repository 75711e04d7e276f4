import { z } from 'zod'
import type { Json } from '#shared/kernel/canonical-json.ts'
import {
  memberOf,
  partAt,
  type TypedFields,
  type TypedPart,
  typedField,
  typedWhole,
} from '#shared/kernel/change/typed-field.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'
import { lineInput, lineWhat } from './line-input.ts'
import { orderHead } from './order-head.ts'
import { paymentMethods } from './sales-order.ts'

const addressParts = ['street', 'extra', 'postcode', 'city'] as const

const address = (schema: z.ZodType) =>
  typedField({ schema, parts: [...addressParts.map((name) => partAt(name, 'text')), partAt('country', 'country')] })

/** Without a day nothing is promised. */
const promisedDay: TypedPart = {
  ...partAt('on', 'date'),
  write: (value, on) => (on === null ? null : { on, at: memberOf(value, 'at') }),
}

/** What the whole line costs by somebody's word; without one its price is the list's. */
const lineAmount: TypedPart = {
  name: 'amount',
  as: 'amount',
  needs: 'price.override',
  read: (what) => {
    const override = memberOf(what, 'override')
    return memberOf(override, 'kind') === 'amount' ? memberOf(override, 'amount') : null
  },
  write: (what, amount) => {
    const reason = memberOf(memberOf(what, 'override'), 'reason')
    const override = amount === null ? null : { kind: 'amount', amount, reason }
    return partAt('override', 'amount').write(what, override)
  },
}

const saidOfProduct = ['productId', 'configuration', 'quantity', 'override'] as const
const saidOfText = ['title', 'details', 'quantity', 'unit', 'unitPrice', 'vatLevel'] as const

/** What a form would say of a line as the order keeps it. */
function whatOfLine(item: Json): Json {
  if (item === null) return null
  const isProduct = memberOf(item, 'productId') !== null
  const said = (isProduct ? saidOfProduct : saidOfText).map((name) => [name, memberOf(item, name)] as const)
  return { kind: isProduct ? 'product' : 'free_text', ...Object.fromEntries(said) }
}

function lineParts(what: Json): readonly TypedPart[] {
  const quantity = partAt('quantity.each', 'quantity')
  if (memberOf(what, 'kind') !== 'free_text') return [quantity, lineAmount]
  const isEach = memberOf(memberOf(what, 'unitPrice'), 'base') === 1
  return [partAt('title', 'text'), quantity, ...(isEach ? [partAt('unitPrice.amount', 'price')] : [])]
}

/** What a person may type where two versions of an order met, by the rules of the order's own page (tasks F8). */
export const salesOrderTypedFields: TypedFields = {
  contact: typedField({
    schema: orderHead.contact,
    parts: [partAt('name', 'text'), partAt('phone', 'phone'), partAt('email', 'email')],
  }),
  invoiceAddress: address(orderHead.invoiceAddress),
  deliveryAddress: address(orderHead.deliveryAddress),
  deliveryCharge: typedField({
    schema: orderHead.deliveryAmount,
    parts: typedWhole(z.null(), 'amount').parts,
    start: (stored) => memberOf(stored, 'amount'),
  }),
  promised: typedField({ schema: orderHead.promised, parts: [promisedDay, partAt('at', 'time')] }),
  customerReference: typedWhole(orderHead.customerReference, 'text'),
  instructions: typedWhole(orderHead.instructions, 'lines'),
  vatTreatment: typedWhole(orderHead.vatTreatment.unwrap(), 'choice', vatTreatments),
  plannedPayment: typedWhole(orderHead.plannedPayment, 'choice', paymentMethods),
  'lines.item': typedField({
    schema: lineWhat,
    parts: lineParts,
    start: whatOfLine,
  }),
  'lines.note': typedWhole(lineInput.shape.note, 'lines'),
}
