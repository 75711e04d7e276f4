import type { MantineColorSchemeManager } from '@mantine/core'

/** What a person may choose; `auto` follows the system. */
export type ColourScheme = 'auto' | 'light' | 'dark'

/**
 * The choice is kept per person and station by whoever knows the person, not in the browser's own store, so Mantine
 * is given a manager that remembers nothing and always answers with the choice handed in.
 */
export function givenColourScheme(scheme: ColourScheme): MantineColorSchemeManager {
  return { get: () => scheme, set: () => {}, subscribe: () => {}, unsubscribe: () => {}, clear: () => {} }
}
