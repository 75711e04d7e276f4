/**
 * The short code of a file as job tickets, labels and order lines carry it: `K7-9HD3`. Made from the hash alone, so that
 * every station writes the same code for the same bytes. Without 0, O, 1 and I, which people take for one another.
 */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const bitsPerSign = 5

/** Thirty bits: two files of a shop may share a code one day, so a search by code answers with all of them (FI4). */
export function shortCodeOf(hash: string): string {
  const bits = Number.parseInt(hash.slice(0, 8), 16)
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not a file hash')
  let code = ''
  for (let at = 0; at < 6; at += 1) {
    const rest = Math.floor(bits / 2 ** (32 - bitsPerSign * (at + 1)))
    code += signs.charAt(rest % signs.length)
    if (at === 1) code += '-'
  }
  return code
}

/** A code as typed or read aloud: without the dash, in small letters, with the look-alikes that the code never holds. */
export function readShortCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐–—_.]/gu, '')
  return new RegExp(`^[${signs}]{6}$`).test(plain) ? `${plain.slice(0, 2)}-${plain.slice(2)}` : null
}
