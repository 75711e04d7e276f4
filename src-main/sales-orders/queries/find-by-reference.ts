import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { salesOrderContract } from '#shared/sales-orders/contract.ts'
import { readJobTicketCode } from '#shared/sales-orders/job-ticket-code.ts'

export const findByReference = defineQuery(salesOrderContract['salesOrder.byReference'], ({ db }) => {
  const byNumber = db.read<{ doc: string }>(
    `select doc from document_numbers where number = ? and entity = 'sales_order'`,
  )
  const lines = db.read<{ id: string }>(
    'select id from sales_order_lines where sales_order_id = ? order by position, id',
  )
  const byId = db.read<{ id: string }>('select id from sales_orders where id = ?')
  return ({ reference }) => {
    const text = reference.trim().toUpperCase()
    const { number, line } = readJobTicketCode(text)
    const found = byNumber.get(number)?.doc ?? byId.get(reference.trim().toLowerCase())?.id
    if (found === undefined) return accepted(null)
    const lineId = line === null ? null : (lines.all(found)[line - 1]?.id ?? null)
    return accepted({ id: found, lineId })
  }
})
