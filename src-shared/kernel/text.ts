/**
 * Text as it crosses the boundary (write-path "Values", reliability c 3-7): NFC, trimmed, without characters nobody can see.
 * What it says is never judged: quotes, tags and template braces are text like any other and are stored as typed.
 */
import { z } from 'zod'

/** Stands where a character was that turns the direction of the text around it: seen, instead of obeyed. */
export const directionMarker = '\uFFFD'

export const defaultTextLimit = 200

// Overrides, embeddings and isolates; the plain direction marks are merely invisible and go with the others.
const directionControls = /[\u202A-\u202E\u2066-\u2069]/gu
const invisible =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|\u034F|\u17B4|\u17B5/gu
// Between pictures the joiner makes one emoji of several; anywhere else it is invisible.
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
// Tag characters spell the flags of England, Scotland and Wales; elsewhere they smuggle hidden text.
const tags = /(\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]+\u{E007F})|[\u{E0000}-\u{E007F}]/gu
const lineBreaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu

export interface TextRules {
  /** In characters as people count them roughly: code points. */
  readonly max?: number
  /** Keeps line breaks; otherwise each becomes a space. */
  readonly multiline?: boolean
  /** Empty after cleaning is a problem. */
  readonly required?: boolean
}

export type TextReading =
  /** `marked`: how many direction controls became visible markers. */
  | { readonly ok: true; readonly text: string; readonly marked: number }
  | {
      readonly ok: false
      readonly code: 'text.tooLong'
      readonly params: { readonly max: number; readonly count: number }
    }
  | { readonly ok: false; readonly code: 'text.required' }

export function cleanText(raw: string, rules: TextRules = {}): TextReading {
  const max = rules.max ?? defaultTextLimit
  let text = raw.toWellFormed().replace(lineBreaks, rules.multiline ? '\n' : ' ')
  if (!rules.multiline) text = text.replaceAll('\t', ' ')
  text = text.replace(controls, '').replace(invisible, '').replace(tags, '$1').replace(strayJoiner, '')
  const marked = text.match(directionControls)?.length ?? 0
  text = text.replace(directionControls, directionMarker).normalize('NFC').trim()
  const count = countCharacters(text)
  if (count > max) return { ok: false, code: 'text.tooLong', params: { max, count } }
  if (rules.required && count === 0) return { ok: false, code: 'text.required' }
  return { ok: true, text, marked }
}

/** What the counter beside a field shows and the limit compares. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** A text of a contract: cleaned while it is parsed; its problems carry the code as the issue's message. */
export function textField(rules: TextRules = {}) {
  return z.string().transform((raw, context) => {
    const reading = cleanText(raw, rules)
    if (reading.ok) return reading.text
    context.addIssue({
      code: 'custom',
      message: reading.code,
      params: reading.code === 'text.tooLong' ? reading.params : {},
    })
    return z.NEVER
  })
}

/** A text that must say something. */
export function requiredText(rules: Omit<TextRules, 'required'> = {}) {
  return textField({ ...rules, required: true })
}

// Letters that Unicode does not take apart, and signs people type in several ways.
const foldedLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  '×': 'x',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}
const foldable = new RegExp(`[${Object.keys(foldedLetters).join('')}]`, 'gu')

/**
 * Text as search compares it (write-path W13): without case, accents and the difference between look-alike signs. The same
 * on every station whatever its language, so it never asks the locale.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(foldable, (letter) => foldedLetters[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}
