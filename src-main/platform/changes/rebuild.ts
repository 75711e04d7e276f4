import type { Json } from '#shared/kernel/canonical-json.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import type { WritableDb } from '../database/handles.ts'
import { refolder } from './refold.ts'
import type { Store } from './store.ts'

/**
 * Computes documents and every projected table anew from the log (W4), as recovery and upgrades do. Station-local tables
 * are left alone. One transaction: a crash half-way leaves what was there.
 */
export function rebuildFromLog(db: WritableDb, store: Store, stationCodeOf: (station: string) => string): void {
  const { refold } = refolder(db, new Map(store.entities.map((entity) => [entity.name, entity])), stationCodeOf)
  const docs = db.read<{ doc: string }>('select distinct doc from changes where doc > ? order by doc limit 500')
  db.transact(() => {
    db.write('delete from docs').run()
    const refused: {
      readonly entity: Entity
      readonly doc: string
      readonly values: Readonly<Record<string, Json>>
    }[] = []
    let after = ''
    for (;;) {
      const page = docs.all(after)
      if (page.length === 0) break
      for (const { doc } of page) {
        const folded = refold(doc)
        if (folded?.document !== undefined) store.documents.write(doc, folded.entity, folded.document, true)
        for (const values of folded?.refused ?? []) if (folded) refused.push({ entity: folded.entity, doc, values })
      }
      after = page.at(-1)?.doc ?? after
    }
    store.reproject()
    for (const { entity, doc, values } of refused) store.keepNumbers(entity, doc, values)
  })
}
