import { findingSubject } from '#main/tasks/index.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { type TypedValue, valuesByName } from '#shared/kernel/change/typed-field.ts'
import { refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import { partyTypedFields } from '#shared/parties/typed-fields.ts'
import { partyChanger } from './party-changer.ts'

export const partySubject = findingSubject({
  entity: partyEntity,
  grant: 'party.change',
  title: (party) => [party.code, party.name].filter(Boolean).join(' '),
  typed: {
    fields: partyTypedFields,
    change: ({ db }) => {
      const change = partyChanger(db)
      return (before, typed, id, context) => {
        const rows = rowsOf(typed)
        const form = partiesContract['party.change'].input.parse({ id, ...valuesByName(typed), ...rows })
        const patch = change(before, id, form, context)
        if (patch.ok) return patch
        const { code, params, problems } = patch.refusal
        return refused(
          code,
          params,
          problems?.map((each) => ({ ...each, field: pathOf(each.field, rows) })),
        )
      }
    },
  },
})

type Rows = Readonly<Record<string, readonly { readonly id: string }[]>>

/** Values of contacts and addresses as the form's rows: one for each id. */
function rowsOf(typed: readonly TypedValue[]): Rows {
  const rows: Record<string, { id: string; [field: string]: Json }[]> = {}
  for (const { path, value } of typed) {
    const [name = '', id, field] = path.split('.')
    if (id === undefined || field === undefined) continue
    rows[name] ??= []
    const known = rows[name].find((row) => row.id === id)
    if (known === undefined) rows[name].push({ id, [field]: value })
    else known[field] = value
  }
  return rows
}

/** `contacts.0.phone` of the form is `contacts.<id>.phone` of the document. */
function pathOf(field: string, rows: Rows): string {
  const [name = '', place = '', ...rest] = field.split('.')
  const row = rows[name]?.[Number(place)]
  return row === undefined ? field : [name, row.id, ...rest].join('.')
}
