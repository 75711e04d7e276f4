import type { OutputFor } from '#shared/contract.ts'
import { type DraftAddress, noDraftAddress, type OrderDraft } from './order-draft.ts'

export type PartyAnswer = OutputFor<'party.get'>

/** The draft with a customer taken over: who to call, where to send, and whether they think in prices with VAT. */
export function withParty(draft: OrderDraft, party: PartyAnswer): OrderDraft {
  const contact = party.contacts.find((each) => each.isMain) ?? party.contacts[0]
  const invoice = party.addresses.find((each) => each.isInvoice) ?? party.addresses[0]
  const delivery = party.addresses.find((each) => each.isDelivery) ?? invoice
  return {
    ...draft,
    customer: { kind: 'party', partyId: party.id, name: party.name },
    contact: {
      name: contact?.name ?? '',
      phone: contact?.phone || party.phone,
      email: contact?.email || party.email,
    },
    invoiceAddress: addressOf(invoice?.address),
    deliveryAddress: addressOf(delivery?.address),
    pricesIncludeVat: party.pricesIncludeVat ?? draft.pricesIncludeVat,
  }
}

/** Whoever stands at the counter: no name, nothing to send to. */
export function withWalkIn(draft: OrderDraft, name: string, pricesIncludeVat: boolean): OrderDraft {
  return {
    ...draft,
    customer: { kind: 'walk_in', name },
    contact: { name: '', phone: '', email: '' },
    invoiceAddress: noDraftAddress,
    deliveryAddress: noDraftAddress,
    pricesIncludeVat,
  }
}

function addressOf(address: PartyAnswer['addresses'][number]['address'] | undefined): DraftAddress {
  if (address === undefined) return noDraftAddress
  const { label: _, ...place } = address
  return place
}

/** What was typed to find somebody becomes the right field of a new customer. */
export function guessField(text: string): 'email' | 'phone' | 'name' {
  if (text.includes('@')) return 'email'
  return /^[+\d][\d\s()/.-]{4,}$/u.test(text) ? 'phone' : 'name'
}
