// The cloud as a program. Runs from its sources under Node 24, on an embedded database in a folder or on PostgreSQL.
import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createAccounts } from '../accounts/accounts.ts'
import { beginEpochs } from '../database/begin-epochs.ts'
import { openSql } from '../database/open-sql.ts'
import { postgresAccounts } from '../database/postgres-accounts.ts'
import { postgresShelf } from '../database/postgres-shelf.ts'
import { postgresStore } from '../database/postgres-store.ts'
import { entities } from '../entities.ts'
import { cloudFiles } from '../files/cloud-files.ts'
import { type CloudArguments, parseCloudArguments, usage } from './arguments.ts'
import { createCloudServer } from './cloud-server.ts'
import { defaultDataFolder } from './default-data-folder.ts'
import { fileVaultOf } from './file-place.ts'
import { listenCloud } from './listen.ts'

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

function leave(code: number, line: string): never {
  say(line)
  process.exit(code)
}

async function run(wishes: CloudArguments): Promise<void> {
  const connectionString = process.env.DATABASE_URL
  const computer = { platform: process.platform, home: homedir(), environment: process.env }
  const folder = wishes.dataFolder ?? defaultDataFolder(computer)
  const sql = await openSql(connectionString ? { is: 'server', connectionString, log: say } : { is: 'folder', folder })
  if (sql === undefined) return leave(1, `Another program has ${folder}. End it first, or choose another with --data.`)
  const store = await postgresStore(sql)
  if (wishes.restored) say(`${await beginEpochs(sql)} organisations begin another epoch.`)
  const clock = (): number => Date.now()
  const accounts = await createAccounts({ store, accounts: postgresAccounts(sql), clock })
  const { oldestClient } = wishes
  const limits = { oldestClient }
  const files = cloudFiles({
    shelf: postgresShelf(sql),
    vault: fileVaultOf(wishes.filesFolder ?? join(folder, 'files'), process.env),
    clock,
  })
  const cloud = createCloudServer({ store, accounts, files, entities, clock, random: randomBytes, log: say, limits })
  const listening = await listenCloud(cloud, wishes).catch(async (problem: unknown) => {
    await store.close()
    return leave(
      1,
      `Port ${wishes.port} of ${wishes.host} cannot be had: ${problem instanceof Error ? problem.message : problem}`,
    )
  })
  endWith(async () => {
    await listening.close()
    await store.close()
  })
  if (wishes.json) process.stdout.write(`${JSON.stringify({ url: listening.url })}\n`)
  else say(`The cloud runs at ${listening.url}`)
}

/** Ends in order once: on Ctrl+C, when asked to by the system, and when the script that started this one is gone. */
function endWith(close: () => Promise<void>): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), 10_000).unref()
    close().then(
      () => process.exit(0),
      (problem: unknown) => leave(1, `The cloud did not end in order: ${String(problem)}`),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, end)
}

const wishes = parseCloudArguments(process.argv.slice(2))
if (wishes.ok)
  await run(wishes.value).catch((problem: unknown) =>
    leave(1, problem instanceof Error ? problem.message : String(problem)),
  )
else leave(2, `${wishes.problem}\n${usage}`)
