import type { Json } from '#shared/kernel/canonical-json.ts'
import { documentEntity, free, type WrittenBy } from '#shared/kernel/change/entity.ts'

/** A postal address: one value, because its parts only make sense together (W2). */
export interface PostalAddress {
  readonly street: string
  readonly extra: string
  readonly postcode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
}

export const noAddress: PostalAddress = { street: '', extra: '', postcode: '', city: '', country: '' }

const companyWriters: WrittenBy = {
  'company.setUp': [],
  'company.change': ['company.change'],
  'finding.resolve': ['company.change'],
}

/** The shop itself. One document, whose id is the organisation's. */
export const companyEntity = documentEntity('company', companyWriters, {
  name: free('', { important: true }),
  address: free<PostalAddress>(noAddress, { composite: true, important: true }),
  country: free(''),
  language: free('en'),
  currency: free('EUR'),
  timeZone: free('Europe/Amsterdam'),
  vatNumbers: free<readonly string[]>([]),
  phone: free(''),
  email: free(''),
  website: free(''),
  /** Chamber of commerce number, as papers show it. */
  registrationNumber: free(''),
  bankAccount: free(''),
  /** Hash of the logo in the file store. */
  logo: free<string | null>(null),
  /** How numbers are written, per series; what is missing takes the house pattern. */
  numberPatterns: free<Readonly<Record<string, string>>>({}, { composite: true }),
  /** Whether a new counter order shows prices with VAT. */
  pricesIncludeVat: free(false),
})

/** From the widest to the narrowest; the narrowest that says something holds. */
export const settingScopes = ['company', 'branch', 'station', 'user'] as const
export type SettingScope = (typeof settingScopes)[number]

const settingWriters: WrittenBy = {
  'setting.put': ['setting.put'],
  'preference.put': [{ grant: 'preference.put', ownedBy: 'scopeId' }],
  'savedView.keep': [{ grant: 'savedView.keep', ownedBy: 'scopeId' }],
  'savedView.share': ['savedView.share'],
  'savedView.remove': [{ grant: 'savedView.keep', ownedBy: 'scopeId' }, 'savedView.share'],
}

/** Any other setting, as a document with a scope (write-path "Settings"). */
export const settingEntity = documentEntity('setting', settingWriters, {
  scope: free<SettingScope>('company'),
  /** Id of the branch, station or user; the organisation's for the company. */
  scopeId: free(''),
  key: free(''),
  /** Not composite: of a preference overwritten unseen nobody wants to be told, and the history says it. */
  value: free<Json>(null),
})
