import { defineQuery } from '#main/platform/bus/module.ts'
import { may } from '#main/platform/bus/viewer.ts'
import { documentVersions } from '#main/platform/changes/changed-since.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { addressesOf, contactsOf } from '#shared/parties/party-rows.ts'
import { partyEntity } from '#shared/parties/replication.ts'

export const getParty = defineQuery(partiesContract['party.get'], ({ db }) => {
  const versions = documentVersions(db)
  return ({ id }, { read, viewer }) => {
    const party = read(partyEntity, id)
    if (party === undefined) return refused('notFound.party', { id })
    const { kind, isCustomer, isSupplier, name, code, phone, email, language, vatNumber, note, archived } = party
    const { paymentTermDays, discount, pricesIncludeVat } = party
    return accepted({
      id,
      kind,
      isCustomer,
      isSupplier,
      name,
      code,
      number: party.number?.text ?? null,
      phone,
      email,
      language,
      vatNumber,
      note,
      archived,
      version: versions.of(id),
      contacts: [...contactsOf(party)],
      addresses: [...addressesOf(party)],
      // PA12: whoever packs sees no customer's money.
      ...(may(viewer, 'price.see') ? { paymentTermDays, discount, pricesIncludeVat } : {}),
    })
  }
})
