import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { partiesContract } from '#shared/parties/contract.ts'
import { partySearch } from '../party-search.ts'
import { asPartyRow } from '../stored-rows.ts'

export const findParties = defineQuery(partiesContract['party.find'], ({ db }) => {
  const search = partySearch(db)
  return ({ text, limit, withArchived }) => {
    const found = search(text, limit + 1, withArchived)
    return accepted({ rows: found.slice(0, limit).map(asPartyRow), more: found.length > limit })
  }
})
