import { z } from 'zod'
import { type TypedFields, typedWhole } from '#shared/kernel/change/typed-field.ts'
import { requiredText } from '#shared/kernel/text.ts'
import { roleField, roles } from './role-profiles.ts'

/** As the form of a person asks it. */
export const personName = requiredText({ max: 80 })

/** What may be typed of a person. */
export const userForm = z.strictObject({ name: personName.optional(), role: roleField.optional() })

/** What a person may type where two versions of somebody who works here met (tasks F8). */
export const userTypedFields: TypedFields = {
  name: typedWhole(personName, 'text'),
  role: typedWhole(roleField, 'choice', roles),
}
