/** What choosing looks at. */
export interface ChoosableTemplate {
  readonly id: string
  /** Since when it is the standard of its kind; null: it is not. */
  readonly standardSince: string | null
  /** Customers whose papers look so, each with since when. */
  readonly customers: Readonly<Record<string, string>>
  readonly isArchived: boolean
}

/**
 * PR40: the customer's template, else the standard of the kind, else none: the built-in look. Where two stations named two,
 * the later word stands, the same on every station. An archived one is nobody's.
 */
export function standingTemplate<T extends ChoosableTemplate>(
  templates: readonly T[],
  partyId: string | null,
): T | null {
  const live = templates.filter((each) => !each.isArchived)
  return latest(live, (each) => (partyId === null ? null : (each.customers[partyId] ?? null))) ?? standardOf(live)
}

export function standardOf<T extends ChoosableTemplate>(templates: readonly T[]): T | null {
  return latest(
    templates.filter((each) => !each.isArchived),
    (each) => each.standardSince,
  )
}

function latest<T extends ChoosableTemplate>(templates: readonly T[], since: (each: T) => string | null): T | null {
  let found: T | null = null
  let when = ''
  for (const each of templates) {
    const at = since(each)
    if (at === null || at < when || (at === when && found !== null && each.id < found.id)) continue
    found = each
    when = at
  }
  return found
}
