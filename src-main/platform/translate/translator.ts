// Wording outside the screens: papers, mails, answers of the API. Reads the same texts as the screens do.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type Resource, type ResourceLanguage } from 'i18next'
import { type Language, languages } from '#shared/kernel/language.ts'
import type { FieldProblem, Refusal, RefusalParameter } from '#shared/kernel/result.ts'

type Parameters = Readonly<Record<string, RefusalParameter>>

export interface Translator {
  translate(language: string, namespace: string, key: string, parameters?: Parameters): string
  /** A refusal's sentence, wherever the feature that refuses keeps it. */
  wordRefusal(language: string, refusal: Refusal): string
  wordProblem(language: string, problem: FieldProblem): string
}

/** French counts a million with a form of its own; where the texts have none, it is the ordinary plural. */
function withMillions(node: ResourceLanguage): ResourceLanguage {
  const filled: ResourceLanguage = {}
  for (const [key, value] of Object.entries(node)) {
    filled[key] = typeof value === 'object' && value !== null ? withMillions(value) : value
    if (key.endsWith('_other')) filled[key.replace(/_other$/, '_many')] ??= value
  }
  return filled
}

function readTexts(folder: string, language: Language): ResourceLanguage {
  const texts: ResourceLanguage = {}
  for (const file of readdirSync(join(folder, language))) {
    if (!file.endsWith('.json')) continue
    const namespace: ResourceLanguage = JSON.parse(readFileSync(join(folder, language, file), 'utf8'))
    texts[file.slice(0, -'.json'.length)] = language === 'fr' ? withMillions(namespace) : namespace
  }
  return texts
}

export function createTranslator(localesFolder: string): Translator {
  const resources: Resource = Object.fromEntries(languages.map((each) => [each, readTexts(localesFolder, each)]))
  const namespaces = Object.keys(resources.en ?? {})
  const texts = createInstance()
  // Loaded and initialised at once: every text is already in memory.
  void texts.init({
    resources,
    ns: namespaces,
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
  })

  const word = (language: string, group: string, code: string, parameters: Parameters | undefined): string => {
    const key = `${group}.${code}`
    const options = { ...parameters, lng: language, ns: namespaces }
    return texts.exists(key, options)
      ? texts.t(key, options)
      : texts.t(`unknown.${group}`, { lng: language, ns: 'headless', code })
  }

  return {
    translate: (language, namespace, key, parameters) => texts.t(key, { ...parameters, lng: language, ns: namespace }),
    wordRefusal: (language, refusal) => word(language, 'refusal', refusal.code, refusal.params),
    wordProblem: (language, problem) => word(language, 'problem', problem.code, problem.params),
  }
}
