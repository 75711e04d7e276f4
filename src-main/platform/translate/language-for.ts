import { isLanguage, type Language } from '#shared/kernel/language.ts'

/** The best language of an Accept-Language header (or of one BCP 47 tag); English where nothing fits. */
export function languageFor(accepted: string | undefined): Language {
  const wishes = (accepted ?? '')
    .split(',')
    .map((wish, place) => {
      const [tag = '', ...parameters] = wish.trim().split(';')
      const quality = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find((each) => each !== undefined)
      return {
        language: tag.trim().toLowerCase().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
        place,
      }
    })
    .filter((each) => each.quality > 0)
    // Equal wishes keep the order in which they were written.
    .sort((a, b) => b.quality - a.quality || a.place - b.place)
  return wishes.map((each) => each.language).find(isLanguage) ?? 'en'
}
