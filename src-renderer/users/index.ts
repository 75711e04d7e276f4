export { DocumentHistory } from './history/document-history.tsx'
export { noWords, useFieldWords } from './history/field-words.ts'
export type { WriteValue } from './history/history-lines.ts'
