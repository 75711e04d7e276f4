import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import { standardOf } from '#shared/printing/templates/template-choice.ts'
import type { PaperSource } from '../../paper-source.ts'
import { type KeptTemplate, templateBook } from '../template-book.ts'

export const templateKinds = (sources: readonly PaperSource[]) =>
  defineQuery(printTemplateContract['printTemplate.kinds'], () => () => {
    const kinds = sources.flatMap(({ kind, about, forms, template }) =>
      template === null ? [] : [{ kind, about, forms: [...forms], shape: template.shape }],
    )
    return accepted({ kinds })
  })

export const listTemplates = defineQuery(printTemplateContract['printTemplate.list'], ({ db }) => {
  const book = templateBook(db)
  return ({ kind, withArchived }) => {
    const all = book.all(kind)
    const templates = all.filter((each) => withArchived || !each.isArchived).map((each) => rowOf(each, all))
    return accepted({ templates })
  }
})

export const getTemplate = defineQuery(printTemplateContract['printTemplate.get'], ({ db }) => {
  const book = templateBook(db)
  const nameOf = db.read<{ name: string }>('select name from parties where id = ?')
  return ({ id }) => {
    const template = book.byId(id)
    if (template === undefined) return refused('notFound.printTemplate', { id })
    const customers = Object.keys(template.customers)
      .map((partyId) => ({ id: partyId, name: nameOf.get(partyId)?.name ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name))
    return accepted({ ...rowOf(template, book.all(template.kind)), design: template.design, customers })
  }
})

function rowOf(template: KeptTemplate, all: readonly KeptTemplate[]) {
  const { id, name, kind, version, isArchived, customers } = template
  const ofKind = all.filter((each) => each.kind === kind)
  const isStandard = standardOf(ofKind)?.id === id
  return { id, name, kind, version, isStandard, customers: Object.keys(customers).length, isArchived }
}
