import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind, DocumentWords } from '#renderer/client/index.ts'
import { useFieldWords } from '#renderer/users/index.ts'
import { partyTypedFields } from '#shared/parties/typed-fields.ts'
import { useHistoryValues } from './page/use-history-values.ts'

/** Customers and suppliers, for findings and tasks that are about them. */
export const partyKind: DocumentKind = {
  entity: 'party',
  word: 'tasks:about.party',
  to: (id) => `/parties/${id}`,
  typedFields: partyTypedFields,
  useWords: usePartyWords,
}

function usePartyWords(): DocumentWords {
  const { t } = useTranslation('parties')
  const words = useFieldWords('parties', 'party', useHistoryValues())
  return useMemo(() => ({ ...words, part: (_, name) => t(`screen.form.addressField.${name}`) }), [words, t])
}
