export { DocumentHistory } from './history/document-history.tsx'
export type { WriteValue } from './history/history-lines.ts'
