// The reader's thread (W11): reports and broad searches over a read-only connection, beside the core.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { QueryBus } from '#main/platform/bus/query-bus.ts'
import { Documents } from '#main/platform/changes/documents.ts'
import { openReadOnly } from '#main/platform/database/open-database.ts'
import { openFileStore } from '#main/platform/files/file-store.ts'
import { lineLog } from '#main/platform/log/log.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import type { DocumentOf, Entity } from '#shared/kernel/change/entity.ts'
import { readDocument } from '#shared/kernel/change/fold.ts'
import type { WorkerSetting } from './core-protocol.ts'
import { productModules } from './modules.ts'
import type { ReadAnswered, ReadAsked } from './reader-host.ts'

const setting = workerData as WorkerSetting
const db = openReadOnly(join(setting.dataFolder, 'counterproof.db'))
const station = db.read<{ name: string; value: string }>('select name, value from station_facts').all()
const fact = (name: string): string => station.find((row) => row.name === name)?.value ?? ''
const entities = new Map(
  productModules.flatMap((module) => module.projections ?? []).map(({ entity }) => [entity.name, entity]),
)
const queries = new QueryBus(
  productModules,
  {
    db,
    files: openFileStore(join(setting.dataFolder, 'files')),
    entityOf: (name) => entities.get(name),
    station: { id: fact('station_id'), code: fact('station_code') },
    translate: createTranslate(fileURLToPath(new URL('../../resources/locales', setting.workerUrl))),
    log: lineLog(
      (line) => process.stderr.write(`${line}\n`),
      () => new Date().toISOString(),
    ),
  },
  'reader',
)
const stored = Documents.readingFrom(db)
const read = <E extends Entity>(entity: E, id: string): DocumentOf<E> | undefined => {
  const document = stored(id)
  return document === undefined || document.entity !== entity.name ? undefined : readDocument(entity, document.values)
}

parentPort?.on('message', ({ id, frame, viewer, context }: ReadAsked) => {
  let answer: ReadAnswered
  try {
    const result = queries.run(frame.name, frame.input, viewer, { ...context, read })
    answer = { id, reply: result.ok ? { ok: true, result: result.value } : { ok: false, refusal: result.refusal } }
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ event: 'reader.fault', name: frame.name, error: String(error) })}\n`)
    answer = { id, reply: { ok: false, fault: { reference: `reader-${id}` } } }
  }
  parentPort?.postMessage(answer)
})
