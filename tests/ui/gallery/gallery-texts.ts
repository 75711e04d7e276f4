import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

type Words = { readonly [key: string]: string | Words }

const FILES = import.meta.glob<Words>('../../../resources/locales/*/ui.json', { eager: true, import: 'default' })

/** The components' own words in one language; the gallery's samples are English. */
export async function galleryTexts(language: string): Promise<i18n> {
  const texts = createInstance()
  const words = Object.entries(FILES).find(([path]) => path.includes(`/${language}/`))?.[1] ?? {}
  await texts.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { ui: words } },
    interpolation: { escapeValue: false },
  })
  return texts
}
