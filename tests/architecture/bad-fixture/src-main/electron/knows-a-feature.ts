export { parties } from '#main/parties/index.ts'
