import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind, DocumentWords } from '#renderer/client/index.ts'
import { companyTypedFields } from '#shared/settings/typed-fields.ts'
import { userTypedFields } from '#shared/users/typed-fields.ts'
import { noWords, useFieldWords } from './history/field-words.ts'
import type { WriteValue } from './history/history-lines.ts'

/** People and the shop itself, for findings that are about them. */
export const userKinds: readonly DocumentKind[] = [
  {
    entity: 'user',
    word: 'tasks:about.user',
    to: () => '/settings/people',
    typedFields: userTypedFields,
    useWords: useUserWords,
  },
  {
    entity: 'company',
    word: 'tasks:about.company',
    to: () => '/settings/company',
    typedFields: companyTypedFields,
    useWords: useCompanyWords,
  },
]

function useUserWords(): DocumentWords {
  const { t } = useTranslation('users')
  const write = useCallback<WriteValue>(
    (path, value) => (path === 'role' && typeof value === 'string' ? t(`role.${value}`) : null),
    [t],
  )
  return useFieldWords('users', 'user', write)
}

function useCompanyWords(): DocumentWords {
  const { t } = useTranslation('settings')
  const words = useFieldWords('settings', 'company', noWords)
  return useMemo(
    () => ({ ...words, part: (_, name) => t(name === 'country' ? 'field.company.country' : `screen.company.${name}`) }),
    [words, t],
  )
}
