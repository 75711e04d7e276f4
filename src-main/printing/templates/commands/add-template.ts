import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import type { PaperSource } from '../../paper-source.ts'
import { settleTemplate } from '../settle-template.ts'

export const addTemplate = (sources: readonly PaperSource[]) =>
  defineCommand(printTemplateContract['printTemplate.add'], ({ files }) => {
    const settle = settleTemplate(sources, files)
    return ({ id: asked, kind, name, design }, { tx, newId }) => {
      const settled = settle(kind, design)
      if (!settled.ok) return settled
      const id = asked ?? newId()
      tx.create(printTemplateEntity, id, { name, kind, design: settled.value })
      return accepted({ id })
    }
  })
