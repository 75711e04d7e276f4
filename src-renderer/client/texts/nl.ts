import { type LocaleFile, localeFilesOf } from './locale-files.ts'

export const texts = localeFilesOf(
  import.meta.glob<LocaleFile>('../../../resources/locales/nl/*.json', { eager: true, import: 'default' }),
)
