/**
 * What every paper may carry as text. Control characters never reach a device (P24): on a receipt printer or a label
 * printer they would be commands. Composed form because printers have no combining accents (NFD arrives from macOS).
 */

/** Zero-width characters, soft hyphen and direction marks: invisible on paper, unknown to printers. */
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d|\p{Variation_Selector}/gu
/** C0 and C1 controls, DEL, line and paragraph separators, lone surrogates, non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters this file exists to drop
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu
/** Spaces that keep words together; papers know one such space. */
const narrowSpaces = /[\u2007\u202f]/gu
const wideSpaces = /[\u2000-\u2006\u2008-\u200a\u205f\u3000]/gu

/** One line of text as it may be printed: composed, without controls, tabs and line ends as single spaces. */
export function printableLine(text: string): string {
  return text
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, ' ')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(narrowSpaces, '\u00a0')
    .replace(wideSpaces, ' ')
    .normalize('NFC')
}

/** Text of several lines; an empty line stays an empty line. */
export function printableLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map(printableLine)
}
