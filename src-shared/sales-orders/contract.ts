import { z } from 'zod'
import { noteField } from '#shared/kernel/card-number.ts'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { requiredText, textField } from '#shared/kernel/text.ts'
import { postalAddressOutput } from '#shared/settings/contract.ts'
import { vatTreatments } from '#shared/settings/vat-treatment.ts'
import { artworkInput, lineInput } from './line-input.ts'
import { orderHead } from './order-head.ts'
import { deliveryKinds, orderSources, paymentMethods } from './sales-order.ts'
import { listGroups, paymentStatuses, salesOrderStages, salesOrderStatuses } from './sales-order-states.ts'

const orderId = idOf<'SalesOrder'>()
const lineId = idOf<'SalesOrderLine'>()
const done = z.null()
const origin = z.strictObject({ how: z.enum(['reprint', 'duplicate', 'new_order']), salesOrderId: orderId })

const lineOutput = z.object({
  id: z.string(),
  kind: z.enum(['print_product', 'service', 'stock_article', 'free_text']),
  productId: z.string().nullable(),
  sku: z.string(),
  title: z.string(),
  name: z.string(),
  details: z.string(),
  assortment: z.enum(['own', 'supplier']),
  supplierMark: z.string(),
  isPersonalised: z.boolean(),
  configuration: z.record(z.string(), z.unknown()),
  quantity: z.object({ sets: z.number(), each: z.number() }),
  unit: z.string(),
  note: z.string(),
  position: z.string(),
  artwork: artworkInput.nullable(),
  needsArtwork: z.boolean(),
  origin: z.string().nullable(),
  /** Absent without the right to see prices. */
  money: z
    .object({
      unitPrice: z.object({ amount: z.number(), base: z.number() }),
      amount: z.number(),
      vat: z.object({ category: z.string(), rate: z.number() }),
      vatLevel: z.string(),
      override: z.unknown(),
      steps: z.array(z.unknown()).readonly(),
    })
    .optional(),
})

export const salesOrderOutput = z.object({
  id: z.string(),
  number: z.string().nullable(),
  status: z.enum(salesOrderStatuses),
  stage: z.enum(salesOrderStages),
  isOnHold: z.boolean(),
  holdReason: z.string(),
  cancelReason: z.string(),
  customer: z.object({
    partyId: z.string().nullable(),
    code: z.string(),
    name: z.string(),
    vatNumber: z.string(),
    country: z.string(),
    language: z.string(),
    discount: z.number(),
    paymentTermDays: z.number(),
  }),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  invoiceAddress: postalAddressOutput,
  deliveryAddress: postalAddressOutput,
  delivery: z.enum(deliveryKinds),
  promised: z.object({ on: z.string(), at: z.string().nullable() }).nullable(),
  rush: z.unknown(),
  customerReference: z.string(),
  instructions: z.string(),
  currency: z.string(),
  pricesIncludeVat: z.boolean(),
  vatTreatment: z.enum(vatTreatments),
  plannedPayment: z.enum(paymentMethods).nullable(),
  paidBefore: z.boolean(),
  paymentStatus: z.enum(paymentStatuses),
  source: z.enum(orderSources),
  origin: z
    .object({ how: z.enum(['reprint', 'duplicate', 'new_order']), salesOrderId: z.string(), number: z.string() })
    .nullable(),
  takenBy: z.string(),
  takenByName: z.string(),
  takenAt: z.string(),
  orderedOn: z.string(),
  confirmedAt: z.string().nullable(),
  title: z.string(),
  lines: z.array(lineOutput),
  notes: z.array(z.object({ id: z.string(), text: z.string(), writtenBy: z.string(), writtenAt: z.string() })),
  /** Absent without the right to see prices. */
  money: z
    .object({
      linesAmount: z.number(),
      deliveryAmount: z.number().nullable(),
      rushAmount: z.number().nullable(),
      vat: z
        .array(
          z.object({ category: z.string(), rate: z.number(), net: z.number(), vat: z.number(), gross: z.number() }),
        )
        .readonly(),
      net: z.number(),
      vatAmount: z.number(),
      gross: z.number(),
      paid: z.number(),
      open: z.number(),
    })
    .optional(),
})

export const salesOrderRow = z.object({
  id: z.string(),
  number: z.string().nullable(),
  stage: z.enum(salesOrderStages),
  holdReason: z.string(),
  partyId: z.string().nullable(),
  customerCode: z.string(),
  customerName: z.string(),
  title: z.string(),
  productName: z.string(),
  orderedOn: z.string(),
  takenAt: z.string(),
  promisedOn: z.string().nullable(),
  promisedAt: z.string().nullable(),
  paymentStatus: z.enum(paymentStatuses),
  plannedPayment: z.enum(paymentMethods).nullable(),
  source: z.enum(orderSources),
  previewHash: z.string().nullable(),
  currency: z.string(),
  /** Absent without the right to see prices. */
  money: z.object({ net: z.number(), gross: z.number(), paid: z.number(), open: z.number() }).optional(),
})

const sorts = ['taken', 'number', 'title', 'customerCode', 'product', 'promised'] as const
/** Key of the last row seen: value of the sort column and id. */
const pageKey = z.tuple([z.string(), z.string()])

export const salesOrderContract = contract(
  command('salesOrder.take', {
    input: z.strictObject({
      id: orderId,
      ...orderHead,
      origin: origin.nullable().default(null),
      lines: z.array(lineInput).max(200),
      /** False: kept as a draft, without a number, on every station (W16). */
      confirm: z.boolean(),
      /** The person has seen the price warnings and means it. */
      warningsSeen: z.boolean().default(false),
    }),
    output: z.object({ id: z.string(), number: z.string().nullable() }),
    summary:
      'Takes an order: confirmed with its number, or kept as a draft. More than 200 lines: take a draft, add by salesOrder.change, then confirm.',
  }),
  command('salesOrder.change', {
    input: z.strictObject({
      id: orderId,
      head: z.strictObject(orderHead).partial().default({}),
      put: z.array(lineInput).max(200).default([]),
      remove: z.array(lineId).max(200).default([]),
      restore: z.array(lineId).max(200).default([]),
      reason: textField({ max: 200 }).default(''),
      warningsSeen: z.boolean().default(false),
    }),
    output: done,
    summary: 'Changes an order: fields of its head, lines put, removed or brought back (ORD-04).',
  }),
  command('salesOrder.confirm', {
    input: z.strictObject({ id: orderId }),
    output: z.object({ number: z.string() }),
    summary: 'Confirms a draft; it gets its number.',
  }),
  command('salesOrder.hold', {
    input: z.strictObject({ id: orderId, reason: requiredText({ max: 200 }) }),
    output: done,
    summary: 'Stops an order on purpose, with a reason.',
  }),
  command('salesOrder.release', {
    input: z.strictObject({ id: orderId }),
    output: done,
    permission: 'salesOrder.hold',
    summary: 'Lets a held order go on.',
  }),
  command('salesOrder.cancel', {
    input: z.strictObject({ id: orderId, reason: textField({ max: 200 }) }),
    output: done,
    summary: 'Cancels an order; it stays readable and can be brought back.',
  }),
  command('salesOrder.restore', {
    input: z.strictObject({ id: orderId }),
    output: done,
    permission: 'salesOrder.cancel',
    summary: 'Takes a cancellation back.',
  }),
  command('salesOrder.close', {
    input: z.strictObject({ id: orderId }),
    output: done,
    permission: 'salesOrder.change',
    summary: 'Marks an order finished (ORD-16).',
  }),
  command('salesOrder.reopen', {
    input: z.strictObject({ id: orderId }),
    output: done,
    permission: 'salesOrder.change',
    summary: 'Takes a finished order up again.',
  }),
  command('salesOrder.note', {
    input: z.strictObject({ id: orderId, text: noteField({ max: 5000, multiline: true, required: true }) }),
    output: z.object({ id: z.string() }),
    summary: 'Adds a note for the team (ORD-26).',
  }),
  query('salesOrder.get', {
    input: z.strictObject({ id: orderId }),
    output: salesOrderOutput,
    permission: 'salesOrder.see',
    touches: ['sales_order', 'sales_order_note', 'payment'],
    summary: 'One order with lines, notes and money.',
  }),
  query('salesOrder.list', {
    input: z.strictObject({
      stages: z.array(z.enum(salesOrderStages)).max(20).default([]),
      withFinished: z.boolean().default(false),
      withCancelled: z.boolean().default(false),
      plannedPayment: z.enum(paymentMethods).nullable().default(null),
      paymentStatus: z.enum(paymentStatuses).nullable().default(null),
      /** `2026-11`: month in which the order was taken (ORD-14). */
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month.unknown')
        .nullable()
        .default(null),
      partyId: z.string().nullable().default(null),
      promised: z.enum(['today', 'late']).nullable().default(null),
      search: textField({ max: 100 }).default(''),
      sort: z.enum(sorts).default('taken'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      after: pageKey.nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    output: z.object({ rows: z.array(salesOrderRow), next: pageKey.nullable() }),
    permission: 'salesOrder.see',
    touches: ['sales_order', 'payment'],
    summary:
      'Orders by date unless sorted otherwise; finished and cancelled ones only when asked for (ORD-06 to ORD-14).',
  }),
  query('salesOrder.counts', {
    input: z.strictObject({}),
    output: z.object({ stages: z.record(z.string(), z.number()), groups: z.record(z.enum(listGroups), z.number()) }),
    permission: 'salesOrder.see',
    touches: ['sales_order', 'payment'],
    summary: 'Orders per stage, kept rather than counted (ORD-15).',
  }),
  query('salesOrder.byReference', {
    input: z.strictObject({ reference: z.string().min(1).max(100) }),
    output: z.object({ id: z.string(), lineId: z.string().nullable() }).nullable(),
    permission: 'salesOrder.see',
    summary: 'The order a typed reference or a scanned job ticket stands for (ORD-13); null when there is none.',
  }),
  query('salesOrder.again', {
    input: z.strictObject({ id: orderId, how: z.enum(['reprint', 'duplicate', 'new_order']) }),
    output: z.object({
      origin: z.object({
        how: z.enum(['reprint', 'duplicate', 'new_order']),
        salesOrderId: z.string(),
        number: z.string(),
      }),
      order: salesOrderOutput,
    }),
    touches: [],
    summary:
      'What a reprint, duplicate or new order begins with; salesOrder.take with the same origin makes it (ORD-22 to ORD-25).',
  }),
  query('salesOrder.promised', {
    input: z.strictObject({}),
    output: z.object({ today: z.array(salesOrderRow), late: z.array(salesOrderRow) }),
    permission: 'salesOrder.see',
    touches: ['sales_order', 'payment'],
    summary: 'What is promised for today, and what should have been ready before.',
  }),
)
