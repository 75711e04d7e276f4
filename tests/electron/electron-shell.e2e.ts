import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hasTools } from '#tests/support/tools.ts'
import {
  type ElectronDriver,
  electronBinary,
  type StandInDriver,
  startElectron,
  startStandIn,
} from './electron-driver.ts'

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desktop data ä#'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'shop')
}

/** A frame sent as a page sends it: through the bridge, over the port that comes back. */
const askOverPort = (frame: unknown): string => `new Promise((done) => {
  addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window || data !== 'counterproof:port') return
    port.onmessage = (message) => { done(message.data); port.close() }
    port.postMessage(${JSON.stringify(frame)})
  }, { once: true })
  window.counterproof.connect()
})`

/** What must hold on the stand-in and on Electron alike. */
async function checkShell(driver: ElectronDriver): Promise<void> {
  expect(await driver.evaluate(askOverPort({ id: 5, do: 'query', name: 'session.current', input: {} }))).toMatchObject({
    id: 5,
    ok: true,
  })
  expect(await driver.evaluate(askOverPort({ id: 6, do: 'query', name: 'no.such', input: {} }))).toMatchObject({
    id: 6,
    ok: false,
  })
  // [X4] What is no frame is not passed on and ends the port.
  expect(await driver.evaluate(askOverPort({ id: 7, do: 'sql', name: 'select', input: {} }))).toEqual({
    end: 'misunderstood',
  })

  // [X1] The page has the bridge and nothing else of the program or of Node.
  expect(
    await driver.evaluate(`({
      bridge: Object.fromEntries(Object.entries(window.counterproof).map(([name, value]) => [name, typeof value])),
      isFrozen: Object.isFrozen(window.counterproof),
      globals: [typeof require, typeof process, typeof module, typeof Buffer, typeof global],
    })`),
  ).toEqual({
    bridge: { platform: 'string', connect: 'function' },
    isFrozen: true,
    globals: ['undefined', 'undefined', 'undefined', 'undefined', 'undefined'],
  })

  // [X2] Nothing is evaluated, written inline or fetched from elsewhere; nothing outside the package is found.
  expect(
    await driver.evaluate(`(async () => {
      const outcome = {}
      // Later, since what a debugger runs at once may evaluate.
      outcome.evaluated = await new Promise((done) => setTimeout(() => {
        try { done(Function('return 1')()) } catch (problem) { done(problem.name) }
      }))
      const script = document.createElement('script')
      script.textContent = 'window.wasInline = true'
      document.head.append(script)
      outcome.inline = window.wasInline ?? false
      outcome.elsewhere = await fetch('https://example.com/').then(() => 'fetched', () => 'refused')
      const ways = ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/files/' + '0'.repeat(64)]
      outcome.ways = await Promise.all(ways.map((way) => fetch(way).then((answer) => answer.status)))
      outcome.policy = (await fetch('/')).headers.get('content-security-policy').split("'nonce-")[0]
      return outcome
    })()`),
  ).toEqual({
    evaluated: 'EvalError',
    inline: false,
    elsewhere: 'refused',
    ways: [404, 404, 404, 404],
    policy: "default-src 'none'; script-src 'self'; style-src 'self' ",
  })
}

async function standIn(folder: string): Promise<StandInDriver> {
  const { driver, error } = await startStandIn(folder)
  if (!driver) throw new Error(error)
  onTestFinished(async () => {
    await driver.quit().catch(() => driver.ended)
  })
  return driver
}

const factsOf = async (driver: StandInDriver): Promise<Record<string, unknown>> => Object(await driver.act('facts'))

describe.skipIf(!hasTools('chromium'))('[X1][X2][X4] the built shell on the stand-in', () => {
  test('serves, bridges and refuses as it should, and ends in order', async () => {
    const driver = await standIn(dataFolder())
    await checkShell(driver)
    expect(await driver.quit()).toBe(0)
  })

  test('[X1] every window is sandboxed and app: is a secure scheme', async () => {
    const folder = dataFolder()
    const driver = await standIn(folder)
    expect(await factsOf(driver)).toMatchObject({
      privileges: [
        { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
      ],
      webPreferences: [
        {
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          experimentalFeatures: false,
          webviewTag: false,
        },
      ],
      paths: { userData: join(folder, 'window') },
      errors: [],
    })
    const calls = Object(await factsOf(driver)).calls
    expect(calls.indexOf('enableSandbox')).toBeLessThan(calls.indexOf('ready'))
    expect(await driver.act('channels')).toEqual(['counterproof:connect'])
  })

  test('[X3] a page stays where it is; what leaves is asked about first', async () => {
    const driver = await standIn(dataFolder())
    const leave = async (url: string) => {
      await driver.evaluate(`(location.href = ${JSON.stringify(url)}, new Promise((done) => setTimeout(done, 300)))`)
      return driver.evaluate('document.title')
    }
    expect(await leave('https://example.com/terms')).toBe('Counterproof')
    expect(await leave('http://example.com/')).toBe('Counterproof')
    await driver.act('answerQuestions', 0)
    await driver.evaluate(
      `(open('https://example.org/help'), open('file:///etc/passwd'), new Promise((done) => setTimeout(done, 300)))`,
    )
    expect(await factsOf(driver)).toMatchObject({
      questions: ['Open example.com outside Counterproof?', 'Open example.org outside Counterproof?'],
      openedOutside: ['https://example.org/help'],
      calls: expect.arrayContaining(['windowOpen deny']),
    })
  })

  test('[X2][X3] no permission, device or address beyond the program is given', async () => {
    const driver = await standIn(dataFolder())
    const names = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'usb',
      'serial',
      'hid',
      'openExternal',
      'clipboard-read',
      'display-capture',
    ]
    const given = await Promise.all(names.map((name) => driver.act('permission', name)))
    expect(given).toEqual(names.map(() => ({ granted: false, checked: false, device: false })))

    const urls = [
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'app://counterproof.evil.example/',
      'app://other/',
      'ws://example.com/',
    ]
    expect(await Promise.all(urls.map((url) => driver.act('isCancelled', url)))).toEqual(urls.map(() => true))
    expect(await driver.act('isCancelled', 'app://counterproof/assets/x.js')).toBe(false)
  })

  test('[X4] a frame of another origin, a nested frame and a frame that is gone get no port', async () => {
    const driver = await standIn(dataFolder())
    const frames = [
      { parent: null, url: 'https://evil.example/' },
      { parent: null, url: 'app://counterproof.evil.example/' },
      { parent: { url: 'app://counterproof/' }, url: 'app://counterproof/' },
    ]
    expect(await Promise.all(frames.map((frame) => driver.act('connectFrom', frame)))).toEqual(
      frames.map(() => ['closed']),
    )
    expect(await driver.act('connectFrom', { parent: null, url: 'app://counterproof/' })).toEqual([])
  })

  test('a second start brings the window to the front', async () => {
    const driver = await standIn(dataFolder())
    await driver.act('secondInstance')
    expect(Object(await factsOf(driver)).calls).toContain('focus')
  })

  test('[D14] a data folder in use is explained, and the program ends', async () => {
    const folder = dataFolder()
    await standIn(folder)
    const { driver, error } = await startStandIn(folder)
    expect(driver).toBeUndefined()
    expect(error).toMatch(/^Counterproof cannot start: .+ \(exit 1\)$/)
  })

  test.skipIf(process.platform === 'darwin')('closing the last window ends the program', async () => {
    const driver = await standIn(dataFolder())
    await driver.act('closeWindow')
    expect(await driver.ended).toBe(0)
  })
})

const binary = electronBinary()
describe.skipIf(binary === undefined)('[X1][X2][X4] the built shell on Electron', () => {
  test('serves, bridges and refuses as it should, and ends in order', async () => {
    const driver = await startElectron(binary ?? '', dataFolder())
    await checkShell(driver)
    expect(await driver.quit()).toBe(0)
  })
})
