/** What pages of later features print with. */
export { DocumentPapers } from './papers/document-papers.tsx'
export { DocumentPapersAtAGlance } from './papers/papers-at-a-glance.tsx'
export { PrintLabelsButton } from './papers/print-labels-button.tsx'
export { PrintPapersButton } from './papers/print-papers-button.tsx'
export type { WantedPaper } from './papers/route-wish.ts'
export { type PaperPrinting, usePaperPrinting } from './papers/use-paper-printing.tsx'
