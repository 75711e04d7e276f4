import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { bodyOf, scripted, send, startTestHost } from './start-test-host.ts'

const key = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Bytes as they are, for what no client library would send. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', (part) => {
      answer += part.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

describe('[bad input 82] [X6] Host', () => {
  test('only this machine with this port is answered', async () => {
    const { host, token } = await startTestHost()
    const { port } = host
    const status = async (name: string) =>
      (await send(port, { method: 'POST', path: '/api/queries/note.list', headers: scripted(token, { host: name }) }))
        .status
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost',
      `127.0.0.1:${port + 1}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `127.0.0.1.nip.io:${port}`,
      `localhost.:${port}`,
      `localhost:${port}@evil.example`,
      `2130706433:${port}`,
      `127.1:${port}`,
      ' ',
    ]
    expect(await Promise.all(foreign.map(status))).toEqual(foreign.map(() => 403))
    expect(await Promise.all([`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`].map(status))).toEqual([
      200, 200, 200,
    ])
  })

  test('300 requests under foreign names, for every path and method, reach nothing', async () => {
    const { host, core, token } = await startTestHost()
    const names = [
      'rebind.example',
      '127.0.0.1.rebind.example',
      'rebind.127.0.0.1.sslip.example',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0',
      '0x7f000001',
      '017700000001',
      '127.000.000.001',
      '192.168.1.10',
      'localhost.localdomain',
      'xn--localhost-abc',
    ]
    const paths = [
      '/',
      '/ws',
      '/wire',
      '/events',
      '/api/openapi.json',
      '/api/commands/note.write',
      `/files/${'ab'.repeat(32)}`,
    ]
    const methods = ['GET', 'POST', 'HEAD', 'PUT']
    const wishes = names.flatMap((name) => paths.flatMap((path) => methods.map((method) => ({ name, path, method }))))
    expect(wishes.length).toBeGreaterThanOrEqual(300)
    const headers = (name: string) => {
      const own = `${name}:${host.port}`
      return scripted(token, {
        host: own,
        origin: `http://${own}`,
        cookie: `counterproof-${host.port}=${token}`,
        'idempotency-key': key,
      })
    }
    const statuses: number[] = []
    for (let at = 0; at < wishes.length; at += 20) {
      const some = wishes
        .slice(at, at + 20)
        .map(({ name, path, method }) => send(host.port, { method, path, headers: headers(name) }))
      statuses.push(...(await Promise.all(some)).map((each) => each.status))
    }
    expect(new Set(statuses)).toEqual(new Set([403]))
    expect(core.asked).toEqual([])
  })

  test('[bad input 82] a request with no Host, with two, or with an absolute address is refused', async () => {
    const { host } = await startTestHost()
    const own = `Host: 127.0.0.1:${host.port}\r\n`
    const answers = await Promise.all([
      raw(host.port, 'GET / HTTP/1.0\r\n\r\n'),
      raw(host.port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'),
      raw(host.port, `GET / HTTP/1.1\r\n${own}Host: evil.example\r\nConnection: close\r\n\r\n`),
      raw(host.port, `GET / HTTP/1.1\r\n${own}${own}Connection: close\r\n\r\n`),
      raw(host.port, `GET http://evil.example/ HTTP/1.1\r\n${own}Connection: close\r\n\r\n`),
      raw(host.port, `GET / HTTP/1.1\r\n${own}Connection: close\r\n\r\n`),
    ])
    expect(answers.map(statusOf)).toEqual([403, 400, 403, 403, 403, 200])
  })
})

describe('[bad input 82] [X6] Origin', () => {
  const post = (port: number, headers: Record<string, string>) =>
    send(port, {
      method: 'POST',
      path: '/api/queries/note.list',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    })

  test('a page of another origin is refused, with a cookie or with a token', async () => {
    const { host, core, token } = await startTestHost()
    const cookie = `counterproof-${host.port}=${token}`
    const foreign = [
      'null',
      'http://evil.example',
      `https://127.0.0.1:${host.port}`,
      `http://127.0.0.1:${host.port + 1}`,
      `http://localhost:${host.port}`,
      'file://',
    ]
    const answers = await Promise.all(
      foreign.flatMap((origin) => [
        post(host.port, { cookie, origin }),
        post(host.port, { authorization: `Bearer ${token}`, origin }),
      ]),
    )
    expect(answers.map((each) => [each.status, bodyOf(each)])).toEqual(
      answers.map(() => [
        403,
        { refusal: { code: 'permission.foreignOrigin' }, message: 'Another website may not call this station.' },
      ]),
    )
    expect(core.asked).toEqual([])
  })

  test('a cookie counts only with our own origin; a token needs none', async () => {
    const { host, token } = await startTestHost()
    const cookie = `counterproof-${host.port}=${token}`
    const answers = await Promise.all([
      post(host.port, { cookie }),
      post(host.port, { cookie, origin: `http://127.0.0.1:${host.port}` }),
      post(host.port, { cookie: `counterproof-${host.port + 1}=${token}`, origin: `http://127.0.0.1:${host.port}` }),
      post(host.port, { authorization: `Bearer ${token}` }),
    ])
    expect(answers.map((each) => each.status)).toEqual([403, 200, 401, 200])
  })

  test('what a browser calls cross-site or same-site is refused, but a link to a page is followed', async () => {
    const { host } = await startTestHost()
    const get = async (path: string, headers: Record<string, string>) =>
      (await send(host.port, { path, headers })).status
    expect(
      await Promise.all([
        get('/assets/index-abc.js', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'script' }),
        get('/events', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'empty' }),
        get('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }),
        get('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }),
        get('/assets/index-abc.js', { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'script' }),
      ]),
    ).toEqual([403, 403, 403, 200, 200])
  })

  test('no answer ever allows another origin', async () => {
    const { host, token } = await startTestHost()
    const own = `http://127.0.0.1:${host.port}`
    const answers = await Promise.all([
      send(host.port, {}),
      send(host.port, { path: '/api/openapi.json' }),
      post(host.port, { authorization: `Bearer ${token}`, origin: own }),
      send(host.port, {
        method: 'OPTIONS',
        path: '/api/queries/note.list',
        headers: { origin: own, 'access-control-request-method': 'POST' },
      }),
    ])
    expect(answers.map((each) => [each.status, each.headers['access-control-allow-origin']])).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
      [405, undefined],
    ])
  })
})

describe('[X6] methods', () => {
  test('nothing but GET, HEAD and POST is answered, and no GET changes anything', async () => {
    const { host, core, token } = await startTestHost()
    const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
    const answers = await Promise.all(
      methods.map((method) => send(host.port, { method, path: '/api/commands/note.write', headers: scripted(token) })),
    )
    expect(answers.map((each) => [each.status, each.headers.allow])).toEqual(
      methods.map(() => [405, 'GET, HEAD, POST']),
    )

    const get = await send(host.port, {
      path: '/api/commands/note.write',
      headers: scripted(token, { 'idempotency-key': key }),
    })
    expect([get.status, core.asked]).toEqual([404, []])
  })
})

describe('[bad input 82] [X6] WebSocket', () => {
  const open = (port: number, headers: Record<string, string>, path = '/ws'): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
      socket.on('unexpected-response', (_, answer) => {
        resolve(answer.statusCode ?? 0)
        socket.terminate()
      })
      socket.on('error', () => {})
      socket.on('open', () => {
        resolve(101)
        socket.close()
      })
    })

  test('opens only from our own page, with a session', async () => {
    const { host, token } = await startTestHost()
    const origin = `http://127.0.0.1:${host.port}`
    const cookie = `counterproof-${host.port}=${token}`
    const authorization = `Bearer ${token}`
    expect(
      await Promise.all([
        open(host.port, { cookie, origin }),
        open(host.port, { authorization, origin }),
        open(host.port, { authorization }),
        open(host.port, { cookie }),
        open(host.port, { cookie, origin: 'null' }),
        open(host.port, { cookie, origin: 'http://evil.example' }),
        open(host.port, { cookie, origin: `http://evil.example:${host.port}`, host: `evil.example:${host.port}` }),
        open(host.port, { cookie, origin, 'sec-fetch-site': 'same-site' }),
        open(host.port, { origin }),
        open(host.port, { origin, authorization: 'Bearer unknown' }),
        open(host.port, { cookie, origin }, '/other'),
      ]),
    ).toEqual([101, 101, 403, 403, 403, 403, 403, 403, 401, 401, 404])
  })
})
