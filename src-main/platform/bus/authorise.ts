import type { AnyProcedure } from '#shared/kernel/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { may, type Viewer } from './viewer.ts'

/** The one question that all three buses ask (W9, W12): may this viewer do this? undefined: yes. */
export function notAuthorised(procedure: Pick<AnyProcedure, 'permission'>, viewer: Viewer): Refused | undefined {
  const { permission } = procedure
  return permission === null || may(viewer, permission) ? undefined : notAllowed(viewer, permission)
}

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

export function notAllowed(viewer: Viewer, permission: string): Refused {
  return viewer.userId === null
    ? { ok: false, refusal: { code: 'auth.notSignedIn' } }
    : { ok: false, refusal: { code: 'permission.missing', params: { permission } } }
}
