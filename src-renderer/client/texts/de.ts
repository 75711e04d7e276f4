import { type LocaleFile, localeFilesOf } from './locale-files.ts'

export const texts = localeFilesOf(
  import.meta.glob<LocaleFile>('../../../resources/locales/de/*.json', { eager: true, import: 'default' }),
)
