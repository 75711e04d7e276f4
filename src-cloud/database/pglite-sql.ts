import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Query, Sql } from './sql.ts'

/** PostgreSQL inside this process, in a folder or, without one, in memory. Transactions come one after the other. */
export async function pgliteSql(folder?: string): Promise<Sql> {
  const database = folder === undefined ? await PGlite.create() : await PGlite.create(folder)
  return {
    transaction: (work, settings) =>
      database.transaction(async (transaction) => {
        if (settings !== undefined) await transaction.exec(settings)
        return work(queryOf(transaction))
      }),
    listen: async (channel, heard) => {
      await database.listen(channel, heard)
    },
    close: () => database.close(),
  }
}

function queryOf(transaction: Transaction): Query {
  return async <Row extends object>(text: string, values?: readonly unknown[]) => {
    if (values !== undefined) return (await transaction.query<Row>(text, [...values])).rows
    const outcomes = await transaction.exec(text)
    return (outcomes.at(-1)?.rows ?? []) as unknown[] as Row[]
  }
}
