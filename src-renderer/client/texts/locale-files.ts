import type { ResourceLanguage } from 'i18next'

/** One language's texts of one feature, as its JSON file holds them. */
export interface LocaleFile {
  readonly [key: string]: string | LocaleFile
}

/** Files by their path to texts by namespace: `.../nl/sales-orders.json` is the namespace `sales-orders`. */
export function localeFilesOf(files: Readonly<Record<string, LocaleFile>>): ResourceLanguage {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [namespaceOf(path), withMillions(file)]))
}

function namespaceOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}

/** French and others count a million with a form of its own; where the texts have none, it is the ordinary plural. */
function withMillions(file: LocaleFile): ResourceLanguage {
  const filled: ResourceLanguage = {}
  for (const [key, text] of Object.entries(file)) {
    filled[key] = typeof text === 'string' ? text : withMillions(text)
    if (key.endsWith('_other')) filled[key.replace(/_other$/, '_many')] ??= text
  }
  return filled
}
