import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentWords } from '#renderer/client/document-kinds.tsx'
import { namesOf, valueText, type WriteValue } from './history-lines.ts'

/** The words that a history uses, for other places that show a document's fields: `field.<entity>.<field>`, `did.<command>`. */
export function useFieldWords(feature: string, entity: string, write: WriteValue): DocumentWords {
  const { t } = useTranslation('users')
  return useMemo(
    () => ({
      field: (path) =>
        namesOf(path)
          .map((each) => t(`${feature}:field.${entity}.${each}`, { defaultValue: each }))
          .join(' · '),
      value: (path, value) => valueText(path, value, write),
      did: (command) => t([`${feature}:did.${command}`, 'history.kind.set']),
    }),
    [t, feature, entity, write],
  )
}

export const noWords: WriteValue = () => null
