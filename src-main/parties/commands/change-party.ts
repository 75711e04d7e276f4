import { defineCommand } from '#main/platform/bus/module.ts'
import { documentVersions } from '#main/platform/changes/changed-since.ts'
import { companyReader } from '#main/settings/index.ts'
import { changedPaths } from '#shared/kernel/change/changed-paths.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { type PartyPatch, readPartyForm } from '#shared/parties/party-form.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import { partyCodes } from '../party-codes.ts'
import { partyHouse } from '../party-house.ts'

const rowFields: ReadonlySet<string> = new Set(['contacts', 'addresses'])

export const changeParty = defineCommand(partiesContract['party.change'], ({ db }) => {
  const company = companyReader(db)
  const codes = partyCodes(db)
  const versions = documentVersions(db)
  return (input, { tx, viewer, read, number, because }) => {
    const shop = company()
    if (shop === undefined) return refused('company.notSetUp')
    const { id } = input
    const before = read(partyEntity, id)
    if (before === undefined) return refused('notFound.party', { id })
    if (before.kind === 'walk_in') return refused('party.walkInStays')
    if (before.archived) return refused('party.archived', { name: before.name, code: before.code })
    const form = readPartyForm(input, before, partyHouse(shop, viewer))
    if (!form.ok) return form
    let patch: PartyPatch = form.value
    let code = before.code
    if (input.code !== undefined && input.code !== before.code) {
      // An emptied code falls back to the number that the series gave, or takes one now.
      const given = input.code === '' && before.number === null ? codes.next(number) : before.number
      const typed = codes.typed(input.code === '' ? (given?.text ?? '') : input.code, id)
      if (!typed.ok) return typed
      code = typed.value
      patch = { ...patch, code, number: given }
    }
    const others = input.seen === undefined ? undefined : versions.since(id, input.seen)
    if (others !== undefined) {
      // PA11: what nobody else touched is merged; what others changed is shown, not overwritten.
      const both = changedPaths(rowFields, before, patch).filter((path) => others.paths.has(path))
      if (both.length > 0)
        return refused(
          'party.changedMeanwhile',
          { at: others.at, by: others.by },
          both.map((field) => ({ field, code: 'party.changedMeanwhile', params: { at: others.at, by: others.by } })),
        )
    }
    if (input.reason) because(input.reason)
    tx.set(partyEntity, id, patch)
    return accepted({ id, code })
  }
})
