import { createInstance, type i18n, type ResourceLanguage } from 'i18next'
import type { Language } from '#shared/kernel/language.ts'

/** Each language is a file of its own, fetched when somebody works in it. */
const loaders: Readonly<Record<Language, () => Promise<{ texts: ResourceLanguage }>>> = {
  en: () => import('./en.ts'),
  nl: () => import('./nl.ts'),
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  pl: () => import('./pl.ts'),
}

/** The words of the screens, in one language at a time. */
export interface Texts {
  readonly i18n: i18n
  /** Loads a language if it is new here and turns every screen to it. */
  speak(language: Language): Promise<void>
}

/** English is always there: a sentence that a translation lacks is then said in English and not as a key. */
export async function loadTexts(language: Language): Promise<Texts> {
  const texts = createInstance()
  await texts.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: (await loaders.en()).texts },
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  let latest = language
  const speak = async (wanted: Language) => {
    latest = wanted
    if (!texts.hasResourceBundle(wanted, 'app')) {
      const { texts: loaded } = await loaders[wanted]()
      for (const [namespace, file] of Object.entries(loaded)) texts.addResourceBundle(wanted, namespace, file)
    }
    // Files arrive in any order; the last wish holds.
    if (latest !== wanted) return
    document.documentElement.lang = wanted
    if (texts.language !== wanted) await texts.changeLanguage(wanted)
  }
  await speak(language)
  return { i18n: texts, speak }
}

/** The language of the browser or system, for screens that nobody has signed in to yet. */
export function systemLanguage(wishes: readonly string[], known: readonly Language[]): Language {
  const primary = wishes.map((wish) => wish.toLowerCase().split('-')[0] ?? '')
  return known.find((language) => language === primary.find((tag) => known.some((each) => each === tag))) ?? 'en'
}
