export { paidSlot } from './projection.ts'
