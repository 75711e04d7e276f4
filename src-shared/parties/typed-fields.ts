import { memberOf, partAt, type TypedFields, typedField, typedWhole } from '#shared/kernel/change/typed-field.ts'
import { languages } from '#shared/kernel/language.ts'
import { contactInput, partyAddressInput, partyFields, partyName } from './party-fields.ts'

const contact = contactInput.shape
const addressParts = ['street', 'extra', 'postcode', 'city', 'label'] as const

/** What a person may type where two versions of a party met, by the rules of the party's own form (tasks F8). */
export const partyTypedFields: TypedFields = {
  name: typedWhole(partyName, 'text'),
  code: typedWhole(partyFields.code.unwrap(), 'code'),
  phone: typedWhole(partyFields.phone.unwrap(), 'phone'),
  email: typedWhole(partyFields.email.unwrap(), 'email'),
  language: typedWhole(partyFields.language.unwrap(), 'choice', languages),
  vatNumber: typedField({
    schema: partyFields.vatNumber.unwrap(),
    parts: typedWhole(partyFields.vatNumber, 'code').parts,
    start: (stored) => memberOf(stored, 'number') ?? '',
  }),
  paymentTermDays: typedWhole(partyFields.paymentTermDays.unwrap(), 'whole'),
  discount: typedWhole(partyFields.discount.unwrap(), 'percent'),
  note: typedWhole(partyFields.note.unwrap(), 'lines'),
  'contacts.name': typedWhole(contact.name.unwrap(), 'text'),
  'contacts.email': typedWhole(contact.email.unwrap(), 'email'),
  'contacts.phone': typedWhole(contact.phone.unwrap(), 'phone'),
  'contacts.role': typedWhole(contact.role.unwrap(), 'text'),
  'addresses.address': typedField({
    schema: partyAddressInput,
    parts: [...addressParts.map((name) => partAt(name, 'text')), partAt('country', 'country')],
  }),
}
