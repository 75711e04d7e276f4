import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { TestContext } from 'vitest'
import { missing } from './machine.ts'

const run = promisify(execFile)

export interface PostgresServer {
  /** As the superuser, on the database that every server has. */
  readonly connectionString: string
  /** `kill -9` of the server and of all that work for it. Its data folder stays as it is. */
  kill(): Promise<void>
  /** The same data folder again, which PostgreSQL first brings in order. */
  start(): Promise<void>
  close(): Promise<void>
}

/** An ordinary owner, as a provider of databases gives one: not the superuser, whom no policy would stop. */
export async function databaseOfAnOwner(superuser: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuser })
  await client.connect()
  await client.query('create role shop login createrole')
  await client.query('create database shop owner shop')
  await client.end()
  return superuser.replace('postgres@', 'shop@').replace(/postgres$/, 'shop')
}

/**
 * A PostgreSQL of our own in a temporary folder, quick and forgetful unless it is to be durable. It refuses to run as root, so
 * root runs it as nobody.
 */
export async function openPostgresServer(
  context: Pick<TestContext, 'skip'>,
  { isDurable = false } = {},
): Promise<PostgresServer> {
  const programs = postgresPrograms()
  if (programs === undefined) return missing(context, 'PostgreSQL (postgres, initdb) is not on this computer')
  const folder = await mkdtemp(join(tmpdir(), 'counterproof-postgres-'))
  const other = process.getuid?.() === 0 ? nobody() : undefined
  if (other !== undefined) chownSync(folder, other.uid, other.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const port = await freePort()
  const place = { cwd: folder, ...other, env: { ...process.env, LC_ALL: 'C' } }
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`]
  if (!isDurable) settings.push('-c', 'fsync=off')
  let server: ChildProcess | undefined
  const isRunning = (): boolean => server !== undefined && server.exitCode === null && server.signalCode === null
  const start = (): Promise<void> =>
    until(() => {
      // It does not start while those who worked for a killed one are still leaving.
      if (!isRunning())
        server = spawn(programs.postgres, ['-D', data, '-p', String(port), ...settings], { ...place, stdio: 'ignore' })
      const [pid, ...lines] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
      return Number(pid) === server?.pid && lines.some((line) => line.startsWith('ready'))
    })
  const end = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (!isRunning()) return
    const ended = new Promise((done) => server?.once('exit', done))
    server?.kill(signal)
    await ended
  }
  const close = async () => {
    // Its quick shutdown: open connections are cut, and what is committed stays.
    await end('SIGINT')
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const wishes = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C']
    await run(programs.initdb, wishes, place)
    await start()
  } catch (error) {
    await close()
    return missing(context, `PostgreSQL did not start: ${error instanceof Error ? error.message : error}`)
  }
  const kill = async (): Promise<void> => {
    const workers = server?.pid === undefined ? [] : workersOf(server.pid)
    const ended = end('SIGKILL')
    for (const worker of workers) killIfThere(worker)
    await ended
  }
  return { connectionString: `postgres://postgres@127.0.0.1:${port}/postgres`, kill, start, close }
}

/** Its own processes where the system lists them; elsewhere they leave by themselves as soon as the server is gone. */
function workersOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** On the path, or where Debian keeps them by version. */
function postgresPrograms(): { readonly postgres: string; readonly initdb: string } | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((each) => join(debian, each, 'bin')), ...(process.env.PATH ?? '').split(delimiter)]
  return folders
    .map((folder) => ({ postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') }))
    .find(({ postgres, initdb }) => existsSync(postgres) && existsSync(initdb))
}

function nobody(): { readonly uid: number; readonly gid: number } {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      if (isSo()) return
    } catch {
      // Not written yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('not within half a minute')
}
