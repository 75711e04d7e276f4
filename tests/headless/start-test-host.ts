import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExchangeLimits } from '#main/headless/frame-exchange.ts'
import { startHeadlessHost } from '#main/headless/headless-host.ts'
import { createTranslator } from '#main/platform/translate/translator.ts'
import { createFakeCore, noteContract } from '#tests/support/fake-core.ts'

export const localesFolder = resolve(import.meta.dirname, '../../resources/locales')

const page = `<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__" /><script type="module" src="/assets/index-abc.js"></script></head><body></body></html>`

/** A folder that looks like the built screens. */
export function makeScreens(): string {
  const folder = mkdtempSync(join(tmpdir(), 'screens-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'assets/index-abc.js'), 'document.body.dataset.ran = "yes"\n')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function startTestHost(limits?: ExchangeLimits) {
  const core = createFakeCore()
  const logged: string[] = []
  const host = await startHeadlessHost({
    core,
    contract: noteContract,
    version: '1.2.3',
    port: 0,
    rendererFolder: makeScreens(),
    translator: createTranslator(localesFolder),
    log: (line) => logged.push(line),
    ...(limits ? { limits } : {}),
  })
  onTestFinished(() => host.close())
  return { core, host, logged, token: await core.issueRunToken() }
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** A request with exactly these headers; fetch would not let a test forge Host or Origin. */
export function send(
  port: number,
  wish: { method?: string; path?: string; headers?: Record<string, string>; body?: string | Uint8Array },
): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: wish.method ?? 'GET',
        path: wish.path ?? '/',
        headers: wish.headers ?? {},
        agent: false,
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', fail)
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(wish.body)
  })
}

export const bodyOf = (answer: RawAnswer): unknown => JSON.parse(answer.body)

/** Headers of a script's POST. */
export function scripted(token: string, more: Record<string, string> = {}): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more }
}
