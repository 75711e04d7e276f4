import { useTranslation } from 'react-i18next'
import { type DocumentWords, useDocumentKind } from '#renderer/client/index.ts'
import { wordOf } from '#renderer/sync/index.ts'
import type { GlyphName } from '#renderer/ui/index.ts'

export interface FindingWords extends DocumentWords {
  /** "Sales order" */
  readonly kind: string
  /** "Promised date, Delivery address", the rest counted. */
  readonly fields: (paths: readonly string[]) => string
  /** "Street", of a part that is typed by itself. */
  readonly part: (path: string, name: string) => string
  /** Where the document is read. */
  readonly to: (id: string) => string | null
}

const shownFields = 2
const answersPrefix = 'answers.'

/** What the feature of a document says of it, and what tasks says itself: answers, and what other documents did to it. */
export function useFindingWords(entity: string): FindingWords {
  const { t } = useTranslation('tasks')
  const kind = useDocumentKind(entity)
  const useWords = kind?.useWords ?? useNoWords
  const words = useWords()
  const field = (path: string) => (path.startsWith(answersPrefix) ? t('finding.earlierAnswer') : words.field(path))
  return {
    kind: kind === undefined ? t([`about.${entity}`, `sync:entity.${wordOf(entity)}`]) : t(kind.word),
    to: (id) => kind?.to(id) ?? null,
    part: (path, name) => words.part?.(path, name) ?? words.field(path),
    field,
    fields: (paths) => {
      const names = [...new Set(paths.map(field))]
      const rest = names.length - shownFields
      const shown = names.slice(0, shownFields).join(', ')
      return rest > 0 ? t('finding.andMore', { fields: shown, count: rest }) : shown
    },
    value: (path, value) =>
      path.startsWith(answersPrefix) ? t(`finding.answer.${String(value)}`) : words.value(path, value),
    did: (command) => t(`did.${command}`, { defaultValue: words.did(command) }),
  }
}

function useNoWords(): DocumentWords {
  return { field: (path) => path, value: () => null, did: (command) => command }
}

export function glyphOf(kind: string): GlyphName {
  if (kind === 'overwritten' || kind === 'takenAway') return 'versions'
  return kind === 'refused' || isSetApart(kind) ? 'refused' : 'needs-you'
}

/** What the cloud kept without a look at what it does: of no document. */
export function isSetApart(kind: string): boolean {
  return kind === 'station.revoked' || kind.startsWith('change.')
}
