import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scripted, send, startTestHost } from './start-test-host.ts'

describe('signing a browser in', () => {
  test('[X9] a code works once and leaves a cookie that scripts and other sites cannot use', async () => {
    const { core, host } = await startTestHost()
    const code = await core.issueEntryCode()
    const enter = () => send(host.port, { path: `/enter?code=${code}` })
    const first = await enter()
    expect([first.status, first.headers.location, first.headers['referrer-policy']]).toEqual([303, '/', 'no-referrer'])
    const cookie = String(first.headers['set-cookie'])
    expect(cookie).toMatch(new RegExp(`^counterproof-${host.port}=session-\\d{40}; Path=/; HttpOnly; SameSite=Strict$`))

    const second = await enter()
    expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined])
    expect(second.body).toContain('has been used or has expired')
    expect((await send(host.port, { path: '/enter', headers: { 'accept-language': 'pl' } })).body).toContain(
      'Ten odnośnik już nie działa',
    )
  })
})

describe('[X2] the screens', () => {
  test('the page has a policy without inline scripts and a nonce of its own per load', async () => {
    const { host } = await startTestHost()
    const nonceOf = async () => {
      const answer = await send(host.port, {})
      const policy = String(answer.headers['content-security-policy'])
      const nonce = /'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)?.[1] ?? ''
      expect(answer.body).toContain(`nonce="${nonce}"`)
      expect(answer.body).not.toContain('__CSP_NONCE__')
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
      expect(policy).not.toMatch(/unsafe-(inline|eval)/)
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
      })
      return nonce
    }
    const [one, other] = [await nonceOf(), await nonceOf()]
    expect(one).toHaveLength(24)
    expect(one).not.toBe(other)
  })

  test('assets keep for ever, by their type', async () => {
    const { host } = await startTestHost()
    const answer = await send(host.port, { path: '/assets/index-abc.js?x=1' })
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
  })

  test('200 spellings of a way out of the folder lead nowhere', async () => {
    const { host } = await startTestHost()
    const ups = ['..', '%2e%2e', '.%2e', '%2e.', '..%00', '..;', '....', '%252e%252e', '%c0%ae%c0%ae', '．．']
    const slashes = ['/', '%2f', '\\', '%5c', '//']
    const targets = ['package.json', 'etc/passwd', 'index.html%00.png', 'C:\\windows\\win.ini']
    const paths = ups.flatMap((up) =>
      slashes.flatMap((slash) => targets.map((target) => `/assets/${up}${slash}${up}${slash}${target}`)),
    )
    expect(paths).toHaveLength(200)
    const statuses = await Promise.all(
      paths.map(
        async (path) => (await send(host.port, { path: path.replace(/[^\x21-\x7e]/g, encodeURIComponent) })).status,
      ),
    )
    // Some spellings are no address at all.
    expect(statuses.filter((each) => each !== 404 && each !== 400)).toEqual([])
    expect(statuses).toContain(404)
  })
})

describe('stored files', () => {
  const hash = 'ab'.repeat(32)

  async function hostWithFile(mediaType: string, bytes: string) {
    const started = await startTestHost()
    const folder = mkdtempSync(join(tmpdir(), 'stored-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'stored')
    writeFileSync(path, bytes)
    started.core.keepFile(hash, { path, mediaType, size: bytes.length })
    const get = (query = '', headers: Record<string, string> = {}) =>
      send(started.host.port, { path: `/files/${hash}${query}`, headers: scripted(started.token, headers) })
    return { ...started, get }
  }

  test('a picture or PDF is shown, unguessed and only to whoever may see it', async () => {
    const { get, host } = await hostWithFile('application/pdf', '%PDF-1.7')
    const answer = await get()
    expect([answer.status, answer.body]).toEqual([200, '%PDF-1.7'])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
      'content-length': '8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${hash}"`,
    })
    expect((await send(host.port, { path: `/files/${hash}` })).status).toBe(401)
    expect((await send(host.port, { path: `/files/${hash}`, headers: scripted('unknown') })).status).toBe(404)
  })

  test('[50] what could run in our origin is only saved', async () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript']) {
      const { get } = await hostWithFile(type, '<script>1</script>')
      const { headers } = await get()
      expect([headers['content-type'], headers['content-disposition']]).toEqual([
        'application/octet-stream',
        `attachment; filename="abababababab"; filename*=UTF-8''abababababab`,
      ])
    }
  })

  test('[bad input 47] [47] a name to save under cannot break out of the header or the folder', async () => {
    const { get } = await hostWithFile('application/pdf', 'x')
    const { headers } = await get(`?name=${encodeURIComponent('../"x"\r\nSet-Cookie: a=b;/Żółć\u202e.pdf')}`)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toBe(
      `attachment; filename="..__x___Set-Cookie_ a=b;______.pdf"; filename*=UTF-8''..__x___Set-Cookie_%20a%3Db%3B_%C5%BB%C3%B3%C5%82%C4%87_.pdf`,
    )
  })

  test('a part can be asked for', async () => {
    const { get } = await hostWithFile('application/pdf', '0123456789')
    const part = await get('', { range: 'bytes=2-4' })
    const tail = await get('', { range: 'bytes=-3' })
    const outside = await get('', { range: 'bytes=20-' })
    expect([part.status, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10'])
    expect([tail.status, tail.body]).toEqual([206, '789'])
    expect([outside.status, outside.headers['content-range']]).toEqual([416, 'bytes */10'])
  })

  test('[52] a file that is gone from the disk is said to be missing', async () => {
    const { core, host, token } = await startTestHost()
    core.keepFile(hash, { path: join(tmpdir(), 'gone-for-good'), mediaType: 'application/pdf', size: 1 })
    expect((await send(host.port, { path: `/files/${hash}`, headers: scripted(token) })).status).toBe(404)
  })

  test('an address that is no hash is no file', async () => {
    const { host, token } = await startTestHost()
    const paths = [
      '/files/',
      '/files/../../etc/passwd',
      `/files/${hash.slice(1)}`,
      `/files/${hash}0`,
      `/files/${hash.toUpperCase()}`,
    ]
    const statuses = await Promise.all(
      paths.map(async (path) => (await send(host.port, { path, headers: scripted(token) })).status),
    )
    expect(statuses).toEqual(paths.map(() => 404))
  })
})
