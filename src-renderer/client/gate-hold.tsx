import { createContext, useContext, useEffect } from 'react'

interface GateHold {
  readonly hold: () => void
  readonly release: () => void
}

export const GateHoldContext = createContext<GateHold | null>(null)

/**
 * Keeps the gate that is on screen closed while it still has something to show, although the station would let the person
 * in already: a recovery code that is seen only once.
 */
export function useGateHold(isHeld: boolean): void {
  const gate = useContext(GateHoldContext)
  useEffect(() => {
    if (!isHeld) return
    gate?.hold()
    return () => gate?.release()
  }, [gate, isHeld])
}
