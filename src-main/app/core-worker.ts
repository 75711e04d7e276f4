// The core's thread (W11): writer connection, command bus, projections. Everything it does arrives as a message.
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { v7 as uuidv7 } from 'uuid'
import { fillDemoShop, usualDemo } from '#main/demo-shop/module.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { DatabaseRefused } from '#main/platform/database/open-database.ts'
import { lineLog } from '#main/platform/log/log.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { choresInWorker } from '#main/platform/workers/chore-worker.ts'
import type { CoreMethods, FromWorker, ToWorker, WorkerSetting } from './core-protocol.ts'
import { type App, createApp } from './create-app.ts'
import { readerInWorker } from './reader-host.ts'
import { enterWithCode, openRunSession } from './run-session.ts'

const setting = workerData as WorkerSetting
const port = parentPort
if (port === null) throw new Error('core-worker runs as a worker thread')
const post = (message: FromWorker): void => port.postMessage(message)
const extension = setting.workerUrl.endsWith('.ts') ? 'ts' : 'js'
const sibling = (name: string): URL => new URL(`./${name}.${extension}`, setting.workerUrl)

const start = (): App =>
  createApp({
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
  })

function serve(app: App): void {
  const methods: { [M in keyof CoreMethods]: (...args: Parameters<CoreMethods[M]>) => unknown } = {
    state: () => ({ isSetUp: app.isSetUp(), stationName: app.station.identity.code }),
    issueEntryCode: () => app.sessions.issueEntryCode(),
    redeemEntryCode: (code) => enterWithCode(app, code, setting.demo),
    issueRunToken: () => openRunSession(app, 'run', setting.demo),
    openWindowSession: () => openRunSession(app, 'window', setting.demo),
    hasSession: (token) => app.sessions.viewerOf(token) !== null,
    locateFile: (token, hash) => app.locateFile(token, hash),
    close: () => app.close(),
  }
  const call = methods as Readonly<Record<string, (...args: readonly string[]) => unknown>>
  app.onAnnouncement((announcement) => post({ is: 'announce', frame: { announce: announcement } }))
  port?.on('message', (message: ToWorker) => {
    if (message.is === 'frame') {
      void app
        .handle(message.token, message.frame)
        .then((reply) =>
          post({ is: 'frame', connection: message.connection, frame: { ...reply, id: message.frame.id } }),
        )
      return
    }
    Promise.resolve(call[message.method]?.(...message.args)).then(
      (value) => post({ is: 'return', id: message.id, value }),
      (problem: unknown) => post({ is: 'threw', id: message.id, problem: String(problem) }),
    )
  })
}

/** An empty folder becomes the demo shop before anybody is let in; a folder with a shop in it is left alone. */
async function fillIfDemo(app: App): Promise<void> {
  if (!setting.demo || app.isSetUp()) return
  await fillDemoShop(app.demoHost(), { ...usualDemo, until: Date.now() })
}

try {
  const app = start()
  // The port is listened to first: it keeps the thread alive while the chores' own worker is at work.
  serve(app)
  await fillIfDemo(app)
  post({ is: 'ready' })
} catch (problem) {
  if (!(problem instanceof DatabaseRefused)) throw problem
  post({ is: 'refused', code: problem.code, params: problem.params })
}
