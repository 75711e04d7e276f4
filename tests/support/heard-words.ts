import type { Language } from '#shared/kernel/language.ts'
import { countryName, type PaperWords } from '#shared/printing/paper-words.ts'
import { paperWordsOf, textsOfPaper } from './order-on-paper.ts'

export interface Heard {
  readonly words: PaperWords
  /** Each translation a paper asked for: what has to stand on it. */
  readonly said: ReadonlyMap<string, string>
  /** Numbers, amounts, dates as the language writes them. */
  readonly written: readonly string[]
}

/** The real words of a feature's papers, with an ear on what a paper asks of them. */
export function heardWordsOf(feature: string, language: Language): Heard {
  const real = paperWordsOf(feature, language)
  const said = new Map<string, string>()
  const written: string[] = []
  const format = new Proxy(real.format, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...given: unknown[]) => {
        const made: unknown = Reflect.apply(member, target, given)
        written.push(...textsOfPaper(made))
        return made
      }
    },
  })
  const say: PaperWords['say'] = (key, params) => {
    const text = real.say(key, params)
    said.set(key.includes(':') ? key : `${feature}:${key}`, text)
    return text
  }
  return { words: { language, say, format }, said, written }
}

const word = /\p{L}[\p{L}\p{M}’'-]*\p{L}/gu

/** Words of three letters and more, in small letters: shorter ones are units and pieces of codes. */
export function wordsIn(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [each] of text.normalize('NFC').matchAll(word)) if (each.length > 2) found.add(each.toLocaleLowerCase())
  }
  return found
}

/** Countries that addresses of samples name, in capitals or not. */
export function countriesIn(language: Language): string[] {
  return ['PL', 'NL', 'FR'].map((code) => countryName(code, language))
}
