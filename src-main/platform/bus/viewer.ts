/** Who asks (W12): the person signed in on a session, what they may do and which rows they may see. */
export interface Viewer {
  readonly sessionId: string
  /** null: somebody has reached the station but nobody has signed in. */
  readonly userId: string | null
  readonly name: string
  readonly role: string
  readonly grants: ReadonlySet<string>
  /** `all`, or only the documents of the viewer's own customers. */
  readonly scope: 'all' | 'own'
  /** BCP 47 tag of the language their screens are in. */
  readonly language: string
}

export function may(viewer: Viewer, grant: string): boolean {
  return viewer.grants.has(grant) || viewer.grants.has('*')
}

/** Drops fields that need a grant the viewer lacks: prices are cut in the core, never hidden by the screen (W12). */
export function redacted<T extends object, K extends keyof T>(
  viewer: Viewer,
  grant: string,
  row: T,
  fields: readonly K[],
): T | Omit<T, K> {
  if (may(viewer, grant)) return row
  const kept: Partial<T> = { ...row }
  for (const field of fields) delete kept[field]
  return kept as Omit<T, K>
}
