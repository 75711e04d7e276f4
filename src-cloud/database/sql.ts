/** Rows of a statement. Without values the text may hold several statements. */
export type Query = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** PostgreSQL as a server or embedded: all that the cloud needs of either. */
export interface Sql {
  /** One transaction on one connection; a throw rolls it back. It begins with `settings`, without a way of their own. */
  transaction<T>(work: (query: Query) => Promise<T>, settings?: string): Promise<T>
  /** What other processes announce after their commits, and this one after its own. A lost word is nobody's loss (Y11). */
  listen(channel: string, heard: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

/** The SQLSTATE of a failure, or the name of a failed connection; both drivers call it `code`. */
export function codeOfFailure(problem: unknown): string {
  return problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : ''
}
