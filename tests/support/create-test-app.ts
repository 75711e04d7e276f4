import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from '#main/app/create-app.ts'
import { productModules } from '#main/app/modules.ts'
import { productChores } from '#main/app/product-chores.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import type { Clock } from '#main/platform/clock/clock.ts'
import { migrations } from '#main/platform/database/migrations/index.ts'
import { migrate } from '#main/platform/database/migrator.ts'
import { openWritable } from '#main/platform/database/open-database.ts'
import type { Log } from '#main/platform/log/log.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { inlineChores } from '#main/platform/workers/chores.ts'
import type { SessionKind } from '#main/users/index.ts'
import type { CommandName, InputFor, LocalName, OutputFor, QueryName } from '#shared/contract.ts'
import type { Reply } from '#shared/kernel/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/** A clock that tests move by hand. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void
  set(instant: string): void
}

export function testClock(start = '2026-11-19T13:07:00.000Z'): TestClock {
  let wall = Date.parse(start)
  let steady = 0
  return {
    now: () => wall,
    monotonic: () => steady,
    advance: (milliseconds) => {
      wall += milliseconds
      steady += milliseconds
    },
    set: (instant) => {
      wall = Date.parse(instant)
    },
  }
}

/** Ids in order, the same in every run: UUIDv7-shaped, told apart between apps by the seed. */
export function testIds(seed: string): () => string {
  let count = 0
  return () => {
    count += 1
    const digest = createHash('sha256').update(`${seed}:${count}`).digest('hex')
    const time = (0x0190_0000_0000 + count).toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
  }
}

export interface TestApp {
  readonly app: App
  readonly clock: TestClock
  readonly folder: string
  /** Faults logged by the core: a test that expects none checks this. */
  readonly problems: readonly { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[]
  /** Runs a command as the session's person; throws on a refusal. */
  command<N extends CommandName>(name: N, input: InputFor<N>, commandId?: string): Promise<OutputFor<N>>
  query<N extends QueryName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  local<N extends LocalName>(name: N, input: InputFor<N>): Promise<OutputFor<N>>
  /** The refusal of something that must be refused. */
  refusal(
    does: 'command' | 'query' | 'local',
    name: CommandName | QueryName | LocalName,
    input: unknown,
    commandId?: string,
  ): Promise<Refusal>
  reply(
    does: 'command' | 'query' | 'local',
    name: string,
    input: unknown,
    commandId?: string,
    token?: string,
  ): Promise<Reply>
  /** A new session, signed in as the given person (or nobody). */
  sessionOf(userId?: string): string
  /** Everything later runs as this person, on a session that never locks unless it is a window's. */
  actAs(userId: string | undefined, kind?: SessionKind): void
  newId(): string
  close(): Promise<void>
  /** Closes and opens again over the same folder, as a restart does. */
  reopen(): Promise<TestApp>
}

export interface TestAppOptions {
  readonly folder?: string
  readonly clock?: TestClock
  readonly seed?: string
  readonly modules?: readonly FeatureModule[]
  /** Makes a fresh folder a further station of an organisation. */
  readonly joins?: { readonly org: string; readonly code: string }
}

const translate = createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url)))

let emptyDatabase: Buffer | undefined

/** The file as the migrations leave it in an empty folder: made once a process, for making it is half of opening an app. */
function shapedDatabase(): Buffer {
  if (emptyDatabase !== undefined) return emptyDatabase
  const folder = mkdtempSync(join(tmpdir(), 'counterproof-shape-'))
  const path = join(folder, 'counterproof.db')
  const db = openWritable(path)
  migrate(db, migrations, join(folder, 'backups'), () => '2026-11-19T13:07:00.000Z')
  db.driver.close()
  emptyDatabase = readFileSync(path)
  rmSync(folder, { recursive: true, force: true })
  return emptyDatabase
}

/** Makes the folder, with its database where there is none. */
function furnish(folder: string): void {
  const path = join(folder, 'counterproof.db')
  if (existsSync(path)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, shapedDatabase())
}

/** The real core over a real SQLite file in a folder of its own; clock and ids by hand. Two of them live in one process. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'counterproof-'))
  furnish(folder)
  const clock = options.clock ?? testClock()
  const seed = options.seed ?? folder
  const newId = testIds(seed)
  const problems: { event: string; facts: Readonly<Record<string, unknown>> }[] = []
  const log: Log = { info: () => {}, problem: (event, facts) => problems.push({ event, facts }) }
  const app = createApp(
    {
      dataFolder: folder,
      clock,
      newId,
      randomBytes: (count) => createHash('sha512').update(newId()).digest().subarray(0, count),
      owner: { pid: process.pid, host: 'test' },
      version: '0.0.0-test',
      chores: inlineChores(productChores),
      translate,
      log,
      ...(options.joins && { joins: options.joins }),
    },
    options.modules ?? productModules,
  )
  let token = app.sessions.open('run')
  const reply = (
    does: 'command' | 'query' | 'local',
    name: string,
    input: unknown,
    commandId?: string,
    asToken = token,
  ): Promise<Reply> =>
    app.handle(asToken, {
      id: 1,
      do: does,
      name,
      input,
      ...(does === 'command' ? { commandId: commandId ?? newId() } : {}),
    })
  const mustSucceed = async (
    does: 'command' | 'query' | 'local',
    name: string,
    input: unknown,
    commandId?: string,
  ): Promise<unknown> => {
    const answer = await reply(does, name, input, commandId)
    if (answer.ok) return answer.result
    throw new Error(
      `${name}: ${JSON.stringify(answer)} ${JSON.stringify(problems.map((each) => String(each.facts.error)))}`,
    )
  }
  return {
    app,
    clock,
    folder,
    problems,
    reply,
    newId,
    command: async (name, input, commandId) =>
      (await mustSucceed('command', name, input, commandId)) as OutputFor<typeof name>,
    query: async (name, input) => (await mustSucceed('query', name, input)) as OutputFor<typeof name>,
    local: async (name, input) => (await mustSucceed('local', name, input)) as OutputFor<typeof name>,
    refusal: async (does, name, input, commandId) => {
      const answer = await reply(does, name, input, commandId)
      if (!answer.ok && 'refusal' in answer) return answer.refusal
      throw new Error(`${name} was not refused: ${JSON.stringify(answer)}`)
    },
    sessionOf: (userId) => app.sessions.open('window', userId),
    actAs: (userId, kind = 'run') => {
      token = app.sessions.open(kind, userId)
    },
    close: async () => {
      await app.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
    reopen: async () => {
      await app.close()
      return createTestApp({ ...options, folder, clock, seed: `${seed}+` })
    },
  }
}
