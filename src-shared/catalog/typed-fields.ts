import { z } from 'zod'
import { partAt, type TypedFields, typedField, typedWhole } from '#shared/kernel/change/typed-field.ts'
import { languages, localTextSchema } from '#shared/kernel/local-text.ts'
import { isUnitCode, type UnitCode, unitCodes } from '#shared/kernel/quantity.ts'
import { textField } from '#shared/kernel/text.ts'
import { vatLevels } from '#shared/settings/vat-rates.ts'
import { discountSchema } from './price-table-schema.ts'

export const typedNames = localTextSchema(textField())

const names = typedField({
  schema: typedNames,
  parts: languages.map((language) => partAt(language, 'text')),
})

/** What a person may type where two versions of a product met; options and prices are changed on its own page (tasks F8). */
export const productTypedFields: TypedFields = {
  names,
  unit: typedWhole(
    z.custom<UnitCode>((code) => typeof code === 'string' && isUnitCode(code), 'unit.unknown'),
    'choice',
    unitCodes,
  ),
  vatLevel: typedWhole(z.enum(vatLevels), 'choice', vatLevels),
  discount: typedWhole(discountSchema, 'percent'),
}

export const categoryTypedFields: TypedFields = { names }
