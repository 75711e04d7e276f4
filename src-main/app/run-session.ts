import type { SessionKind } from '#main/users/module.ts'
import type { App } from './create-app.ts'

/**
 * A session for this run of the program. On a demo shop it is the administrator's, so that scripts and a first look need
 * no password; on a real shop a window starts without a person and a script's token with the rights of setting up only.
 */
export function openRunSession(app: App, kind: SessionKind, isDemo: boolean): string {
  const administrator = isDemo ? app.firstAdministrator() : undefined
  return app.sessions.open(kind, administrator)
}

/** A one-time code for a session of its own: on a demo shop the browser is the administrator's from the first page on. */
export function enterWithCode(app: App, code: string, isDemo: boolean): string | null {
  return app.sessions.redeemEntryCode(code, isDemo ? app.firstAdministrator() : undefined)
}
