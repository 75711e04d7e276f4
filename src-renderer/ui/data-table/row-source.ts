/** Where a table gets its rows. An array in memory or a list fetched page by page look the same to it. */
export interface RowSource<Row> {
  /** Rows known so far, whether they are in memory now or not. */
  readonly count: number
  /** More rows exist than are counted. */
  readonly hasMore: boolean
  /** Rows in all, where somebody counted them. */
  readonly total: number | null
  /** Undefined: known to exist, not in memory now. */
  rowAt(index: number): Row | undefined
  /** Told which rows are on screen, so that what is missing around them is fetched. */
  showing(first: number, last: number): void
  readonly isFirstLoad: boolean
  /** Why the last fetch failed; the rows there are stay. */
  readonly problem: unknown
  retry(): void
}

export function rowsInMemory<Row>(rows: readonly Row[]): RowSource<Row> {
  return {
    count: rows.length,
    hasMore: false,
    total: rows.length,
    rowAt: (index) => rows[index],
    showing: () => {},
    isFirstLoad: false,
    problem: null,
    retry: () => {},
  }
}
