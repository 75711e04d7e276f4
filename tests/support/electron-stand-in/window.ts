import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page, Route } from 'playwright-core'
import { launchChromium } from '../chromium.ts'
import { fromPage, toPage } from './addresses.ts'
import { app, preventable } from './app.ts'
import { acts, announceWindow, facts } from './control.ts'
import { bindingName, bridgeHook, preloadScript, worldName } from './page-worlds.ts'
import { MessagePortMain, type PortMessage } from './ports.ts'
import { answerTo, ipcMain } from './protocol.ts'

interface WindowOptions {
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>
}

type FromPage =
  | PortMessage
  | { readonly is: 'post'; readonly channel: string; readonly message: unknown; readonly ports: readonly string[] }

const windows = new Set<BrowserWindow>()
const browsers: { open?: Promise<Browser> } = {}

export class WebContents extends EventEmitter {
  #page: Page | undefined
  #control: CDPSession | undefined
  #world: number | undefined
  #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  readonly #ports = new Map<string, MessagePortMain>()

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler
  }
  reload(): void {
    facts.calls.push('reload')
    void this.#page?.reload()
  }

  async load(url: string, preload: string): Promise<void> {
    browsers.open ??= launchChromium()
    const browser = await browsers.open
    const page = await browser.newPage()
    this.#page = page
    const control = await page.context().newCDPSession(page)
    this.#control = control
    control.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === worldName) this.#world = context.id
    })
    control.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) this.#hear(JSON.parse(payload))
    })
    control.on('Page.windowOpen', ({ url: asked }) => {
      facts.calls.push(`windowOpen ${this.#openHandler({ url: fromPage(asked) }).action}`)
    })
    await control.send('Page.enable')
    await control.send('Runtime.enable')
    await control.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName })
    await control.send('Page.addScriptToEvaluateOnNewDocument', { source: bridgeHook })
    await control.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(readFileSync(preload, 'utf8'), process.platform),
      worldName,
    })
    page.on('popup', (popup) => void popup.close())
    await page.route('**', (route) => this.#answer(route))
    await page.goto(toPage(url))
    this.emit('did-finish-load')
  }

  /** In the page's own world, as a script of the page would. */
  evaluate(expression: string): Promise<unknown> {
    return this.#page?.evaluate(expression) ?? Promise.reject(new Error('no page'))
  }

  async close(): Promise<void> {
    for (const port of this.#ports.values()) port.hearClose()
    await this.#page?.close()
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = fromPage(request.url())
    if (request.isNavigationRequest() && this.#page?.url() !== 'about:blank') {
      const event = preventable({ url, isMainFrame: request.frame().parentFrame() === null })
      this.emit('will-frame-navigate', event)
      if (event.defaultPrevented) return route.abort('aborted')
    }
    const headers = await request.allHeaders()
    const answer = await answerTo(new Request(url, { method: request.method(), headers: withoutPseudo(headers) }))
    if (answer === null) return route.abort('blockedbyclient')
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  }

  #hear(message: FromPage): void {
    if (message.is !== 'post') {
      const port = this.#ports.get(message.port)
      if (message.is === 'data') port?.hear(message.data)
      else port?.hearClose()
      return
    }
    const ports = message.ports.map((id) => {
      const port = new MessagePortMain(id, (answer) => this.#tell(answer))
      this.#ports.set(id, port)
      return port
    })
    const senderFrame = { parent: null, url: fromPage(this.#page?.url() ?? '') }
    ipcMain.emit(message.channel, { sender: this, senderFrame, ports }, message.message)
  }

  #tell(message: PortMessage): void {
    const expression = `__fromMain(${JSON.stringify(message)})`
    const world = this.#world
    // A window that has just closed has nobody to tell.
    if (world !== undefined) this.#control?.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {})
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly #preload: string

  constructor(options: WindowOptions) {
    super()
    this.#preload = options.webPreferences.preload
    facts.webPreferences.push({ ...options.webPreferences })
    windows.add(this)
    app.emit('web-contents-created', preventable({}), this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url, this.#preload)
    this.emit('ready-to-show')
    announceWindow()
  }
  async close(): Promise<void> {
    if (!windows.delete(this)) return
    this.emit('close', preventable({}))
    await this.webContents.close()
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
  show(): void {
    facts.calls.push('show')
  }
  focus(): void {
    facts.calls.push('focus')
  }
  restore(): void {}
  maximize(): void {}
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1200, height: 800 }
  }
}

app.closeWindows = async () => {
  for (const window of [...windows]) await window.close()
  await (await browsers.open)?.close()
}

acts.set('evaluate', (expression) => {
  const [window] = windows
  return window?.webContents.evaluate(String(expression))
})
acts.set('closeWindow', () => {
  setImmediate(() => {
    for (const window of [...windows]) void window.close()
  })
})
/** A message on a channel as a foreign or nested frame would send it; whether anything was given to it. */
acts.set('connectFrom', async (value) => {
  const frame = typeof value === 'object' && value !== null ? value : {}
  const port = new MessagePortMain('foreign', () => {})
  const heard: string[] = []
  port.on('close', () => heard.push('closed'))
  ipcMain.emit('counterproof:connect', { senderFrame: frame, ports: [port] }, null)
  await new Promise((resolve) => setTimeout(resolve, 200))
  return heard
})

function withoutPseudo(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))
}
