import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ChainHead } from './change-log.ts'

interface Mark {
  readonly station: string
  readonly sseq: number
  readonly hash: string
  readonly at: string
}

/** Commits that the database has lost although they were acknowledged (reliability 0.4, D4). */
export interface LostCommits {
  readonly fromSseq: number
  readonly toSseq: number
  readonly lastKnownAt: string
}

/**
 * How far the chain had come, kept outside the database (W9): a damaged or missing WAL loses commits without any error,
 * and only a witness elsewhere can say so. Written at most once a second and at close; behind the database is normal.
 */
export class HighWaterMark {
  readonly #path: string
  readonly #station: string
  readonly #now: () => string
  readonly #interval: number
  readonly #failed: (problem: unknown) => void
  #pending: ChainHead | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(
    folder: string,
    station: string,
    now: () => string,
    failed: (problem: unknown) => void,
    intervalMilliseconds = 1000,
  ) {
    this.#path = join(folder, 'high-water-mark.json')
    this.#station = station
    this.#now = now
    this.#failed = failed
    this.#interval = intervalMilliseconds
  }

  /** What is missing from the database, or undefined when it is at or past the mark. */
  compare(head: ChainHead, hashAt: (sseq: number) => string | undefined): LostCommits | undefined {
    const mark = this.#read()
    if (mark === undefined || mark.station !== this.#station || mark.sseq === 0) return undefined
    if (head.sseq < mark.sseq) return { fromSseq: head.sseq + 1, toSseq: mark.sseq, lastKnownAt: mark.at }
    const found = hashAt(mark.sseq)
    return found === mark.hash ? undefined : { fromSseq: mark.sseq, toSseq: mark.sseq, lastKnownAt: mark.at }
  }

  advance(head: ChainHead): void {
    this.#pending = head
    this.#timer ??= setTimeout(() => this.flush(), this.#interval)
  }

  /** A full disk must not end the core: the mark stays behind, which is normal, and the next commit tries again. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#pending === undefined) return
    const mark: Mark = {
      station: this.#station,
      sseq: this.#pending.sseq,
      hash: this.#pending.hash.toString('hex'),
      at: this.#now(),
    }
    try {
      this.#write(JSON.stringify(mark))
      this.#pending = undefined
    } catch (problem) {
      this.#failed(problem)
    }
  }

  #write(text: string): void {
    const temporary = `${this.#path}.new`
    const file = openSync(temporary, 'w')
    try {
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, this.#path)
  }

  #read(): Mark | undefined {
    if (!existsSync(this.#path)) return undefined
    try {
      const mark = JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<Mark>
      if (typeof mark.station !== 'string' || typeof mark.sseq !== 'number' || typeof mark.hash !== 'string')
        return undefined
      return { station: mark.station, sseq: mark.sseq, hash: mark.hash, at: mark.at ?? '' }
    } catch {
      return undefined
    }
  }
}
