import { printTemplateEntity } from '#shared/printing/replication.ts'
import { companyEntity } from '#shared/settings/replication.ts'
import { userEntity } from '#shared/users/replication.ts'
import { type AnyFindingSubject, findingSubject } from './finding-subject.ts'

/** Documents of features that stand before tasks and so cannot name themselves to it. */
export const earlySubjects: readonly AnyFindingSubject[] = [
  findingSubject({ entity: companyEntity, grant: 'company.change', title: (company) => company.name }),
  findingSubject({ entity: printTemplateEntity, grant: 'printTemplate.change', title: (template) => template.name }),
  findingSubject({ entity: userEntity, grant: 'user.change', title: (user) => user.name }),
]
