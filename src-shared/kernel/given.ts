/** What of a patch was really given: a field left out stays as it is, which is not the same as one set to nothing. */
export type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

export function given<T extends object>(patch: T): Given<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Given<T>
}
