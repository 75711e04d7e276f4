import type { ScreenTools } from './screen-tools.ts'

export interface ScannedPlace {
  /** Where the code leads. */
  readonly to: string
}

/**
 * A kind of code that a feature knows: order numbers, file codes, product barcodes. A scan goes to the first pattern, in
 * feature order, that finds something behind it; never to the field that happens to have the focus.
 */
export interface ScanPattern {
  readonly id: string
  /** Cheap and pure: the form of the code alone. */
  readonly matches: (code: string) => boolean
  /** Looks the code up; null: the form fits but nothing here has this code. */
  readonly find: (code: string, tools: ScreenTools) => Promise<ScannedPlace | null>
}
