import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'

/** PR46: what is archived is nobody's look; taken back, it is a template like any other and no standard. */
export const archiveTemplate = defineCommand(
  printTemplateContract['printTemplate.archive'],
  () =>
    ({ id, archived }, { tx, read }) => {
      const template = read(printTemplateEntity, id)
      if (template === undefined) return refused('notFound.printTemplate', { id })
      tx.set(printTemplateEntity, id, { archived, ...(archived ? { standardSince: null } : {}) })
      return accepted(null)
    },
)
