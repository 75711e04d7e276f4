import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useHere } from '#renderer/client/navigation.tsx'
import { Palette } from './palette.tsx'

interface PaletteControl {
  /** Opens it, with something typed already when given. */
  open(typed?: string): void
}

const PaletteContext = createContext<PaletteControl | null>(null)

export function usePalette(): PaletteControl {
  const control = useContext(PaletteContext)
  if (control === null) throw new Error('The palette needs its provider around it')
  return control
}

export function PaletteProvider({ children }: { children: ReactNode }) {
  const [typed, setTyped] = useState<string | null>(null)
  const close = useCallback(() => setTyped(null), [])
  const control = useMemo<PaletteControl>(() => ({ open: (text = '') => setTyped(text) }), [])
  const here = useHere()
  // A scan, or the hit itself, leads elsewhere: the palette has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is what closes it
  useEffect(() => close(), [here, close])
  return (
    <PaletteContext value={control}>
      {children}
      {typed !== null && <Palette startText={typed} onClose={close} />}
    </PaletteContext>
  )
}
