/** No 0 and O, no 1, I and L: what is read out over a telephone is typed right. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const codeLength = 8

/** Guesses are counted by the first letters of a code: whoever guesses at one code is stopped, and nobody else. */
export const prefixLength = 3

/** Draws until each letter falls evenly: a byte taken modulo the alphabet would favour its beginning. */
export function newPairingCode(random: (size: number) => Uint8Array): string {
  const even = 256 - (256 % codeAlphabet.length)
  let code = ''
  while (code.length < codeLength) {
    for (const byte of random(codeLength * 2)) {
      if (byte < even && code.length < codeLength) code += codeAlphabet.charAt(byte % codeAlphabet.length)
    }
  }
  return code
}

/** As people type it: any case, with blanks and hyphens between. Null: this can be no code. */
export function readPairingCode(typed: string): string | null {
  return readLetters(typed, codeLength)
}

/** What people read off one screen and type at another: what the cloud asks, and what it never gets to see (Y28). */
export interface CodeHalves {
  readonly forTheCloud: string
  readonly betweenStations: string
}

/** In groups of four, as it is read out. */
export function writeCode({ forTheCloud, betweenStations }: CodeHalves): string {
  return `${forTheCloud}${betweenStations}`.replace(/(.{4})(?=.)/g, '$1-')
}

export function readCode(typed: string): CodeHalves | null {
  const code = readLetters(typed, codeLength * 2)
  if (code === null) return null
  return { forTheCloud: code.slice(0, codeLength), betweenStations: code.slice(codeLength) }
}

function readLetters(typed: string, length: number): string | null {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return code.length === length && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null
}
