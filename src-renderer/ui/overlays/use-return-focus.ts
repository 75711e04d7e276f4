import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was when something that floats over the page goes away, also when it is taken out of
 * the tree instead of being closed. Somebody who has put the focus elsewhere meanwhile keeps it.
 */
export function useReturnFocus(isOpen: boolean): void {
  const [held, setHeld] = useState(() => (isOpen ? document.activeElement : null))
  const [wasOpen, setWasOpen] = useState(isOpen)
  // Noted in the render that opens it: a moment later the focus is inside.
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen)
    if (isOpen) setHeld(document.activeElement)
  }
  useEffect(() => {
    if (!isOpen) return
    return () => {
      const now = document.activeElement
      const isInside = now === null || now === document.body || now.closest('[role="dialog"]') !== null
      if (isInside && held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true })
    }
  }, [isOpen, held])
}
