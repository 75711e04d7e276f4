/** Why the drawer opened: money was received in cash, or somebody pressed the button and said why. */
export const drawerCauses = ['cash_payment', 'button'] as const
export type DrawerCause = (typeof drawerCauses)[number]

/** Nobody sees a drawer: `opened` means that the printer took the pulse. */
export const drawerResults = ['opened', 'failed', 'unknown'] as const
export type DrawerResult = (typeof drawerResults)[number]

/**
 * PR56: a drawer opens while somebody stands at it, or not at all. A pulse that had to wait longer, behind a receipt or
 * for a line, is dropped.
 */
export const drawerWaitMilliseconds = 15_000

export function isDrawerTooLate(wantedAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(wantedAt) > drawerWaitMilliseconds
}
