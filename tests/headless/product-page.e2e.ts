import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '#tests/support/chromium.ts'
import { hasTools } from '#tests/support/tools.ts'

const root = resolve(import.meta.dirname, '../..')

/** The built program over the real core. */
async function startProduct(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'product-page-'))
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/headless.js'), '--data', join(folder, 'shop'), '--port', '0', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((done) => child.once('exit', done))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const line = await new Promise<string>((done) => child.stdout.once('data', (part: Buffer) => done(part.toString())))
  return String(JSON.parse(line).url)
}

describe.skipIf(!hasTools('chromium'))('[X2] the product in a browser', () => {
  test('shows itself under its own policy without one violation, error or request elsewhere', async () => {
    const url = await startProduct()
    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    const found: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && found.push(message.text()))
    page.on('pageerror', (problem) => found.push(problem.message))
    page.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(url).host && !/^(data|blob):/.test(request.url()))
        found.push(`request to ${request.url()}`)
    })
    await page.goto(url)
    // A person who starts an empty shop sees something to press or to fill in.
    const something = page.locator('#root button, #root input').first()
    await something
      .waitFor({ timeout: 20_000 })
      .catch(async () => found.push(`nothing to press on: ${await page.textContent('body')}`))
    expect(found).toEqual([])
  })
})
