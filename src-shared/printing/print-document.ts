import type { LabelDocument } from './label-document.ts'
import type { PageDocument } from './page-document.ts'
import type { ReceiptDocument } from './receipt-document.ts'

/** A paper before any device is known. Every word on it is already in the language of whoever receives it. */
export type PrintDocument = PageDocument | ReceiptDocument | LabelDocument

/** Every picture a document needs, so that the caller can fetch them in one go. */
export function picturesOf(document: PrintDocument): string[] {
  const hashes = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('hash' in value && typeof value.hash === 'string') hashes.add(value.hash)
      for (const item of Object.values(value)) visit(item)
    }
  }
  visit(document)
  return [...hashes]
}
