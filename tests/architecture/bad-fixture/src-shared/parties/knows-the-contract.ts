export { productContract } from '#shared/contract.ts'
