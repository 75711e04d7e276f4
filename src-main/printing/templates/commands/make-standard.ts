import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import { templateBook } from '../template-book.ts'

/** PR40: one standard for each kind. Two that two stations named both stand; the later one is used. */
export const makeStandard = defineCommand(printTemplateContract['printTemplate.makeStandard'], ({ db }) => {
  const book = templateBook(db)
  return ({ id, isStandard }, { tx, read, now }) => {
    const template = read(printTemplateEntity, id)
    if (template === undefined) return refused('notFound.printTemplate', { id })
    if (isStandard && template.archived) return refused('printTemplate.archived', { name: template.name })
    if (isStandard)
      for (const other of book.all(template.kind))
        if (other.id !== id && other.standardSince !== null)
          tx.set(printTemplateEntity, other.id, { standardSince: null })
    tx.set(printTemplateEntity, id, { standardSince: isStandard ? now : null })
    return accepted(null)
  }
})
