export { fulfilmentPapers } from './papers.ts'
