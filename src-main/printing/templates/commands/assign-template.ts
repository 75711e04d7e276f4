import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import { templateBook } from '../template-book.ts'

/** PR40: a customer has one template of a kind; the next one takes its place. */
export const assignTemplate = defineCommand(printTemplateContract['printTemplate.assign'], ({ db }) => {
  const book = templateBook(db)
  const known = db.read<{ found: number }>('select 1 as found from parties where id = ?')
  return ({ id, partyId, isAssigned }, { tx, read, now }) => {
    const template = read(printTemplateEntity, id)
    if (template === undefined) return refused('notFound.printTemplate', { id })
    if (isAssigned && template.archived) return refused('printTemplate.archived', { name: template.name })
    if (!isAssigned) {
      if (template.customers[partyId] !== undefined) tx.remove(printTemplateEntity, id, 'customers', partyId)
      return accepted(null)
    }
    if (known.get(partyId) === undefined) return refused('notFound.party', { id: partyId })
    for (const other of book.all(template.kind))
      if (other.id !== id && other.customers[partyId] !== undefined)
        tx.remove(printTemplateEntity, other.id, 'customers', partyId)
    tx.add(printTemplateEntity, id, 'customers', partyId, now)
    return accepted(null)
  }
})
