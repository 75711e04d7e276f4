import { createContext, useContext } from 'react'
import type { TypedFields } from '#shared/kernel/change/typed-field.ts'

/** How the fields of a kind of document are said, in the language of the screen. */
export interface DocumentWords {
  /** Name of the field at a path: `promised`, `lines.<id>.item`. */
  readonly field: (path: string) => string
  /** '' is "not filled in"; null: a value that no line could hold. */
  readonly value: (path: string, value: unknown) => string | null
  /** Label of a part that is typed by itself, where the value has several: "Street". */
  readonly part?: (path: string, name: string) => string
  /** What a command did: "Cancelled". */
  readonly did: (command: string) => string
}

/** A kind of document that findings and tasks may be about: how it is called, where it is read, how it is put in words. */
export interface DocumentKind {
  /** Name in the log: `party`, `sales_order`. */
  readonly entity: string
  /** Key of its word with the namespace. */
  readonly word: string
  /** Its page; null where it has none of its own. */
  readonly to: (id: string) => string | null
  /** Fields for which a person may type a value of their own where two versions met. */
  readonly typedFields?: TypedFields
  /** A hook. */
  readonly useWords: () => DocumentWords
}

/** Filled by the shell with what all features know. */
export const DocumentKindsContext = createContext<readonly DocumentKind[]>([])

export function useDocumentKind(entity: string): DocumentKind | undefined {
  return useContext(DocumentKindsContext).find((kind) => kind.entity === entity)
}
