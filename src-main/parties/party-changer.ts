import type { CommandContext } from '#main/platform/bus/module.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { type PartyForm, type PartyPatch, readPartyForm } from '#shared/parties/party-form.ts'
import type { Party } from '#shared/parties/replication.ts'
import { partyCodes } from './party-codes.ts'
import { partyHouse } from './party-house.ts'

/**
 * What a form comes to over a party as it stands. Asked by the party's own page and by whoever types a third version where
 * two had met.
 */
export function partyChanger(db: ReadableDb) {
  const company = companyReader(db)
  const codes = partyCodes(db)
  return (
    before: Party,
    id: string,
    form: PartyForm & { readonly code?: string | undefined },
    { viewer, number }: Pick<CommandContext, 'viewer' | 'number'>,
  ): Result<PartyPatch> => {
    const shop = company()
    if (shop === undefined) return refused('company.notSetUp')
    if (before.kind === 'walk_in') return refused('party.walkInStays')
    if (before.archived) return refused('party.archived', { name: before.name, code: before.code })
    const read = readPartyForm(form, before, partyHouse(shop, viewer))
    if (!read.ok || form.code === undefined || form.code === before.code) return read
    // An emptied code falls back to the number that the series gave, or takes one now.
    const given = form.code === '' && before.number === null ? codes.next(number) : before.number
    const code = codes.typed(form.code === '' ? (given?.text ?? '') : form.code, id)
    return code.ok ? accepted({ ...read.value, code: code.value, number: given }) : code
  }
}
