import { type TypedFields, typedWhole } from '#shared/kernel/change/typed-field.ts'
import { templateName } from './contract.ts'

/** What a person may type where two versions of a template met; a design is chosen whole, since nobody drew half of each. */
export const printTemplateTypedFields: TypedFields = { name: typedWhole(templateName, 'text') }
