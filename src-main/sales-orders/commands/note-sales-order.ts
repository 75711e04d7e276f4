import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { salesOrderEntity, salesOrderNoteEntity } from '#shared/sales-orders/replication.ts'

export const noteSalesOrder = defineCommand(
  salesOrderContract['salesOrder.note'],
  () =>
    ({ id, text }, { tx, read, newId, viewer, now }) => {
      if (read(salesOrderEntity, id) === undefined) return refused('notFound.sales_order', { id })
      const noteId = newId()
      tx.post(salesOrderNoteEntity, noteId, { salesOrderId: id, text, writtenBy: viewer.userId ?? '', writtenAt: now })
      return accepted({ id: noteId })
    },
)
