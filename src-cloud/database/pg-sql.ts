import pg from 'pg'
import type { Query, Sql } from './sql.ts'

export interface PgOptions {
  readonly connectionString: string
  /** Most connections for work; a further one listens. */
  readonly connections?: number
  readonly log: (line: string) => void
  readonly listenAgainAfterMs?: number
}

/** A PostgreSQL server behind a bounded pool. */
export function pgSql(options: PgOptions): Sql {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.connections ?? 10,
    // Whoever finds no free connection is told to come again, and does not wait for ever.
    connectionTimeoutMillis: 5_000,
    application_name: 'counterproof-cloud',
  })
  // A connection that dies while it is idle is replaced by the pool; unheard, the event would end the process.
  const tell = (problem: Error): void =>
    options.log(JSON.stringify({ event: 'cloud.database', problem: problem.message }))
  pool.on('error', tell)
  const endings: (() => Promise<void>)[] = []

  return {
    transaction: async (work, settings = '') => {
      const client = await pool.connect()
      let failure: Error | undefined
      // The pool does not listen to who is at work: a server that dies then fails the query, and would end the process besides.
      const lose = (problem: Error): void => {
        failure = problem
        tell(problem)
      }
      client.on('error', lose)
      try {
        await client.query(`begin; ${settings}`)
        const result = await work(queryOf(client))
        await client.query('commit')
        return result
      } catch (problem) {
        await client.query('rollback').catch((second: unknown) => {
          // What cannot even roll back goes back to nobody.
          failure = second instanceof Error ? second : new Error(String(second))
        })
        throw problem
      } finally {
        client.off('error', lose)
        client.release(failure)
      }
    },
    listen: async (channel, heard) => {
      endings.push(await keepListening(options, channel, heard))
    },
    close: async () => {
      await Promise.all(endings.map((end) => end()))
      await pool.end()
    },
  }
}

/** A statement is prepared once on each connection: with row policies its plan costs more than its work. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `counterproof_${names.size + 1}`
  names.set(text, name)
  return name
}

function queryOf(client: pg.PoolClient): Query {
  return async <Row extends object>(text: string, values?: readonly unknown[]) => {
    const outcome = await (values === undefined
      ? client.query(text)
      : client.query({ name: nameOf(text), text, values: [...values] }))
    return (Array.isArray(outcome) ? [] : outcome.rows) as readonly Row[]
  }
}

/** A connection of its own that listens, and comes back when it is lost. */
async function keepListening(options: PgOptions, channel: string, heard: (payload: string) => void) {
  let isEnded = false
  let current: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  const later = (): void => {
    if (isEnded) return
    again = setTimeout(() => void connect().catch(later), options.listenAgainAfterMs ?? 1_000)
  }
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: options.connectionString, application_name: 'counterproof-live' })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    // What fails while it is being made is said by the query; only one that stood is replaced from here, and once.
    client.on('error', () => undefined)
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    current = client
    client.once('end', later)
    if (isEnded) await client.end()
  }

  await connect()
  return async () => {
    isEnded = true
    clearTimeout(again)
    await current?.end()
  }
}
