import { type LocaleFile, localeFilesOf } from './locale-files.ts'

export const texts = localeFilesOf(
  import.meta.glob<LocaleFile>('../../../resources/locales/fr/*.json', { eager: true, import: 'default' }),
)
