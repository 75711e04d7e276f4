import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type HeadlessHost, startHeadlessHost } from '#main/headless/headless-host.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { launchChromium } from '#tests/support/chromium.ts'
import { createFakeCore, type FakeCore, noteContract } from '#tests/support/fake-core.ts'
import { hasTools } from '#tests/support/tools.ts'
import { localesFolder } from './start-test-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'wire-page-'))
const shared: { browser?: Browser } = {}

const write = `wire.call('command', 'note.write', { text: 'ink' }, crypto.randomUUID())`
const list = `wire.call('query', 'note.list', {})`
// Asked again from outside: the page's policy lets no tool of the browser evaluate a condition inside.
const stateIs = (page: Page, state: string) =>
  expect.poll(() => page.evaluate('window.wire?.state().is'), { timeout: 15_000 }).toBe(state)

function startHost(core: FakeCore, port = 0): Promise<HeadlessHost> {
  return startHeadlessHost({
    core,
    contract: noteContract,
    version: '1.2.3',
    port,
    rendererFolder: folder,
    translator: createTranslator(localesFolder),
    log: () => {},
  })
}

async function openPage(url: string, prepare: (page: Page) => Promise<unknown> = async () => {}) {
  const context = await shared.browser?.newContext()
  if (!context) throw new Error('no browser')
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (problem) => complaints.push(problem.message))
  await prepare(page)
  await page.goto(url)
  return { page, complaints }
}

describe.skipIf(!hasTools('chromium'))('a browser on the headless host', () => {
  beforeAll(async () => {
    await build({
      root: resolve(import.meta.dirname, 'wire-page'),
      configFile: false,
      logLevel: 'silent',
      html: { cspNonce: '__CSP_NONCE__' },
      build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    })
    shared.browser = await launchChromium()
  })
  afterAll(async () => {
    await shared.browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function signedIn(prepare?: (page: Page) => Promise<unknown>) {
    const core = createFakeCore()
    const host = await startHost(core)
    onTestFinished(() => host.close())
    const opened = await openPage(`${host.url}/enter?code=${await core.issueEntryCode()}`, prepare)
    return { core, host, ...opened }
  }

  test('the printed link signs in, the address bar keeps no code, and the socket carries the wire', async () => {
    const { page, complaints, host } = await signedIn()
    await stateIs(page, 'open')
    expect(page.url()).toBe(`${host.url}/`)
    expect(await page.evaluate(write)).toEqual({ ok: true, result: { number: 1 } })
    expect(await page.evaluate(list)).toEqual({ ok: true, result: { notes: ['ink'] } })
    expect(await page.evaluate('heard')).toEqual([{ entities: { note: ['1'] }, local: [] }])
    expect(await page.evaluate('document.cookie')).toBe('')
    expect(complaints).toEqual([])
  })

  test('[X2] nothing inline, evaluated or foreign runs or loads; styles need the nonce of the load', async () => {
    const { page } = await signedIn()
    expect(
      await page.evaluate(`(async () => {
        const outcome = {}
        const violations = []
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))
        const meta = document.querySelector('meta[property=csp-nonce]')
        const style = (text, nonce) => {
          const element = document.createElement('style')
          if (nonce) element.nonce = nonce
          element.textContent = text
          document.head.append(element)
        }
        style('body { --without: yes }')
        style('body { --with: yes }', meta.nonce)
        const body = getComputedStyle(document.body)
        outcome.styles = ['--from-page', '--without', '--with'].map((each) => body.getPropertyValue(each) !== '')
        document.body.style.setProperty('--by-script', 'yes')
        outcome.byScript = body.getPropertyValue('--by-script')
        const script = document.createElement('script')
        script.textContent = 'window.inline = true'
        document.head.append(script)
        document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/x.png"><img src="x" onerror="window.handler = true"><iframe src="https://example.com"></iframe>')
        outcome.fetched = await fetch('https://example.com').then(() => true, () => false)
        await new Promise((done) => setTimeout(() => {
          try { outcome.evaluated = Function('return true')() } catch (problem) { outcome.evaluated = problem.name }
          setTimeout(done, 300)
        }))
        outcome.ran = [window.inline ?? false, window.handler ?? false]
        outcome.violations = [...new Set(violations)].sort()
        return outcome
      })()`),
    ).toEqual({
      styles: [true, false, true],
      byScript: 'yes',
      fetched: false,
      evaluated: 'EvalError',
      ran: [false, false],
      violations: [
        'connect-src',
        'frame-src',
        'img-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ],
    })
  })

  test('a browser that nobody signed in is told so and tries no more', async () => {
    const host = await startHost(createFakeCore())
    onTestFinished(() => host.close())
    const { page } = await openPage(host.url)
    await stateIs(page, 'signedOut')
  })

  test('[W8] the host goes and comes back: the screen says so, and the command of the gap is carried out once', async () => {
    const { core, host, page } = await signedIn()
    await stateIs(page, 'open')
    await host.close()
    await stateIs(page, 'lost')
    const writing = page.evaluate(write)
    const again = await startHost(core, host.port)
    onTestFinished(() => again.close())
    expect(await writing).toEqual({ ok: true, result: { number: 1 } })
    await stateIs(page, 'open')
    expect(await page.evaluate('heard.includes("resumed")')).toBe(true)
    expect(core.notes).toEqual(['ink'])
  })

  test('where no socket comes through, plain HTTP carries the wire', async () => {
    const { page } = await signedIn((opening) =>
      opening.addInitScript(`window.WebSocket = class extends EventTarget {
        constructor() { super(); setTimeout(() => this.dispatchEvent(new CloseEvent('close', { code: 1006 }))) }
        close() {}
        send() {}
      }`),
    )
    await stateIs(page, 'open')
    expect(await page.evaluate(write)).toEqual({ ok: true, result: { number: 1 } })
    await expect.poll(() => page.evaluate('heard')).toEqual([{ entities: { note: ['1'] }, local: [] }])
  })

  test('[X6] a page of another port of this machine reaches nothing, though the browser sends it our cookie', async () => {
    const { core, host, page } = await signedIn()
    await stateIs(page, 'open')
    const stranger = await startHost(createFakeCore())
    onTestFinished(() => stranger.close())
    await page.goto(stranger.url)
    const before = core.asked.length
    // The stranger's own policy would hide what our host does; a page of an attacker has none.
    const attacker = await page.context().newPage()
    await attacker.route(`${stranger.url}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>attacker</title>' }),
    )
    await attacker.goto(`${stranger.url}/attack`)
    expect(
      await attacker.evaluate(`(async () => {
        const wish = { method: 'POST', credentials: 'include', headers: { 'content-type': 'text/plain' }, body: '{"id":1,"do":"query","name":"note.list","input":{}}' }
        const post = (mode) => fetch('${host.url}/wire', { ...wish, mode }).then((answer) => answer.type + answer.status, () => 'refused')
        const socket = new Promise((done) => {
          const socket = new WebSocket('ws://127.0.0.1:${host.port}/ws')
          socket.onopen = () => done('open')
          socket.onerror = () => done('refused')
        })
        const image = new Promise((done) => {
          const image = new Image()
          image.onload = () => done('shown')
          image.onerror = () => done('refused')
          image.src = '${host.url}/files/${'ab'.repeat(32)}'
        })
        return [await post('cors'), await post('no-cors'), await socket, await image]
      })()`),
    ).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(core.asked.slice(before)).toEqual([])
  })
})
