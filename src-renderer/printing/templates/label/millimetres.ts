/** Tenths of a millimetre as people type millimetres: "12", "12.5", "12,5"; null where it is no length. */
export function tenthsOf(text: string): number | null {
  const read = /^\s*(-?\d{1,3})(?:[.,](\d))?\s*$/u.exec(text)
  if (read === null) return null
  const [, whole = '0', tenth = '0'] = read
  const tenths = Math.abs(Number(whole)) * 10 + Number(tenth)
  return whole.startsWith('-') ? -tenths : tenths
}

export function wholeOf(text: string): number | null {
  return /^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : null
}
