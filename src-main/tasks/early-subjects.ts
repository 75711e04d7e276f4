import { z } from 'zod'
import { checkUserChange } from '#main/users/index.ts'
import { valuesByName } from '#shared/kernel/change/typed-field.ts'
import { given } from '#shared/kernel/given.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { templateName } from '#shared/printing/templates/contract.ts'
import { printTemplateTypedFields } from '#shared/printing/templates/typed-fields.ts'
import { companyFields } from '#shared/settings/company-form.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { companyEntity } from '#shared/settings/replication.ts'
import { companyTypedFields } from '#shared/settings/typed-fields.ts'
import { userEntity } from '#shared/users/replication.ts'
import { userForm, userTypedFields } from '#shared/users/typed-fields.ts'
import { type AnyFindingSubject, findingSubject } from './finding-subject.ts'

const companyForm = companyFields.partial()
const templateForm = z.strictObject({ name: templateName.optional() })

/** Documents of features that stand before tasks and so cannot name themselves to it. */
export const earlySubjects: readonly AnyFindingSubject[] = [
  findingSubject({
    entity: printTemplateEntity,
    grant: 'printTemplate.change',
    title: (template) => template.name,
    typed: {
      fields: printTemplateTypedFields,
      change: () => (_, typed) => accepted(given(templateForm.parse(valuesByName(typed)))),
    },
  }),
  findingSubject({
    entity: companyEntity,
    grant: 'company.change',
    title: (company) => company.name,
    typed: {
      fields: companyTypedFields,
      change: () => (company, typed) => settleCompany(companyForm.parse(valuesByName(typed)), company.country),
    },
  }),
  findingSubject({
    entity: userEntity,
    grant: 'user.change',
    title: (user) => user.name,
    typed: {
      fields: userTypedFields,
      change: ({ db }) => {
        const check = checkUserChange(db)
        return (user, typed, id) => {
          const form = userForm.parse(valuesByName(typed))
          const allowed = check(user, id, form)
          return allowed.ok ? accepted(given(form)) : allowed
        }
      },
    },
  }),
]
