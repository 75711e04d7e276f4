import { isFaultOfStorage } from '../database/disk-problem.ts'
import type { WritableDb } from '../database/handles.ts'

/**
 * Documents whose received values no projection can hold (a number where a text belongs, a key that another document has):
 * they are kept and folded like all, have no rows, and keep nobody's feed from going on (SPEC G7).
 */
export class Misfits {
  readonly #db
  readonly #begin
  readonly #takeBack
  readonly #end
  readonly #all
  readonly #add
  readonly #drop
  #known: Set<string>

  constructor(db: WritableDb) {
    this.#db = db
    this.#begin = db.write('savepoint fit')
    this.#takeBack = db.write('rollback to fit')
    this.#end = db.write('release fit')
    this.#all = db.read<{ doc: string }>('select doc from misfit_documents')
    this.#add = db.write(
      'insert into misfit_documents (doc, why) values (?, ?) on conflict do update set why = excluded.why',
    )
    this.#drop = db.write('delete from misfit_documents where doc = ?')
    this.#known = new Set()
    this.reload()
  }

  /** After a rollback, what is remembered would be ahead of the file. */
  reload(): void {
    this.#known = new Set(this.#all.all().map((row) => row.doc))
  }

  has(doc: string): boolean {
    return this.#known.has(doc)
  }

  /**
   * Tries to give a document its rows; what it leaves half is taken back, and the document is a misfit from then on.
   * `withdraw` takes away the rows it had.
   */
  tryToFit(doc: string, work: () => void, withdraw: () => void = () => {}): void {
    this.#begin.run()
    try {
      work()
      this.fits(doc)
    } catch (problem) {
      // A full or failing disk says nothing of the document: the whole transaction goes back, and is tried again later.
      if (isFaultOfStorage(problem)) throw problem
      this.#takeBack.run()
      this.#add.run(doc, problem instanceof Error ? problem.message : String(problem))
      if (!this.#known.has(doc)) withdraw()
      this.#known.add(doc)
    }
    this.#end.run()
  }

  fits(doc: string): void {
    if (!this.#known.delete(doc)) return
    this.#drop.run(doc)
  }

  clear(): void {
    this.#db.write('delete from misfit_documents').run()
    this.#known.clear()
  }
}
