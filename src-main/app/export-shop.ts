import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { App } from './create-app.ts'

/**
 * Every document of the shop as lines of JSON, readable without this program: for whoever wants the records elsewhere, since
 * two shops are never mixed. Secrets are in no document. Says how many there are; a file that is there already is kept.
 */
export function exportShop(app: App, path: string, version: string): number {
  const file = openSync(path, 'wx', 0o600)
  try {
    const { org, identity } = app.station
    writeSync(file, `${canonicalJson({ program: 'Counterproof', version, org, station: identity.code })}\n`)
    let documents = 0
    for (const [id, { entity, values }] of app.store.documents.all()) {
      writeSync(file, `${canonicalJson({ entity, id, values })}\n`)
      documents += 1
    }
    fsyncSync(file)
    return documents
  } finally {
    closeSync(file)
  }
}
