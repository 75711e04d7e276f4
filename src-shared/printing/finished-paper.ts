import type { LabelDocument } from './label-document.ts'
import type { PrintDocument } from './print-document.ts'

/** What a paper gets when it is wanted, apart from what it says: its COPY tag (PR20) and when it was made. */
export function finishedPaper<D extends PrintDocument>(document: D, copyTag: string | null, madeAt: string): D
export function finishedPaper(document: PrintDocument, copyTag: string | null, madeAt: string): PrintDocument {
  if (document.form === 'label') return copyTag === null ? document : taggedLabel(document, copyTag)
  return document.form === 'page' ? { ...document, copyTag, createdAt: madeAt } : { ...document, copyTag }
}

/** Builders of labels leave this place at the top right free. */
export const labelTagPlace = { width: 250, height: 70, margin: 50 } as const

function taggedLabel(document: LabelDocument, text: string): LabelDocument {
  const { width, height, margin } = labelTagPlace
  const x = document.size.width - width - margin
  return {
    ...document,
    parts: [
      ...document.parts,
      { part: 'box', x, y: margin, width, height, thickness: 4 },
      {
        part: 'text',
        x: x + 10,
        y: margin + 18,
        width: width - 20,
        size: 40,
        text,
        lines: 1,
        align: 'center',
        shrinkTo: 50,
        tooLong: 'ellipsis',
      },
    ],
  }
}

/** The last words on a paper: what a person looks for who is asked whether it came out. */
export function lastWordsOf(document: PrintDocument): string {
  return (
    wordsOf(document)
      .map((each) => each.trim())
      .findLast((each) => each !== '') ?? ''
  )
}

function wordsOf(document: PrintDocument): readonly string[] {
  if (document.form === 'page') return [document.title]
  if (document.form === 'label') return document.parts.flatMap((part) => (part.part === 'text' ? [part.text] : []))
  return document.lines.flatMap((line) => (line.line === 'text' ? [line.text] : []))
}
