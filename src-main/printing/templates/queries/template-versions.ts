import { defineQuery } from '#main/platform/bus/module.ts'
import { type PackedText, unpackText } from '#main/platform/changes/packed-text.ts'
import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printTemplateContract } from '#shared/printing/templates/contract.ts'
import { type TemplateDesign, templateDesignSchema } from '#shared/printing/templates/design-schema.ts'

/** PR45: the versions of a template are its history; one whose payload was pruned away is no longer among them. */
export const templateVersions = defineQuery(printTemplateContract['printTemplate.versions'], ({ db }) => {
  const changes = db.read<{ at: string; byName: string | null; payload: PackedText | null }>(
    `select c.at_wall as at, u.name as byName, c.payload from changes c left join users u on u.id = c.actor
     where c.doc = ? and c.entity = 'print_template' and c.verdict <> 'refused' order by c.lsn desc limit 200`,
  )
  return ({ id }) => {
    const versions = changes.all(id).flatMap(({ at, byName, payload }) => {
      if (payload === null) return []
      const fields: ChangedFields = JSON.parse(unpackText(payload))
      const design = designOf(fields.design?.[1])
      const version = fields.version?.[1] ?? 1
      return design === null ? [] : [{ version: Number(version), at, byName: byName ?? '', design }]
    })
    return accepted({ versions: versions.slice(0, 50) })
  }
})

/** One of a newer product may be of a form this one does not know. */
function designOf(value: unknown): TemplateDesign | null {
  const parsed = templateDesignSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
