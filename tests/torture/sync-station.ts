// A station with its sync, as a process of its own: works as fast as it may and says so line by line, until it is told to stop
// or is killed. `sync-station.ts <StationWishes as JSON>`; on its input: `code`, `stop` (working, not syncing), `end`.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { createApp } from '#main/app/create-app.ts'
import { joinBeforeOpening } from '#main/app/join-before-opening.ts'
import { composeModules } from '#main/app/modules.ts'
import { productChores } from '#main/app/product-chores.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { inlineChores } from '#main/platform/workers/chores.ts'
import { syncPortsOf } from '#tests/support/sync-ports.ts'
import { hurriedTimes } from '#tests/sync/station-home.ts'
import { nextWork, type StationWishes, type Work } from './station-work.ts'

const wishes = JSON.parse(process.argv[2] ?? '') as StationWishes
const say = (...words: readonly string[]): void => {
  writeSync(1, `${words.join(' ')}\n`)
}
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const ports = syncPortsOf(wishes.keysFolder, { times: { ...hurriedTimes, readTimeout: 3000 } })
const joins = await joinBeforeOpening(
  wishes.folder,
  { stationName: wishes.name, ...(wishes.join && { join: wishes.join }) },
  { keys: ports.keys, version: ports.version, newId: uuidv7 },
)
const app = createApp(
  {
    dataFolder: wishes.folder,
    clock: systemClock,
    newId: uuidv7,
    randomBytes: (count) => randomBytes(count),
    owner: { pid: process.pid, host: 'torture' },
    version: '0.0.0-torture',
    chores: inlineChores(productChores),
    translate: createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url))),
    log: {
      info: () => {},
      problem: (event, facts) => say('problem', event, JSON.stringify(String(facts.error ?? facts.why))),
    },
    upkeep: { idleCheckpointMilliseconds: 5, wholeCheckMilliseconds: 3_600_000 },
    ...(joins && { joins }),
  },
  composeModules(undefined, () => ports),
)
say('open')
let isWorking = true
createInterface({ input: process.stdin })
  // Who started it is gone.
  .on('close', () => process.exit(1))
  .on('line', async (line) => {
    if (line === 'stop') isWorking = false
    if (line === 'end') process.exit(await app.close().then(() => 0))
    if (line === 'code') {
      const reply = await app.handle(token, { id: 1, do: 'local', name: 'sync.pairingCode', input: {} })
      say('code', reply.ok ? (reply.result as { readonly code: string }).code : JSON.stringify(reply))
    }
  })
// A station that has just joined knows its people once the feed has brought them.
while (!app.isSetUp()) await pause(10)
const known = app.services.db.read('select 1 from parties where id = ?')
while (known.get(wishes.partyId) === undefined) await pause(10)
const token = app.sessions.open('run', app.firstAdministrator())

let lastOrder: string | undefined
const work = async (each: Work): Promise<void> => {
  say('try', JSON.stringify(each))
  const reply = await app.handle(token, { id: 1, do: 'command', ...each })
  say(reply.ok ? 'ack' : 'no', each.commandId, reply.ok ? '' : JSON.stringify(reply))
  if (reply.ok && each.name === 'salesOrder.take') lastOrder = (reply.result as { readonly id: string }).id
}
if (wishes.again !== undefined) await work(wishes.again)
for (let count = 0; isWorking; count += 1) {
  await work(nextWork(wishes, count, uuidv7, lastOrder))
  // As busy as a shop never is, and slow enough for the sync to run beside it.
  await pause(10)
}
say('stopped')
