import { cleanText, countCharacters } from '#shared/kernel/text.ts'

/** Longer names are shortened in the middle: the end says what the file is. */
const longestName = 255
const endingKept = 40

/**
 * A file's name as its owner gave it, as text: never a path, never looked up on a disk (reliability 47). Characters that
 * nobody can see are gone, line breaks are blanks; everything else stays.
 */
export function readFileName(raw: string): string {
  const reading = cleanText(raw, { max: Number.MAX_SAFE_INTEGER })
  const name = reading.ok ? reading.text : ''
  if (countCharacters(name) <= longestName) return name
  const characters = [...name]
  return `${characters.slice(0, longestName - endingKept - 1).join('')}…${characters.slice(-endingKept).join('')}`
}

/** What the name says the file is: `pdf`; '' when it says nothing. Systems that drop ending dots and blanks do so here. */
export function fileExtension(name: string): string {
  return /\.([a-z0-9]{1,10})[. ]*$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
