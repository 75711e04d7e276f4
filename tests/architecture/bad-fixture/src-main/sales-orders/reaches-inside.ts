export { inside } from '#main/parties/inside.ts'
