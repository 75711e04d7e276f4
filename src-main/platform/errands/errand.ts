/** An effect on the world that this station still has to carry out (W7). */
export interface Errand {
  readonly id: string
  readonly kind: string
  /** Canonical JSON, parsed by the feature that carries it out. */
  readonly payload: string
  readonly doc: string | null
  readonly attempts: number
}
