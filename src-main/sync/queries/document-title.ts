import { Documents } from '#main/platform/changes/documents.ts'
import type { ReadableDb } from '#main/platform/database/handles.ts'

/** What people call a document of any kind, in their language; '' where it has no name. */
export function documentTitle(db: ReadableDb): (doc: string, language: string) => string {
  const stored = Documents.readingFrom(db)
  return (doc, language) => titleOf(stored(doc)?.values ?? {}, language, (id) => stored(id)?.values)
}

type Values = Readonly<Record<string, unknown>>

/** What people call a document: by its number, its name and whom it is for; one without any by the document it points at. */
function titleOf(values: Values, language: string, documentOf: (id: string) => Values | undefined): string {
  const own = ownTitle(values, language)
  if (own !== '') return own
  for (const [name, value] of Object.entries(values)) {
    const pointsAt = name.endsWith('Id') && typeof value === 'string' ? documentOf(value) : undefined
    if (pointsAt !== undefined) return ownTitle(pointsAt, language)
  }
  return ''
}

function ownTitle(values: Values, language: string): string {
  const { number, sku, name, title, names, customer } = values
  const texts = membersOf(names)
  const written = [membersOf(number).text, sku, name ?? title, texts[language] ?? Object.values(texts)[0]]
  return [...written, membersOf(customer).name].filter((each) => typeof each === 'string' && each !== '').join(' ')
}

function membersOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
