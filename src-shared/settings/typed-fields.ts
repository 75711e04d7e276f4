import { partAt, type TypedFields, typedField, typedWhole } from '#shared/kernel/change/typed-field.ts'
import { companyFields } from './company-form.ts'

const addressParts = ['street', 'extra', 'postcode', 'city'] as const

/** What a person may type where two versions of what the shop says about itself met (tasks F8). */
export const companyTypedFields: TypedFields = {
  name: typedWhole(companyFields.shape.name, 'text'),
  address: typedField({
    schema: companyFields.shape.address,
    parts: [...addressParts.map((name) => partAt(name, 'text')), partAt('country', 'country')],
  }),
}
