export { stockPapers } from './papers.ts'
