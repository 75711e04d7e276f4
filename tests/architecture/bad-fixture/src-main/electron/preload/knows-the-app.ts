export { inside } from '#main/app/reaches-inside.ts'
