import type { PrintDocument } from './print-document.ts'
import type { PrinterStatus, SendOutcome } from './print-outcome.ts'
import type { PrinterProfile } from './printer-profile.ts'

/** What a printer of this language prints; its language is locked to it (P13). */
export function formOf(profile: Pick<PrinterProfile, 'language'>): PrintDocument['form'] {
  if (profile.language === 'pdf') return 'page'
  return profile.language === 'escpos' ? 'receipt' : 'label'
}

export const printerStates = ['ready', 'busy', 'out_of_paper', 'cover_open', 'blocked', 'not_found', 'unknown'] as const
/** As the slug line says it. */
export type PrinterState = (typeof printerStates)[number]

export function printerStateOf({ state, reason }: Pick<PrinterStatus, 'state' | 'reason'>): PrinterState {
  if (state === 'unreachable') return 'not_found'
  if (state !== 'blocked') return state
  if (reason === 'paperOut') return 'out_of_paper'
  return reason === 'coverOpen' || reason === 'headOpen' ? 'cover_open' : 'blocked'
}

/** What a failed try tells of the printer; null when it tells nothing new. */
export function printerStateAfter({ state, reason }: Pick<SendOutcome, 'state' | 'reason'>): PrinterState | null {
  if (state === 'printed') return 'ready'
  if (reason === null) return null
  if (reason === 'paperOut') return 'out_of_paper'
  if (reason === 'busy') return 'busy'
  if (reason === 'coverOpen' || reason === 'headOpen') return 'cover_open'
  if (
    reason === 'connectionRefused' ||
    reason === 'unreachable' ||
    reason === 'connectTimeout' ||
    reason === 'deviceMissing'
  )
    return 'not_found'
  return state === 'failed_before_send' ? 'blocked' : null
}
