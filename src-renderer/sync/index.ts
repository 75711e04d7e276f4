/** What pages of later features say about the sync. */
export { DocumentWaiting } from './document-waiting.tsx'
