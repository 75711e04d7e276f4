import { defineCommand } from '#main/platform/bus/module.ts'
import { derivedId } from '#main/platform/changes/derived-id.ts'
import { companyReader } from '#main/settings/index.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partyEntity } from '#shared/parties/replication.ts'
import { partyHouse } from '../party-house.ts'

/** PA9: the id comes from the organisation, so that stations that never met make the same party. */
export const keepWalkIn = defineCommand(partiesContract['party.walkIn'], ({ db, org }) => {
  const company = companyReader(db)
  const id = derivedId(org, partyEntity.name, 'walk_in')
  return (_, { tx, viewer, read }) => {
    if (read(partyEntity, id) !== undefined) return accepted({ id })
    const shop = company()
    if (shop === undefined) return refused('company.notSetUp')
    tx.create(partyEntity, id, { kind: 'walk_in', language: partyHouse(shop, viewer).language, pricesIncludeVat: true })
    return accepted({ id })
  }
})
