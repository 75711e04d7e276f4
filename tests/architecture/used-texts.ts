import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface UsedText {
  readonly file: string
  readonly key: string
  /** Any of these may hold the key. */
  readonly namespaces: readonly string[]
}

/** Calls with the key written out: `t('lines.title')`, `t('ui:save')`, `i18nKey="lines.hint"`. Computed keys are not seen. */
const keyed = /(?:\bt\(\s*|\bi18nKey=\{?\s*)['"]([^'"`$]+)['"]/g
const opened = /useTranslation\(\s*(?:\[([^\]]*)\]|['"]([^'"]+)['"])/g
/** The core's wording: `translate(language, 'sales-orders', 'confirmation.title')`. */
const worded = /\btranslate\(\s*[\w.]+,\s*'([^']+)',\s*'([^']+)'/g

/** Every text that a source file names, with the namespaces it may come from: its folder's, and those it opens by name. */
export function usedTexts(root: string): UsedText[] {
  return ['src-renderer', 'src-main'].flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        textsOf(`${layer}/${path.replaceAll('\\', '/')}`, readFileSync(join(root, layer, path), 'utf8')),
      ),
  )
}

export function textsOf(file: string, source: string): UsedText[] {
  const own = file.split('/')[1] ?? ''
  const named = [...source.matchAll(opened)].flatMap(([, list, one]) =>
    one ? [one] : [...(list ?? '').matchAll(/['"]([^'"]+)['"]/g)].flatMap(([, each]) => (each ? [each] : [])),
  )
  const calls = [...source.matchAll(keyed)].flatMap(([, key]): UsedText[] => {
    if (!key) return []
    const [namespace, rest] = key.includes(':') ? key.split(':', 2) : [undefined, undefined]
    if (namespace && rest) return [{ file, key: rest, namespaces: [namespace] }]
    return [{ file, key, namespaces: named.length > 0 ? named : [own] }]
  })
  const wordings = [...source.matchAll(worded)].flatMap(([, namespace, key]): UsedText[] =>
    namespace && key ? [{ file, key, namespaces: [namespace] }] : [],
  )
  return [...calls, ...wordings]
}
