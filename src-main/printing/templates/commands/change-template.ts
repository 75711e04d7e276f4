import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import type { PaperSource } from '../../paper-source.ts'
import { settleTemplate } from '../settle-template.ts'

/** PR45: the next version, unless somebody else saved one meanwhile. */
export const changeTemplate = (sources: readonly PaperSource[]) =>
  defineCommand(printTemplateContract['printTemplate.change'], ({ files }) => {
    const settle = settleTemplate(sources, files)
    return ({ id, version, name, design }, { tx, read }) => {
      const template = read(printTemplateEntity, id)
      if (template === undefined) return refused('notFound.printTemplate', { id })
      if (template.version !== version)
        return refused('printTemplate.changedMeanwhile', { name: template.name, version: template.version })
      const settled = design === undefined ? accepted(undefined) : settle(template.kind, design)
      if (!settled.ok) return settled
      const next = design === undefined ? version : version + 1
      tx.set(printTemplateEntity, id, {
        ...(name === undefined ? {} : { name }),
        ...(settled.value === undefined ? {} : { design: settled.value, version: next }),
      })
      return accepted({ version: next })
    }
  })
