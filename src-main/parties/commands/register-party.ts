import { defineCommand } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { readPartyForm } from '#shared/parties/party-form.ts'
import { noParty, partyEntity } from '#shared/parties/replication.ts'
import { partyCodes } from '../party-codes.ts'
import { partyHouse } from '../party-house.ts'

export const registerParty = defineCommand(partiesContract['party.register'], ({ db }) => {
  const company = companyReader(db)
  const codes = partyCodes(db)
  return (input, { tx, viewer, newId, number }) => {
    const shop = company()
    if (shop === undefined) return refused('company.notSetUp')
    const house = partyHouse(shop, viewer)
    const form = readPartyForm(input, noParty, house)
    if (!form.ok) return form
    const id = input.id ?? newId()
    const kind = input.kind ?? 'business'
    const typed = input.code === undefined || input.code === '' ? undefined : codes.typed(input.code, id)
    if (typed !== undefined && !typed.ok) return typed
    // The number is taken last: a form that is refused uses none up.
    const given = typed === undefined ? codes.next(number) : null
    const code = typed?.value ?? given?.text ?? ''
    tx.create(partyEntity, id, {
      language: house.language,
      pricesIncludeVat: kind === 'consumer',
      ...form.value,
      kind,
      code,
      number: given,
    })
    return accepted({ id, code })
  }
})
