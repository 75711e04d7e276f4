import { defineQuery } from '#main/platform/bus/module.ts'
import { addDays } from '#shared/kernel/dates.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { orderLanes } from './order-lanes.ts'
import { shownRow } from './order-row.ts'

/** What the start page shows; a shop with more late orders than this has the list. */
const mostRows = 100

export const promisedSalesOrders = defineQuery(salesOrderContract['salesOrder.promised'], ({ db }) => {
  const lanes = orderLanes(db)
  return (_, { viewer, today }) => {
    const read = (from: string | null, until: string) =>
      lanes
        .read(
          { by: 'group', value: 'open' },
          {
            groups: null,
            plannedPayment: null,
            paymentStatus: null,
            orderedFrom: null,
            orderedUntil: null,
            promisedFrom: from,
            promisedUntil: until,
          },
          'promised',
          'asc',
          null,
          mostRows,
        )
        .map((row) => shownRow(row, viewer))
    return accepted({ today: read(today, addDays(today, 1)), late: read(null, today) })
  }
})
