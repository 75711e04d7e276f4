export { productionPapers } from './papers.ts'
