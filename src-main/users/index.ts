export { createSessions, type SessionKind, type Sessions } from './sessions.ts'
