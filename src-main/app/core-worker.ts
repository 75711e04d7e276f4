// The core's thread (W11): writer connection, command bus, projections. Everything it does arrives as a message.
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { v7 as uuidv7 } from 'uuid'
import { fillDemoShop, usualDemo } from '#main/demo-shop/module.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import { lineLog } from '#main/platform/log/log.ts'
import { bestSecretBox } from '#main/platform/secrets/best-secret-box.ts'
import { fileSecretBox } from '#main/platform/secrets/file-secret-box.ts'
import { stationKeyFiles } from '#main/platform/secrets/station-keys.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import { systemPorts } from '#main/printing/module.ts'
import { trustedClouds, usualSyncTimes } from '#main/sync/module.ts'
import type { Reply } from '#shared/kernel/contract.ts'
import type { CoreMethods, FromWorker, ToWorker, WorkerSetting } from './core-protocol.ts'
import { type App, createApp } from './create-app.ts'
import { exportShop } from './export-shop.ts'
import { joinBeforeOpening } from './join-before-opening.ts'
import { keychainBox } from './keychain-box.ts'
import { composeModules } from './modules.ts'
import { readerInWorker } from './reader-host.ts'
import { enterWithCode, openRunSession } from './run-session.ts'
import { RunningApp } from './running-app.ts'
import { shellPagePrinter } from './shell-page-printer.ts'
import { startRefusedBy } from './start-problem.ts'
import type { JoinedStation } from './station.ts'

const setting = workerData as WorkerSetting
const port = parentPort
if (port === null) throw new Error('core-worker runs as a worker thread')
const post = (message: FromWorker): void => port.postMessage(message)
const extension = setting.workerUrl.endsWith('.ts') ? 'ts' : 'js'
const sibling = (name: string): URL => new URL(`./${name}.${extension}`, setting.workerUrl)

const clouds = trustedClouds(setting.sync.keysFolder)
const keychain = keychainBox((id, ask) => post({ is: 'box', id, ask }))
const box = bestSecretBox(setting.hasKeychain ? keychain.box : undefined, fileSecretBox(setting.sync.keysFolder))
const keys = stationKeyFiles(setting.sync.keysFolder, box)
const pages = shellPagePrinter((id, page) => post({ is: 'printPage', id, page }))
const printers = () => systemPorts(setting.hasPagePrinter ? pages.printer : null)
const modules = composeModules(printers, () => ({
  ...{ keys, box, version: setting.version, times: usualSyncTimes, fetch: clouds.fetch },
  reopen: () => running?.reopen(),
}))
let running: RunningApp | undefined

const start = (joins: JoinedStation | undefined, goesOn: boolean): App =>
  createApp(
    {
      dataFolder: setting.dataFolder,
      clock: systemClock,
      newId: uuidv7,
      randomBytes: (count) => randomBytes(count),
      owner: { pid: setting.pid, host: setting.host },
      version: setting.version,
      chores: choresInWorker(sibling('chores-worker'), {}),
      translate: createTranslate(fileURLToPath(new URL('../../resources/locales', setting.workerUrl))),
      log: lineLog(
        (line) => post({ is: 'log', line }),
        () => new Date().toISOString(),
      ),
      reader: readerInWorker(sibling('reader-worker'), setting),
      goesOn,
      ...(joins && { joins }),
    },
    modules,
  )

function serve(runs: RunningApp): void {
  const { app } = runs
  const methods: { [M in keyof CoreMethods]: (...args: Parameters<CoreMethods[M]>) => unknown } = {
    state: () => stateOf(app()),
    issueEntryCode: () => app().sessions.issueEntryCode(),
    redeemEntryCode: (code) => enterWithCode(app(), code, setting.demo),
    issueRunToken: () => openRunSession(app(), 'run', setting.demo),
    openWindowSession: () => openRunSession(app(), 'window', setting.demo),
    hasSession: (token) => app().sessions.viewerOf(token) !== null,
    locateFile: (token, hash) => app().locateFile(token, hash),
    pairingCode: () => pairingCode(app()),
    exportShop: (path) => exportShop(app(), path, setting.version),
    close: () => app().close(),
  }
  const call = methods as Readonly<Record<string, (...args: readonly string[]) => unknown>>
  port?.on('message', (message: ToWorker) => {
    if (message.is === 'pagePrinted') return pages.answered(message.id, message.answer)
    if (message.is === 'boxed') return keychain.answered(message.id, message)
    if (message.is === 'frame') {
      void runs
        .open()
        .then((now) => now.handle(message.token, message.frame))
        .then((reply) =>
          post({ is: 'frame', connection: message.connection, frame: { ...reply, id: message.frame.id } }),
        )
      return
    }
    const { method, args } = message
    const answered = runs.open().then(() => call[method]?.(...args))
    answered.then(
      (value) => post({ is: 'return', id: message.id, value }),
      (problem: unknown) => post({ is: 'threw', id: message.id, problem: String(problem) }),
    )
  })
}

async function stateOf(app: App) {
  const hasCloud = app.station.db.read('select 1 from station_facts where name = ?').get('cloud_url') !== undefined
  const isInFile = hasCloud && (await box.strength()) !== 'keychain'
  return {
    isSetUp: app.isSetUp(),
    stationName: app.station.identity.code,
    keysIn: isInFile ? setting.sync.keysFolder : null,
  }
}

/** An empty folder becomes the demo shop before anybody is let in; a folder with a shop in it is left alone. */
async function fillIfDemo(app: App): Promise<void> {
  if (!setting.demo || setting.sync.join !== undefined || app.isSetUp()) return
  await fillDemoShop(app.demoHost(), { ...usualDemo, until: Date.now() })
}

/** A cloud on the shop's own network has a certificate of its own: the start says which. */
function trustIfWished(): void {
  const { cloudCa, found, join } = setting.sync
  const cloudUrl = found ?? join?.cloudUrl
  if (cloudCa === undefined || cloudUrl === undefined) return
  if (!clouds.trust(cloudUrl, cloudCa)) throw new DatabaseRefused('sync.notACertificate', { given: cloudCa })
}

/** Founds the organisation where the start asks for it; a shop that has its cloud already is left alone. */
async function foundIfWished(app: App): Promise<void> {
  const { found: cloudUrl, stationName } = setting.sync
  if (cloudUrl === undefined) return
  const reply = await askAsAdministrator(app, 'sync.found', { cloudUrl, stationName })
  if (!reply.ok && 'refusal' in reply) throw startRefusedBy(reply.refusal)
}

/** A code for one more station, in words for whoever started this one; null where the cloud gives none now. */
async function pairingCode(app: App): Promise<string | null> {
  const reply = await askAsAdministrator(app, 'sync.pairingCode', {})
  return reply.ok ? String((reply.result as { readonly code: string }).code) : null
}

/** Whoever starts the program on this computer with such a wish acts for its administrator. */
function askAsAdministrator(app: App, name: string, input: unknown): Promise<Reply> {
  const token = app.sessions.open('run', app.firstAdministrator())
  return app.handle(token, { id: 1, do: 'local', name, input })
}

try {
  trustIfWished()
  const around = { keys, version: setting.version, newId: uuidv7, reach: clouds.fetch }
  // The keychain answers by the port, and the port keeps the thread alive while the chores' own worker is at work.
  const runs = new RunningApp(start, (frame) => post({ is: 'announce', frame }))
  running = runs
  serve(runs)
  runs.begin(await joinBeforeOpening(setting.dataFolder, setting.sync, around))
  await fillIfDemo(runs.app())
  await foundIfWished(runs.app())
  post({ is: 'ready' })
} catch (problem) {
  if (!(problem instanceof DatabaseRefused)) throw problem
  post({ is: 'refused', code: problem.code, params: problem.params })
}
