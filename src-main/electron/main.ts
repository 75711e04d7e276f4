// The desktop program: the core in a worker thread of this process, and a window that is a page of `app://`.
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, type BrowserWindow, dialog, session } from 'electron'
import type { Core } from '#main/app/core.ts'
import { startCore } from '#main/app/core-host.ts'
import { defaultDataFolder } from '#main/app/default-data-folder.ts'
import { refusalOfStart } from '#main/app/start-problem.ts'
import { languageFor } from '#main/platform/translate/language-for.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { openRendererFiles } from '#main/platform/web/renderer-files.ts'
import { appOrigin, declareAppScheme, serveApp } from './app-protocol.ts'
import { setMenu } from './menu.ts'
import { guardNavigation, guardSession } from './navigation-guard.ts'
import { hiddenWindowPrinter } from './page-printer.ts'
import { relayPorts } from './port-relay.ts'
import { systemSecretBox } from './secret-box.ts'
import { keepUpToDate } from './updater.ts'
import { openWindow } from './window.ts'

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const translator = createTranslator(built('../../resources/locales'))
const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
const words = (key: string, params: Record<string, string> = {}): string =>
  translator.translate(languageFor(app.getLocale()), 'electron', key, params)

// Electron and Chromium have switches of their own among these words.
const { values } = parseArgs({ strict: false, options: { data: { type: 'string' }, demo: { type: 'boolean' } } })
const isDemo = values.demo === true
const computer = { platform: process.platform, home: homedir(), environment: process.env }
const dataFolder = typeof values.data === 'string' ? values.data : defaultDataFolder(computer, isDemo)
mkdirSync(dataFolder, { recursive: true, mode: 0o700 })

/** While developing, pages come from the development server; a packaged program knows only its own. */
const developmentUrl = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const origin = developmentUrl ? new URL(developmentUrl).origin : appOrigin

async function startDesktop(): Promise<void> {
  guardSession(session.defaultSession, origin)
  const core = await startCore({
    dataFolder,
    demo: isDemo,
    workerUrl: new URL('./core-worker.js', import.meta.url),
    version: app.getVersion(),
    log,
    secretBox: systemSecretBox(process.platform),
    pagePrinter: hiddenWindowPrinter(),
  })
  endInOrder(core)
  // One session for the program's windows: who signs in at one has signed in at all.
  const opening = core.openWindowSession()
  relayPorts(core, origin, () => opening)
  serveApp({
    screens: openRendererFiles(built('../renderer'), []),
    locate: async (hash) => core.locateFile(await opening, hash),
  })
  setMenu(process.platform, app.isPackaged)
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  showWindow()
  if (app.isPackaged) await keepUpToDate(log)
}

let window: BrowserWindow | undefined

function showWindow(): void {
  if (window === undefined) {
    window = openWindow({
      url: developmentUrl ?? `${appOrigin}/`,
      preload: built('../preload/preload.cjs'),
      placeFile: join(dataFolder, 'window.json'),
    })
    window.on('closed', () => {
      window = undefined
    })
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** The database is closed before the process ends; a second wish to quit does not cut that short. */
function endInOrder(core: Core): void {
  let stage: 'running' | 'closing' | 'closed' = 'running'
  app.on('will-quit', (event) => {
    if (stage === 'closed') return
    event.preventDefault()
    if (stage === 'closing') return
    stage = 'closing'
    void core.close().finally(() => {
      stage = 'closed'
      app.quit()
    })
  })
}

/** Nobody is left to press a button: what cannot start says why and ends. */
function explain(problem: unknown): void {
  const refusal = refusalOfStart(problem)
  log(String(problem instanceof Error ? problem.stack : problem))
  const why = refusal ? translator.wordRefusal(languageFor(app.getLocale()), refusal) : String(problem)
  dialog.showErrorBox(words('start.failed'), why)
  app.exit(1)
}

// One program per data folder and person; the folder's own lock keeps out other persons and the headless host.
app.setPath('userData', join(dataFolder, 'window'))
app.enableSandbox()
declareAppScheme()
guardNavigation(origin, () => ({
  question: (address) => words('leave.question', { address }),
  open: words('leave.open'),
  stay: words('leave.stay'),
}))
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.whenReady().then(startDesktop).catch(explain)
} else {
  app.quit()
}
