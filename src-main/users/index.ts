export { createSessions, type SessionKind, type Sessions } from './sessions.ts'
export { checkUserChange } from './user-change.ts'
