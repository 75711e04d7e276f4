export { type AnyFindingSubject, findingSubject } from './finding-subject.ts'
