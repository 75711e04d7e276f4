import { checkUserChange } from '#main/users/index.ts'
import { valuesByName } from '#shared/kernel/change/typed-field.ts'
import { given } from '#shared/kernel/given.ts'
import { accepted } from '#shared/kernel/result.ts'
import { printTemplateEntity } from '#shared/printing/replication.ts'
import { companyFields } from '#shared/settings/company-form.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { companyEntity } from '#shared/settings/replication.ts'
import { companyTypedFields } from '#shared/settings/typed-fields.ts'
import { userEntity } from '#shared/users/replication.ts'
import { userForm, userTypedFields } from '#shared/users/typed-fields.ts'
import { type AnyFindingSubject, findingSubject } from './finding-subject.ts'

const companyForm = companyFields.partial()

/** Documents of features that stand before tasks and so cannot name themselves to it. */
export const earlySubjects: readonly AnyFindingSubject[] = [
  findingSubject({ entity: printTemplateEntity, grant: 'printTemplate.change', title: (template) => template.name }),
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
