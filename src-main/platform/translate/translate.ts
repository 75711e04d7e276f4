import type { RefusalParameter } from '#shared/kernel/result.ts'
import { createTranslator } from './translator.ts'

/** Words a key of a feature's namespace in a language: for papers, mails and the API's messages. */
export type Translate = (
  language: string,
  namespace: string,
  key: string,
  params?: Readonly<Record<string, RefusalParameter>>,
) => string

/** Loads `resources/locales/<language>/<namespace>.json`. An instance of its own, so that two apps can live in one process. */
export function createTranslate(localesFolder: string): Translate {
  return createTranslator(localesFolder).translate
}
