/** Changing and taking payment come back here: they take this page's place, so that Esc does not lead to it twice. */
export const inItsPlace = { replaces: true } as const
