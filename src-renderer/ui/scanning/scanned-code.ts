/** What a scanner says about the kind of code it read: the AIM prefix `]C1` is GS1-128, `]Q3` GS1 in a QR code. */
export interface ScannedCode {
  readonly text: string
  readonly symbology: string | null
}

const SURROUNDINGS = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu

/** Takes the AIM prefix and what surrounds a code off; never opens, follows or guesses anything. */
export function readScannedCode(raw: string): ScannedCode {
  const prefixed = /^\](?<symbology>[A-Za-z][0-9A-Za-z])(?<text>[\s\S]*)$/.exec(raw)
  const text = prefixed?.groups?.text ?? raw
  return { text: text.replace(SURROUNDINGS, ''), symbology: prefixed?.groups?.symbology ?? null }
}
