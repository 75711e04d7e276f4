import { z } from 'zod'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { textField } from '#shared/kernel/text.ts'
import { partyKinds, vatCheckings } from './party.ts'
import { partyFields, partyName } from './party-fields.ts'

const partyId = idOf<'Party'>()
const reason = textField({ max: 500 }).optional()

export const partyAddressOutput = z.object({
  label: z.string(),
  street: z.string(),
  extra: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
})

/** A party as lists and pickers show it. */
export const partyRow = z.object({
  id: z.string(),
  code: z.string(),
  /** '' for the walk-in party, which the screen words. */
  name: z.string(),
  kind: z.enum(partyKinds),
  city: z.string(),
  country: z.string(),
  contact: z.string(),
  email: z.string(),
  phone: z.string(),
  archived: z.boolean(),
})

export const partyOutput = z.object({
  id: z.string(),
  kind: z.enum(partyKinds),
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  name: z.string(),
  code: z.string(),
  /** The number that the series gave, also after a person typed another code; null: the code was typed. */
  number: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  language: z.string(),
  vatNumber: z.object({ number: z.string(), country: z.string(), checked: z.enum(vatCheckings) }).nullable(),
  note: z.string(),
  archived: z.boolean(),
  /** To be handed back as `seen` with a change. */
  version: z.number(),
  contacts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      phone: z.string(),
      role: z.string(),
      isMain: z.boolean(),
    }),
  ),
  addresses: z.array(
    z.object({ id: z.string(), address: partyAddressOutput, isInvoice: z.boolean(), isDelivery: z.boolean() }),
  ),
  /** The three below are absent without the right to see prices. `null` days: the house's own term. */
  paymentTermDays: z.number().nullable().optional(),
  discount: z.number().optional(),
  pricesIncludeVat: z.boolean().optional(),
})

/** Why a party may be the one that is being typed, the strongest reason first. */
export const likenesses = ['vatNumber', 'email', 'phone', 'name', 'emailDomain'] as const

export const partiesContract = contract(
  command('party.register', {
    input: z.strictObject({ id: partyId.optional(), name: partyName, ...partyFields }),
    output: z.object({ id: z.string(), code: z.string() }),
    summary:
      'Registers a customer or supplier. Without a code the next number of the series is taken; the caller may make the id.',
  }),
  command('party.change', {
    input: z.strictObject({
      id: partyId,
      name: partyName.optional(),
      ...partyFields,
      reason,
      /** The version that the form was filled from; what others changed since is then not overwritten unseen. */
      seen: z.int().min(0).optional(),
    }),
    output: z.object({ id: z.string(), code: z.string() }),
    summary: 'Changes what is given and leaves the rest; contacts and addresses are named by their ids.',
  }),
  command('party.archive', {
    input: z.strictObject({ id: partyId, reason }),
    output: z.null(),
    summary: 'Takes a party out of lists and pickers. Nothing is deleted; its documents stay.',
  }),
  command('party.restore', {
    input: z.strictObject({ id: partyId, reason }),
    output: z.null(),
    permission: 'party.archive',
    summary: 'Takes an archived party back in.',
  }),
  command('party.walkIn', {
    input: z.strictObject({}),
    output: z.object({ id: z.string() }),
    summary: 'The party of customers without a name: made once per company, the same on every station.',
  }),
  query('party.find', {
    input: z.strictObject({
      text: textField({ max: 200 }),
      withArchived: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(12),
    }),
    output: z.object({ rows: z.array(partyRow), more: z.boolean() }),
    permission: 'party.see',
    touches: ['party'],
    summary:
      'Parties whose code, name, contact, e-mail, town or phone (however spelt) holds every part of the text, best first.',
  }),
  query('party.list', {
    input: z.strictObject({
      sort: z.enum(['name', 'code', 'city']).default('name'),
      descending: z.boolean().default(false),
      archived: z.boolean().default(false),
      after: z.tuple([z.string(), z.string()]).nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    /** `total`: all parties of the list, from a counter. `next` goes in as `after` for the following page. */
    output: z.object({
      rows: z.array(partyRow),
      next: z.tuple([z.string(), z.string()]).nullable(),
      total: z.number(),
    }),
    permission: 'party.see',
    touches: ['party'],
    summary: 'All parties, or all archived ones, page by page.',
  }),
  query('party.get', {
    input: z.strictObject({ id: partyId }),
    output: partyOutput,
    permission: 'party.see',
    touches: ['party'],
    summary: 'One party with contacts and addresses; terms only for those who may see prices.',
  }),
  query('party.similar', {
    input: z.strictObject({
      name: z.string().max(200).default(''),
      email: z.string().max(254).default(''),
      phone: z.string().max(60).default(''),
      vatNumber: z.string().max(40).default(''),
      /** Country of the party being typed, for numbers without prefix; '' takes the company's. */
      country: z.string().max(2).default(''),
      /** The party that is being changed is not like itself. */
      exceptId: partyId.nullable().default(null),
    }),
    output: z.array(partyRow.extend({ because: z.array(z.enum(likenesses)) })),
    permission: 'party.see',
    touches: ['party'],
    summary: 'Parties that may be the one being typed, and why: at most five, the most alike first.',
  }),
)
