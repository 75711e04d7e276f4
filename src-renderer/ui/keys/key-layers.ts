import { byNearness, type KeyBinding } from './key-dispatcher.ts'

/** A reader instead of a value, so that a re-render needs no new registration. */
export type BindingReader = () => readonly KeyBinding[]

/**
 * Who has registered keys, by layer. The page is the lowest layer; a dialog or the palette puts one on top, and only
 * the keys of the topmost layer are in force.
 */
export interface KeyLayers {
  add(layer: number, read: BindingReader): () => void
  openLayer(layer: number): () => void
  /** Bindings in force, nearest first. */
  active(): readonly KeyBinding[]
}

export const PAGE_LAYER = 0

export function createKeyLayers(): KeyLayers {
  const registrations: { layer: number; read: BindingReader }[] = []
  const open: number[] = [PAGE_LAYER]

  return {
    add(layer, read) {
      const registration = { layer, read }
      registrations.push(registration)
      return () => {
        registrations.splice(registrations.indexOf(registration), 1)
      }
    },
    openLayer(layer) {
      open.push(layer)
      return () => {
        open.splice(open.lastIndexOf(layer), 1)
      }
    },
    active() {
      const top = open.at(-1)
      const inForce = registrations.filter((registration) => registration.layer === top)
      return byNearness(inForce.flatMap((registration) => registration.read()))
    },
  }
}
