/** What pages of later features say about the sync. */
export { DocumentWaiting, WaitingMark, WaitingRows } from './document-waiting.tsx'
export { wordOf } from './outbox/waiting-documents.ts'
