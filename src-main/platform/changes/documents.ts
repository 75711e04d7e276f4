import type { Json } from '#shared/kernel/canonical-json.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Entity } from '#shared/kernel/change/entity.ts'
import type { FoldedDocument, Stamp } from '#shared/kernel/change/fold.ts'
import type { ReadableDb, WritableDb } from '../database/handles.ts'
import { CanonicalTexts } from './canonical-texts.ts'
import { type PackedText, packText, unpackText } from './packed-text.ts'
import { RecentTexts } from './recent-texts.ts'

export interface StoredDocument extends FoldedDocument {
  readonly entity: string
}

export interface DocumentRow {
  entity: string
  data: PackedText
  stamps: string
}

/** The `docs` table: folded fields as canonical JSON, the stamp of each field beside them. */
export class Documents {
  readonly #get
  readonly #insert
  readonly #update
  readonly #remove
  readonly #byEntity
  readonly #ids
  readonly #recent = new RecentTexts()

  constructor(db: WritableDb) {
    this.#get = db.read<DocumentRow>('select entity, data, stamps from docs where id = ?')
    this.#insert = db.write('insert into docs (id, entity, data, stamps) values (?, ?, ?, ?)')
    this.#update = db.write('update docs set data = ?, stamps = ? where id = ?')
    this.#remove = db.write('delete from docs where id = ?')
    this.#byEntity = db.read<DocumentRow & { id: string }>(
      'select id, entity, data, stamps from docs where id > ? order by id limit 500',
    )
    this.#ids = db.read<{ id: string }>('select id from docs where entity = ?')
  }

  /** Reading alone, for threads that must not write. */
  static readingFrom(db: ReadableDb): (id: string) => StoredDocument | undefined {
    const get = db.read<DocumentRow>('select entity, data, stamps from docs where id = ?')
    return (id) => {
      const row = get.get(id)
      return row === undefined ? undefined : parseRow(row)
    }
  }

  get(id: string): StoredDocument | undefined {
    const row = this.#get.get(id)
    if (row === undefined) return undefined
    const values = this.#recent.valuesOf(id, row.data) ?? parsedValues(row)
    this.#recent.keep(id, row.data, values)
    return storedDocument(row, values)
  }

  write(id: string, entity: Entity, document: FoldedDocument, isNew: boolean, texts = new CanonicalTexts()): void {
    const data = packText(texts.ofValues(document.values))
    const stamps = writeStamps(document)
    this.#recent.keep(id, data, document.values)
    if (isNew) this.#insert.run(id, entity.name, data, stamps)
    else this.#update.run(data, stamps, id)
  }

  /** A document whose birth was refused is in the log and nowhere else. */
  remove(id: string): void {
    this.#remove.run(id)
  }

  /** Every document in key order, in pages, so that a rebuild never holds them all. */
  *all(): Generator<readonly [id: string, document: StoredDocument]> {
    let after = ''
    for (;;) {
      const page = this.#byEntity.all(after)
      if (page.length === 0) return
      for (const row of page) yield [row.id, parseRow(row)] as const
      after = page.at(-1)?.id ?? after
    }
  }

  idsOf(entity: string): readonly string[] {
    return this.#ids.all(entity).map((row) => row.id)
  }
}

function parsedValues(row: DocumentRow): FoldedDocument['values'] {
  return JSON.parse(unpackText(row.data)) as Record<string, Json>
}

function parseRow(row: DocumentRow): StoredDocument {
  return storedDocument(row, parsedValues(row))
}

function storedDocument(row: DocumentRow, values: FoldedDocument['values']): StoredDocument {
  let stamps: Record<string, Stamp> | undefined
  return {
    entity: row.entity,
    values,
    // Only what is about to be changed is asked for its stamps.
    get stamps() {
      stamps ??= readStamps(row.stamps, values)
      return stamps
    },
  }
}

/**
 * Most documents are written once: the stamp that most of their fields share is kept once under `*`, only the others are
 * named. A removed element of a set or of rows keeps its stamp although its value is gone.
 */
function writeStamps({ values, stamps }: FoldedDocument): string {
  const counts = new Map<Stamp, number>()
  for (const path of Object.keys(values)) {
    const stamp = stamps[path]
    if (stamp !== undefined) counts.set(stamp, (counts.get(stamp) ?? 0) + 1)
  }
  let common = ''
  let most = 0
  for (const [stamp, count] of counts)
    if (count > most || (count === most && stamp < common)) {
      common = stamp
      most = count
    }
  if (most === 0 && Object.keys(stamps).length === 0) return '{}'
  const named: Record<string, Stamp> = { '*': common }
  for (const [path, stamp] of Object.entries(stamps)) if (stamp !== common || !(path in values)) named[path] = stamp
  return canonicalJson(named)
}

/** Every stamp by its path, as it was before it was written shorter. */
export function readStamps(text: string, values: Readonly<Record<string, Json>>): Record<string, Stamp> {
  if (text === '{}') return {}
  const { '*': common = '', ...named } = JSON.parse(text) as Record<string, Stamp>
  const stamps: Record<string, Stamp> = {}
  for (const path of Object.keys(values)) stamps[path] = common
  return Object.assign(stamps, named)
}
