/**
 * Widths of the label printers' built-in scalable font 0 in thousandths of its height, read off a ZPL renderer at equal
 * height and width. A printer's own may be a little narrower or wider, so fitting adds three percent: text that fits here
 * fits on paper. What is not in the table is not trusted to the printer and drawn as a picture.
 */
const widths: ReadonlyMap<string, number> = new Map(
  (
    [
      [261, " '\\|"],
      [284, '{}'],
      [288, '/:;IfijltÌÍÎÏìíîïł‘’'],
      [311, '²³'],
      [344, '!"(),.[]`r·'],
      [399, 'zž'],
      [411, '°'],
      [417, 'źż'],
      [430, '•'],
      [455, 'Jcksvxyçýÿśšč'],
      [467, 'ć'],
      [511, '0123456789#$*+<=>?EFLTZ^_abdeghnopqu~ÈÉÊË×ßàáâãäåèéêëñòóôõö÷øùúûüąĘęŁńŻŽ€–“”„£§±µ«»'],
      [519, 'Ź'],
      [567, 'ABCKPSVXYÀÁÂÃÄÅÇÝĆŚŸŠČ'],
      [597, 'Ą'],
      [622, 'DGHNOQRUÑÒÓÔÕÖØÙÚÛÜŃ'],
      [678, '&w'],
      [732, 'æœ'],
      [761, '½'],
      [788, 'MmÆ'],
      [811, '-'],
      [840, '©®'],
      [844, '%@WŒ'],
      [869, '™'],
      [1011, '—…'],
    ] as const
  ).flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
)

const spare = 1.03

/** A backslash is data to some firmware and a line break or nothing to other: such text is a picture too. */
export function isInFontZero(text: string): boolean {
  return !text.includes('\\') && Array.from(text).every((character) => widths.has(character) || character === '\u00a0')
}

/** Width in dots of a line at a height in dots. */
export function fontZeroWidth(text: string, height: number): number {
  let thousandths = 0
  for (const character of text) thousandths += widths.get(character) ?? widths.get(' ') ?? 0
  return Math.ceil((thousandths * height * spare) / 1000)
}
