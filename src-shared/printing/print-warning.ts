import type { BarcodeProblem, Symbology } from './barcode-symbology.ts'

/** What a person should know about a paper that was made all the same. Nothing is ever replaced or cut silently (P10). */
export type PrintWarning =
  /** No font on this station has these characters: an empty box stands in their place. */
  | { readonly code: 'charactersMissing'; readonly characters: string; readonly text: string }
  /** The printer's code pages lack characters of this line: it was drawn as a picture, right but slower. */
  | { readonly code: 'drawnAsPicture'; readonly text: string }
  | { readonly code: 'textShrunk'; readonly text: string; readonly percent: number }
  /** Even at the smallest legible size the text does not fit: it ends in an ellipsis. */
  | { readonly code: 'textCut'; readonly text: string; readonly printed: string }
  | { readonly code: 'outsideLabel'; readonly text: string }
  /** The data stands there as text: the symbol cannot carry it, or paper or place is too narrow. */
  | {
      readonly code: 'barcodeAsText'
      readonly symbology: Symbology
      readonly data: string
      readonly reason: BarcodeProblem | 'tooWide'
    }
  | { readonly code: 'pictureMissing'; readonly hash: string; readonly description: string }
  /** The header is so tall that the address stands below the window of the envelope. */
  | { readonly code: 'addressOutsideWindow' }

export type PrintWarningCode = PrintWarning['code']
