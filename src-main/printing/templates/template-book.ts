import type { ReadableDb } from '#main/platform/database/handles.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import type { TemplateDesign } from '#shared/printing/templates/design-schema.ts'
import { type ChoosableTemplate, standingTemplate } from '#shared/printing/templates/template-choice.ts'

/** The design of a paper for this customer; null: the built-in look. */
export type DesignFor = (partyId: string | null) => TemplateDesign | null

export const builtIn: DesignFor = () => null

export interface KeptTemplate extends ChoosableTemplate {
  readonly name: string
  readonly kind: string
  readonly version: number
  readonly design: TemplateDesign
}

/** The templates as papers ask for them. */
export interface TemplateBook {
  byId(id: string): KeptTemplate | undefined
  /** Of a kind, or of all, by kind and name. */
  all(kind: string | null): KeptTemplate[]
  /** PR40: the template that was chosen, else whichever stands for the customer. */
  designFor(kind: string, templateId?: string): Result<DesignFor>
}

interface TemplateRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly version: number
  readonly design: string
  readonly standardSince: string | null
  readonly customers: string
  readonly isArchived: number
}

export function templateBook(db: ReadableDb): TemplateBook {
  const columns =
    'id, name, kind, version, design, standard_since as standardSince, customers, is_archived as isArchived'
  const one = db.read<TemplateRow>(`select ${columns} from print_templates where id = ?`)
  const ofKind = db.read<TemplateRow>(`select ${columns} from print_templates where kind = ? order by name, id`)
  const every = db.read<TemplateRow>(`select ${columns} from print_templates order by kind, name, id`)
  const byId = (id: string) => {
    const row = one.get(id)
    return row === undefined ? undefined : templateOf(row)
  }
  return {
    byId,
    all: (kind) => (kind === null ? every.all() : ofKind.all(kind)).map(templateOf),
    designFor: (kind, templateId) => {
      if (templateId !== undefined) {
        const chosen = byId(templateId)
        if (chosen === undefined || chosen.kind !== kind || chosen.isArchived)
          return refused('printTemplate.notOfKind', { documentKind: kind })
        return accepted(() => chosen.design)
      }
      const templates = ofKind.all(kind).map(templateOf)
      return accepted((partyId) => standingTemplate(templates, partyId)?.design ?? null)
    },
  }
}

function templateOf(row: TemplateRow): KeptTemplate {
  return {
    ...row,
    design: JSON.parse(row.design),
    customers: JSON.parse(row.customers),
    isArchived: row.isArchived === 1,
  }
}
