import type { SessionKind } from '#main/users/module.ts'
import type { App } from './create-app.ts'

/**
 * A session for this run of the program. On a demo shop it is the administrator's, so that scripts and a first look need
 * no password; on a real shop a window starts without a person and a script's token with the rights of setting up only.
 */
export function openRunSession(app: App, kind: SessionKind, isDemo: boolean): string {
  const administrator = isDemo ? app.firstAdministrator() : undefined
  const token = app.sessions.open(kind, administrator)
  if (isDemo && administrator === undefined) whenPeopleArrive(app, (first) => app.sessions.give(token, first))
  return token
}

/** A demo shop that joined another has nobody until its documents come. */
function whenPeopleArrive(app: App, give: (administrator: string) => void): void {
  const stop = app.onAnnouncement(() => {
    const first = app.firstAdministrator()
    if (first === undefined) return
    stop()
    give(first)
  })
}

/** A one-time code for a session of its own: on a demo shop the browser is the administrator's from the first page on. */
export function enterWithCode(app: App, code: string, isDemo: boolean): string | null {
  return app.sessions.redeemEntryCode(code, isDemo ? app.firstAdministrator() : undefined)
}
