import { kindsFoldedOtherwise, type Shapes, shapesOf } from '#shared/kernel/change/shape.ts'
import type { WritableDb } from '../database/handles.ts'
import { sha256Hex } from './change-log.ts'
import type { Store } from './store.ts'

const factName = 'folded_as'

export function shapesFoldedBy(store: Store): Shapes {
  return shapesOf(store.entities, sha256Hex)
}

/** Which of these kinds the log has changes of. */
export function kindsInLog(db: WritableDb, kinds: Iterable<string>): readonly string[] {
  const any = db.read<{ found: number }>('select 1 as found from changes where entity = ? limit 1')
  return [...kinds].filter((kind) => any.get(kind) !== undefined)
}

/**
 * After an update (SPEC Y37): what an older program kept without knowing it, or folded knowing less of it, is folded as this
 * one declares it. Returns the kinds that this was done for. A folder without a mark is of before there was a second version.
 */
export function foldAsDeclared(
  db: WritableDb,
  store: Store,
  bootstrap: { readonly isUnderWay: boolean; foldFromLog(): void },
  /** Everything from the log; false: the log cannot be read, and is put right first (SPEC Y35). */
  rebuild: () => boolean,
): readonly string[] {
  const own = shapesFoldedBy(store)
  const mark = db.read<{ value: string }>('select value from station_facts where name = ?').get(factName)
  const kept = mark === undefined ? own : (JSON.parse(mark.value) as Shapes)
  const otherwise = kindsFoldedOtherwise(own, kept)
  const kinds = bootstrap.isUnderWay ? [...otherwise] : kindsInLog(db, otherwise)
  // While a snapshot is being fetched the log is not whole yet: at its end it will be.
  if (kinds.length > 0 && bootstrap.isUnderWay) bootstrap.foldFromLog()
  else if (kinds.length > 0 && !rebuild()) return []
  const text = JSON.stringify(own)
  if (mark?.value !== text)
    db.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    ).run(factName, text)
  return kinds
}
