import { projection, rowOf } from '#main/platform/changes/projection.ts'
import { sortKey } from '#shared/kernel/sort-key.ts'
import { keysOf } from '#shared/parties/party-keys.ts'
import { addressesOf, contactsOf, invoiceAddressOf, mainContactOf } from '#shared/parties/party-rows.ts'
import { phoneDigits } from '#shared/parties/phone-number.ts'
import { type Party, partyEntity } from '#shared/parties/replication.ts'
import { parties, partyKeys, partySearch } from './tables.ts'

/** Name of the counter behind the list's total; keys `active` and `archived`. */
export const partyListCounter = 'party.list'

export const partyProjection = projection({
  entity: partyEntity,
  tables: [parties, partyKeys, ...partySearch.tables],
  rows: (party, id) => {
    const home = invoiceAddressOf(party)
    const contact = mainContactOf(party)
    return [
      rowOf(parties, {
        id,
        kind: party.kind,
        isCustomer: party.isCustomer,
        isSupplier: party.isSupplier,
        name: party.name,
        code: party.code,
        city: home?.city ?? '',
        country: home?.country ?? '',
        contact: contact?.name ?? '',
        email: party.email || (contact?.email ?? ''),
        phone: party.phone || (contact?.phone ?? ''),
        sortName: sortKey(party.name),
        sortCode: sortKey(party.code),
        sortCity: sortKey(home?.city ?? ''),
        isArchived: party.archived,
      }),
      ...keysOf(party).map(({ kind, key }) => rowOf(partyKeys, { kind, key, partyId: id })),
      ...partySearch.rows(id, wordsOf(party), digitsOf(party)),
    ]
  },
  counters: (rows) =>
    rows.flatMap(({ table, row }) =>
      // The walk-in party is no entry of the customer list.
      table === parties && row.kind !== 'walk_in'
        ? [{ name: partyListCounter, scope: '', key: row.isArchived === true ? 'archived' : 'active' }]
        : [],
    ),
})

function wordsOf(party: Party): string[] {
  return [
    party.name,
    party.code,
    party.email,
    ...contactsOf(party).flatMap((each) => [each.name, each.email]),
    ...new Set(addressesOf(party).map((each) => each.address.city)),
    party.vatNumber?.number ?? '',
  ]
}

function digitsOf(party: Party): string[] {
  return [...new Set([party.phone, ...contactsOf(party).map((each) => each.phone)].map(phoneDigits))]
}
