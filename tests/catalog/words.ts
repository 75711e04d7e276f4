import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { z } from 'zod'
import type { Say } from '#shared/catalog/line-title.ts'
import type { Language } from '#shared/kernel/local-text.ts'

/** The real translations, as the program words them. */
export function say(language: Language): Say {
  const namespaces = ['catalog', 'pricing']
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    ns: namespaces,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(namespaces.map((name) => [name, textsOf(language, name)])) },
  })
  return (key, params) => i18n.t(key, params)
}

const texts = z.record(z.string(), z.unknown())

function textsOf(language: Language, namespace: string) {
  const file = new URL(`../../resources/locales/${language}/${namespace}.json`, import.meta.url)
  return texts.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Keys of a feature's English texts, plural forms taken together; the other languages are compared with these elsewhere. */
export function keysOf(namespace: string): ReadonlySet<string> {
  const keys = new Set<string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) keys.add(path.replace(/_(one|other)$/, ''))
    else for (const [name, each] of Object.entries(value)) walk(each, path === '' ? name : `${path}.${name}`)
  }
  walk(textsOf('en', namespace), '')
  return keys
}

/** The sources of a feature's rules, to see which codes they may answer with. */
export function sourceOf(folder: string, names: RegExp): string {
  const root = new URL(`../../src-shared/${folder}/`, import.meta.url)
  const files = readdirSync(root).filter((name) => names.test(name))
  return files.map((name) => readFileSync(new URL(name, root), 'utf8')).join('\n')
}
