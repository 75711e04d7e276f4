import { DocumentPapers, DocumentPapersAtAGlance, PrintPapersButton } from '#renderer/printing/index.ts'
import type { OrderFolder } from './use-sales-order.ts'

const about = 'sales_order'

/** The papers of an order with how each came out; printing again is one press away. */
export function OrderPapers({ folder }: { folder: OrderFolder }) {
  return <DocumentPapers about={about} documentId={folder.order.id} />
}

/** The same in the narrow column: each paper with its state, a press leads to where it is printed. */
export function PapersAtAGlance({ folder, onOpen }: { folder: OrderFolder; onOpen: () => void }) {
  return <DocumentPapersAtAGlance about={about} documentId={folder.order.id} onOpen={onOpen} />
}

/** The whole documentation of an order in one action (ORD-40). */
export function AllPapersButton({ folder }: { folder: OrderFolder }) {
  return <PrintPapersButton about={about} documentId={folder.order.id} />
}
