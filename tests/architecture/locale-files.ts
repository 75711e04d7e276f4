import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const languages = ['en', 'nl', 'fr', 'de', 'pl'] as const

/** The plural forms a sentence needs. French "many" (a million) is filled from "other" when the texts are loaded. */
const formsOf: Readonly<Record<(typeof languages)[number], readonly string[]>> = {
  en: ['one', 'other'],
  nl: ['one', 'other'],
  fr: ['one', 'other'],
  de: ['one', 'other'],
  pl: ['one', 'few', 'many', 'other'],
}

const plural = /^(.+)_(zero|one|two|few|many|other)$/

interface Texts {
  readonly [key: string]: string | Texts
}
const texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), texts])))

function flatten(node: Texts, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  )
}

export interface LocaleFile {
  readonly language: (typeof languages)[number]
  readonly namespace: string
  readonly entries: ReadonlyMap<string, string>
}

export function readLocales(folder: string): LocaleFile[] {
  return languages.flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({
        language,
        namespace: name.slice(0, -'.json'.length),
        entries: new Map(flatten(texts.parse(JSON.parse(readFileSync(join(folder, language, name), 'utf8'))))),
      })),
  )
}

/** Keys of sentences with a count: those that end in a plural form and have an `_other`. */
function countedKeys(file: LocaleFile): Set<string> {
  return new Set(
    [...file.entries.keys()].flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : [])),
  )
}

/** A file's keys as a caller writes them, each with all names that its sentences mention. */
export function meanings(file: LocaleFile): Map<string, string> {
  const counted = countedKeys(file)
  const names = new Map<string, Set<string>>()
  for (const [key, sentence] of file.entries) {
    const base = plural.exec(key)?.[1]
    const known = base !== undefined && counted.has(base) ? base : key
    const mentioned = names.get(known) ?? new Set<string>()
    for (const [, name] of sentence.matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)) if (name) mentioned.add(name)
    // "One order" may leave the number out.
    if (counted.has(known)) mentioned.add('count')
    names.set(known, mentioned)
  }
  return new Map([...names].map(([key, mentioned]) => [key, [...mentioned].sort().join(' ')]))
}

export function emptySentences(file: LocaleFile): string[] {
  return [...file.entries].flatMap(([key, sentence]) =>
    sentence.trim() === '' ? [`${file.language}/${file.namespace}: ${key}`] : [],
  )
}

export function missingForms(file: LocaleFile): string[] {
  return [...countedKeys(file)].flatMap((key) =>
    formsOf[file.language]
      .filter((form) => !file.entries.has(`${key}_${form}`))
      .map((form) => `${file.language}/${file.namespace}: ${key}_${form}`),
  )
}

/** Differences of one language's file from the English one. */
export function differences(english: LocaleFile, other: LocaleFile): string[] {
  const expected = meanings(english)
  const actual = meanings(other)
  const where = `${other.language}/${other.namespace}`
  return [
    ...[...expected.keys()].filter((key) => !actual.has(key)).map((key) => `${where}: ${key} is missing`),
    ...[...actual.keys()].filter((key) => !expected.has(key)).map((key) => `${where}: ${key} is not in English`),
    ...[...expected]
      .filter(([key, names]) => actual.has(key) && actual.get(key) !== names)
      .map(([key, names]) => `${where}: ${key} mentions "${actual.get(key)}" where English mentions "${names}"`),
  ]
}
