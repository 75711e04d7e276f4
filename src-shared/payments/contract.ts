import { z } from 'zod'
import { noteField } from '#shared/kernel/card-number.ts'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { receivedBy } from './payment.ts'

const parts = ['deposit', 'part', 'rest', 'whole'] as const

export const paymentsContract = contract(
  command('payment.receive', {
    input: z.strictObject({
      id: idOf<'Payment'>(),
      salesOrderId: idOf<'SalesOrder'>(),
      method: z.enum(receivedBy),
      /** Minor units. */
      amount: z.int().min(1).max(1_000_000_000_000),
      reference: noteField({ max: 100 }).default(''),
    }),
    output: z.object({ id: z.string(), paid: z.number(), open: z.number() }),
    summary: 'Records money received on an order: deposit, part or rest (PAY-11).',
  }),
  command('payment.reverse', {
    input: z.strictObject({ id: idOf<'Payment'>(), paymentId: idOf<'Payment'>(), reason: requiredText({ max: 200 }) }),
    output: z.object({ id: z.string(), paid: z.number(), open: z.number() }),
    summary: 'Takes a payment back by a counter-entry; nothing is erased.',
  }),
  query('payment.ofOrder', {
    input: z.strictObject({ salesOrderId: idOf<'SalesOrder'>() }),
    output: z.object({
      currency: z.string(),
      payable: z.number(),
      paid: z.number(),
      open: z.number(),
      /** Methods this shop may use, in the order of its keys. */
      methods: z.array(z.enum(receivedBy)),
      payments: z.array(
        z.object({
          id: z.string(),
          amount: z.number(),
          method: z.enum(receivedBy),
          reference: z.string(),
          part: z.enum(parts),
          receivedAt: z.string(),
          receivedByName: z.string(),
          reverses: z.string().nullable(),
          isReversed: z.boolean(),
          reason: z.string(),
        }),
      ),
    }),
    permission: 'payment.see',
    touches: ['payment', 'sales_order'],
    summary: 'Total, paid and open of an order with each payment (PAY-12).',
  }),
)
