import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, expect, test } from 'vitest'
import { presented, textIn } from '#tests/support/cloud-http.ts'
import { openPostgresServer, type PostgresServer } from '#tests/support/postgres-server.ts'
import { newcomer } from '#tests/support/wire-writer.ts'

const script = resolve(import.meta.dirname, '../../scripts/cloud.mjs')
const folders: string[] = []
const running: ChildProcess[] = []
let server: PostgresServer | undefined

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  await server?.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

interface Program {
  /** Its first line, or how it ended without one. */
  readonly url: string
  end(): Promise<number | null>
}

async function start(words: readonly string[], environment: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, [script, '--port', '0', '--json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  running.push(child)
  let problems = ''
  child.stderr.on('data', (part: Buffer) => {
    problems += part.toString()
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const line = new Promise<string>((done) => createInterface(child.stdout).once('line', done))
  const first = await Promise.race([line, ended.then((code) => `ended with ${code}: ${problems}`)])
  return {
    url: first.startsWith('{') ? textIn(JSON.parse(first), 'url') : first,
    end: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

const found = (url: string, org: string, station: ReturnType<typeof newcomer>) =>
  fetch(`${url}/v1/organisations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ org, station: presented(station) }),
  }).then(async (response) => ({ status: response.status, body: (await response.json()) as unknown }))

test('[Y18] npm run cloud keeps a folder: to itself, over its end, and begins another epoch after a restore', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterproof-cloud-'))
  folders.push(folder)
  const words = ['--data', folder]
  const [org, first] = [randomUUID(), newcomer()]
  const one = await start(words)
  const begun = await found(one.url, org, first)
  expect(begun.status).toBe(200)
  expect((await start(words)).url).toMatch(/^ended with 1: Another program has /)
  expect(await one.end()).toBe(0)

  const again = await start([...words, '--restored'])
  expect(await found(again.url, org, newcomer())).toEqual({ status: 409, body: { code: 'org.exists' } })
  const { body } = await found(again.url, org, first)
  expect(body).toMatchObject({ org, stationCode: 'A' })
  expect(textIn(body, 'epoch')).not.toBe(textIn(begun.body, 'epoch'))
  expect(await again.end()).toBe(0)
})

test('[Y19] two of them before one PostgreSQL are one cloud', async (context) => {
  server = await openPostgresServer(context)
  const place = { DATABASE_URL: server.connectionString }
  const [one, other] = await Promise.all([start([], place), start([], place)])
  const [org, first] = [randomUUID(), newcomer()]
  expect((await found(one.url, org, first)).status).toBe(200)
  expect(await found(other.url, org, newcomer())).toEqual({ status: 409, body: { code: 'org.exists' } })
  expect([await one.end(), await other.end()]).toEqual([0, 0])
})

test('a wrong word ends it with how it is called', async () => {
  expect((await start(['--prot', '1'])).url).toMatch(/^ended with 2: [\s\S]*npm run cloud -- /)
})
