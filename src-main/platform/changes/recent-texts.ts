import type { FoldedDocument } from '#shared/kernel/change/fold.ts'
import type { PackedText } from './packed-text.ts'

type Values = FoldedDocument['values']

interface Recent {
  readonly data: PackedText
  readonly values: Values
}

/** Stored size of what is kept; its values take several times as much. */
const mostBytes = 2 * 1024 * 1024

/**
 * Values of the documents that were read or written last, so that one that is written again and again (an order that is
 * taken, a feed that is caught up with) is not unpacked and parsed each time. What is in the table decides: values are given
 * for the very bytes that were just read, so a transaction that was rolled back leaves nothing wrong behind.
 */
export class RecentTexts {
  readonly #kept = new Map<string, Recent>()
  #bytes = 0

  valuesOf(id: string, data: PackedText): Values | undefined {
    const found = this.#kept.get(id)
    return found !== undefined && isSame(found.data, data) ? found.values : undefined
  }

  keep(id: string, data: PackedText, values: Values): void {
    const before = this.#kept.get(id)
    if (before !== undefined) this.#bytes -= before.data.length
    // Behind all others: the one that was not asked for longest is the first of the map.
    this.#kept.delete(id)
    this.#kept.set(id, { data, values })
    this.#bytes += data.length
    for (const [oldest, { data: longUnused }] of this.#kept) {
      if (this.#bytes <= mostBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= longUnused.length
    }
  }
}

function isSame(one: PackedText, other: PackedText): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return one.equals(other)
}
