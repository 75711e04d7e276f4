import { createContext, useContext } from 'react'

/**
 * A list or a second popover that opens out of a popover has to stay a part of it in the page: drawn elsewhere, a click
 * into it counts as a click outside and closes the first one before the choice is taken.
 */
export const InsidePopover = createContext(false)

export function useInsidePopover(): boolean {
  return useContext(InsidePopover)
}
