import type { DocumentKind } from '#renderer/client/index.ts'
import { useFieldWords } from '#renderer/users/index.ts'
import { useHistoryValues } from './page/use-history-values.ts'

/** Customers and suppliers, for findings and tasks that are about them. */
export const partyKind: DocumentKind = {
  entity: 'party',
  word: 'tasks:about.party',
  to: (id) => `/parties/${id}`,
  useWords: () => useFieldWords('parties', 'party', useHistoryValues()),
}
