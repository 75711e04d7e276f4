import { fold } from './text.ts'

/** Digits a run is filled up to: longer ones are no numbers that anyone counts with. */
const runWidth = 12

/**
 * Text as lists sort it, kept in a column beside the text: without case, accents and leading signs, runs of digits as
 * numbers (A4 before A10). The same on every station whatever its language (reliability 99), so the locale is not asked.
 */
export function sortKey(text: string): string {
  return fold(text)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\d+/g, (run) => run.padStart(runWidth, '0'))
}
