import type { CodePage } from '#shared/printing/printer-profile.ts'
import { receiptWidths } from '#shared/printing/set-up-steps.ts'
import { loadCodePages } from './code-pages.ts'
import { joinBytes } from './encoded-print.ts'
import { cutPaper, initialise, selectPage, styleBytes } from './escpos-bytes.ts'

/** Letters and signs of the product's languages; the person picks the line in which all of them read right (P10). */
export const stripSample = 'ąćęłńóśźż € äöüß éèçœ'

/**
 * A strip with one line for each candidate: its number, the name of the encoding we would use, and the sample as it would
 * be sent. Characters the encoding lacks are left out, so a right line may be shorter, but never wrong.
 */
export function codePageStrip(candidates: readonly CodePage[]): Uint8Array {
  const { lineFeed } = styleBytes()
  const ascii = new TextEncoder()
  const lines = candidates.flatMap((candidate) => {
    const page = loadCodePages([candidate])
    const known = Array.from(stripSample, (each) => (page.encode(each, candidate.page) === null ? '' : each)).join('')
    const runs = page.encode(known, candidate.page) ?? []
    return [
      ascii.encode(`${String(candidate.page).padStart(3)} ${candidate.encoding.padEnd(12)} `),
      selectPage(candidate.page),
      ...runs.map((run) => run.bytes),
      lineFeed,
    ]
  })
  return joinBytes([initialise, ...lines, cutPaper('partial')])
}

/** A line for each width that such printers have, ended by its number: the longest that is whole is the right one (P16). */
export function widthStrip(): Uint8Array {
  const { lineFeed } = styleBytes()
  const lines = receiptWidths.flatMap(({ columns }, index) => {
    const end = `<${index + 1}`
    const digits = Array.from({ length: columns - end.length }, (_, at) => String((at + 1) % 10)).join('')
    return [new TextEncoder().encode(digits + end), lineFeed, lineFeed]
  })
  return joinBytes([initialise, selectPage(0), ...lines, cutPaper('partial')])
}

/** A line and one cut: whether it hangs by a corner, is off, or nothing happened is what a person sees. */
export function cutStrip(): Uint8Array {
  const { lineFeed } = styleBytes()
  return joinBytes([initialise, selectPage(0), new TextEncoder().encode('- - - - -'), lineFeed, cutPaper('partial')])
}
