export { textSearchOfParties } from './party-search.ts'
