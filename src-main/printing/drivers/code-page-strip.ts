import type { CodePage } from '#shared/printing/printer-profile.ts'
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
