import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useState } from 'react'
import type { KeyBinding } from './key-dispatcher.ts'
import { type KeyLayers, PAGE_LAYER } from './key-layers.ts'
import { useLatest } from './use-latest.ts'

export interface KeyMap {
  readonly layers: KeyLayers
  readonly openHelp: () => void
  readonly nextLayer: () => number
}

export const KeyMapContext = createContext<KeyMap | null>(null)
const LayerContext = createContext(PAGE_LAYER)

/** Registers keys for as long as the component is mounted; labels and handlers may change with every render. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { layers } = useKeyMap()
  const layer = useContext(LayerContext)
  const latest = useLatest(bindings)
  useEffect(() => layers.add(layer, () => latest.current), [layers, layer, latest])
}

/** Lets a menu item or a slug part open the list of keys. */
export function useKeyHelp(): () => void {
  return useKeyMap().openHelp
}

/** Puts the keys of its children above everything below, as a dialog or the palette does. */
export function KeyLayer({ children }: { children: ReactNode }) {
  const { layers, nextLayer } = useKeyMap()
  const [layer] = useState(nextLayer)
  useLayoutEffect(() => layers.openLayer(layer), [layers, layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}

function useKeyMap(): KeyMap {
  const map = useContext(KeyMapContext)
  if (map === null) throw new Error('Keys need the UiProvider around them')
  return map
}
