/** What pages of later features print with. */
export { PrintManyButton } from './batches/print-many-button.tsx'
export { DocumentPapers } from './papers/document-papers.tsx'
export { DocumentPapersAtAGlance } from './papers/papers-at-a-glance.tsx'
export { PrintLabelsButton } from './papers/print-labels-button.tsx'
export { PrintPapersButton, PrintPapersKeys } from './papers/print-papers-button.tsx'
export type { WantedPaper } from './papers/route-wish.ts'
export { type PaperPrinting, usePaperPrinting } from './papers/use-paper-printing.tsx'
