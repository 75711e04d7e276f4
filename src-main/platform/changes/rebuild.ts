import type { ChangedFields } from '#shared/kernel/change/change-record.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import { type FoldedDocument, foldChange, nothingFolded, stampOf } from '#shared/kernel/change/fold.ts'
import type { WritableDb } from '../database/handles.ts'
import type { LogRow } from './change-log.ts'
import { unpackText } from './packed-text.ts'
import type { Store } from './store.ts'

/**
 * Computes documents and every projected table anew from the log (W4), as recovery and upgrades do. Station-local tables
 * are left alone. One transaction: a crash half-way leaves what was there.
 */
export function rebuildFromLog(db: WritableDb, store: Store, stationCodeOf: (station: string) => string): void {
  const entities = new Map<string, Entity>(store.entities.map((entity) => [entity.name, entity]))
  const docs = db.read<{ doc: string }>('select distinct doc from changes where doc > ? order by doc limit 500')
  const changesOf = db.read<LogRow>(
    `select * from changes where doc = ? and verdict not in ('refused', 'quarantined') order by lsn`,
  )
  db.transact(() => {
    db.write('delete from docs').run()
    let after = ''
    for (;;) {
      const page = docs.all(after)
      if (page.length === 0) break
      for (const { doc } of page) foldOne(doc)
      after = page.at(-1)?.doc ?? after
    }
    store.reproject()
  })

  function foldOne(doc: string): void {
    let folded: FoldedDocument = nothingFolded
    let entity: Entity | undefined
    for (const row of changesOf.all(doc)) {
      entity = entities.get(row.entity)
      if (entity === undefined || row.payload === null) continue
      const outcome = foldChange(entity, folded, {
        kind: row.kind,
        fields: JSON.parse(unpackText(row.payload)) as ChangedFields,
        stamp: stampOf(row.hlc_eff ?? row.hlc, stationCodeOf(row.station)),
      })
      if (outcome.ok) folded = outcome.document
    }
    if (entity !== undefined) store.documents.write(doc, entity, folded, true)
  }
}
