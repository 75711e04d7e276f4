import type { DocumentKind } from '#renderer/client/index.ts'
import { noWords, useFieldWords } from './history/field-words.ts'

/** People and the shop itself, for findings that are about them. */
export const userKinds: readonly DocumentKind[] = [
  {
    entity: 'user',
    word: 'tasks:about.user',
    to: () => '/settings/people',
    useWords: () => useFieldWords('users', 'user', noWords),
  },
  {
    entity: 'company',
    word: 'tasks:about.company',
    to: () => '/settings/company',
    useWords: () => useFieldWords('settings', 'company', noWords),
  },
]
