import { z } from 'zod'
import { snapshotManifestForm } from '#shared/kernel/change/snapshot.ts'
import type { WritableDb } from '../database/handles.ts'

/** What a station begins from, written once: the manifest of a large shop is too long for every slice (SPEC Y21). */
const beginningForm = z.object({
  snapshot: snapshotManifestForm,
  /** Of a station that holds data (SPEC Y34): where its log and its feed ended then. Null: it had nothing. */
  again: z.object({ from: z.number(), lsn: z.number() }).nullable().default(null),
})
export type Beginning = z.output<typeof beginningForm>

/** How far it has come: kept with every slice, so that it goes on where it was. */
export const bootstrapPlaceForm = z.object({
  /** Chunks placed whole, in their order. */
  chunks: z.number(),
  /** Documents of the next chunk that are placed already. */
  offset: z.number(),
  placed: z.number(),
  total: z.number(),
  /** The cloud was restored meanwhile, or a document was there before: in the end the log alone decides. */
  mustRebuild: z.boolean(),
  /** The last document of the log that was looked at since log and documents have met. */
  settled: z.string(),
})
export type BootstrapPlace = z.output<typeof bootstrapPlaceForm>

const beginningFact = 'bootstrap'
export const bootstrapPlaceFact = 'bootstrap_place'

const nowhere: Omit<BootstrapPlace, 'total'> = { chunks: 0, offset: 0, placed: 0, mustRebuild: false, settled: '' }

/** Where beginning from a snapshot stands in the file; every method runs in the caller's transaction. */
export class BootstrapFacts {
  readonly #get
  readonly #put
  readonly #drop

  constructor(db: WritableDb) {
    this.#get = db.read<{ value: string }>('select value from station_facts where name = ?')
    this.#put = db.write(
      'insert into station_facts (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    this.#drop = db.write('delete from station_facts where name = ?')
  }

  read(): { readonly beginning: Beginning; readonly place: BootstrapPlace } | undefined {
    const beginning = this.#get.get(beginningFact)?.value
    const place = this.#get.get(bootstrapPlaceFact)?.value
    if (beginning === undefined || place === undefined) return undefined
    return { beginning: beginningForm.parse(JSON.parse(beginning)), place: bootstrapPlaceForm.parse(JSON.parse(place)) }
  }

  begin(beginning: Beginning): BootstrapPlace {
    const total = beginning.snapshot.chunks.reduce((sum, { documents }) => sum + documents, 0)
    const place = { ...nowhere, total }
    this.#put.run(beginningFact, JSON.stringify(beginning))
    this.move(place)
    return place
  }

  move(place: BootstrapPlace): void {
    this.#put.run(bootstrapPlaceFact, JSON.stringify(place))
  }

  putEpoch(epoch: string): void {
    this.#put.run('sync_epoch', epoch)
  }

  end(): void {
    this.#drop.run(beginningFact)
    this.#drop.run(bootstrapPlaceFact)
  }
}

/** Documents placed, of all. */
export function progressOf({ placed, total }: BootstrapPlace): { readonly done: number; readonly total: number } {
  return { done: placed, total }
}
