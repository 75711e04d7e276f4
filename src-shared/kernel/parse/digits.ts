/** Digits and signs of other scripts and full-width keyboards as the ones the parsers read (reliability c 9). */
const otherSigns: Readonly<Record<string, string>> = {
  '．': '.',
  '，': ',',
  '－': '-',
  '／': '/',
  '：': ':',
  '％': '%',
  '٫': '.',
  '٬': ',',
}
const convertible = new RegExp(`[${Object.keys(otherSigns).join('')}]|\\p{Nd}`, 'gu')

export function normaliseDigits(raw: string): { readonly text: string; readonly normalised: boolean } {
  const text = raw.replace(convertible, (sign) => otherSigns[sign] ?? latinDigit(sign))
  return { text, normalised: text !== raw }
}

/** Unicode lays out decimal digits in runs of ten, so a digit's value is its distance from the start of its run. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}
