import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ServerFrame } from '#shared/kernel/contract.ts'
import { bodyOf, send, startTestHost } from './start-test-host.ts'

const key = '01890a5d-ac96-774b-bcce-b302099a8057'

async function openSocket(port: number, token: string) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
    headers: { authorization: `Bearer ${token}`, origin: `http://127.0.0.1:${port}` },
  })
  const heard: ServerFrame[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  socket.on('error', () => {})
  await new Promise<void>((resolve) => socket.on('open', () => resolve()))
  const until = async (count: number): Promise<ServerFrame[]> => {
    while (heard.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
    return heard
  }
  return { socket, closed, until }
}

describe('the WebSocket', () => {
  test('answers each frame under its id and announces what changed', async () => {
    const { host, token } = await startTestHost()
    const { socket, until } = await openSocket(host.port, token)
    socket.send(JSON.stringify({ id: 7, do: 'command', name: 'note.write', input: { text: 'ink' }, commandId: key }))
    socket.send(JSON.stringify({ id: 8, do: 'query', name: 'note.list', input: {} }))
    expect(await until(3)).toEqual([
      { announce: { entities: { note: ['1'] }, local: [] } },
      { id: 7, ok: true, result: { number: 1 } },
      { id: 8, ok: true, result: { notes: ['ink'] } },
    ])
    socket.close()
  })

  test.each([
    ['no JSON', 'hello'],
    ['a frame with an unknown field', '{"id":1,"do":"query","name":"note.list","input":{},"as":"admin"}'],
    ['a kind that does not exist', '{"id":1,"do":"sql","name":"note.list","input":{}}'],
    ['a command without its id', '{"id":1,"do":"command","name":"note.write","input":{}}'],
    ['a query with a command id', `{"id":1,"do":"query","name":"note.list","input":{},"commandId":"${key}"}`],
    ['an id that is no whole number', '{"id":1.5,"do":"query","name":"note.list","input":{}}'],
    ['a name with a path in it', '{"id":1,"do":"query","name":"../note","input":{}}'],
    ['a prototype key in the input', '{"id":1,"do":"query","name":"note.list","input":{"__proto__":{}}}'],
    ['a list', '[]'],
  ])('[X4] %s ends the connection and reaches nobody', async (_, message) => {
    const { core, host, token } = await startTestHost()
    const { socket, closed } = await openSocket(host.port, token)
    socket.send(message)
    expect(await closed).toBe(4400)
    expect(core.asked).toEqual([])
  })

  test('[X4] a message in binary or of more than 1 MiB ends the connection', async () => {
    const { core, host, token } = await startTestHost()
    const binary = await openSocket(host.port, token)
    binary.socket.send(Buffer.from('{"id":1,"do":"query","name":"note.list","input":{}}'))
    const large = await openSocket(host.port, token)
    large.socket.send(JSON.stringify({ id: 1, do: 'query', name: 'note.list', input: 'x'.repeat(1024 * 1024) }))
    expect(await Promise.all([binary.closed, large.closed])).toEqual([4400, 1009])
    expect(core.asked).toEqual([])
  })

  test('[X9] a session that has ended ends its connection', async () => {
    const { core, host, token } = await startTestHost()
    const { socket, closed, until } = await openSocket(host.port, token)
    core.endSession(token)
    socket.send(JSON.stringify({ id: 1, do: 'query', name: 'note.list', input: {} }))
    expect(await until(1)).toEqual([{ id: 1, ok: false, refusal: { code: 'auth.noSession' } }])
    expect(await closed).toBe(4401)
    expect(core.openConnections()).toBe(0)
  })

  test('leaving closes the connection to the core', async () => {
    const { core, host, token } = await startTestHost()
    const { socket, closed } = await openSocket(host.port, token)
    expect(core.openConnections()).toBe(1)
    socket.close()
    await closed
    await expect.poll(() => core.openConnections()).toBe(0)
  })
})

describe('the wire over plain HTTP', () => {
  const page = (port: number, token: string) => ({
    cookie: `counterproof-${port}=${token}`,
    origin: `http://127.0.0.1:${port}`,
    'content-type': 'application/json',
  })

  test('one frame is one answer', async () => {
    const { host, token } = await startTestHost()
    const answer = await send(host.port, {
      method: 'POST',
      path: '/wire',
      headers: page(host.port, token),
      body: JSON.stringify({ id: 41, do: 'query', name: 'note.list', input: {} }),
    })
    expect([answer.status, bodyOf(answer)]).toEqual([200, { id: 41, ok: true, result: { notes: [] } }])
  })

  test('a broken frame is a 400, an unknown session a 401', async () => {
    const { host, token } = await startTestHost()
    const post = (headers: Record<string, string>, body: string) =>
      send(host.port, { method: 'POST', path: '/wire', headers, body })
    const broken = await post(page(host.port, token), '{"id":1}')
    const unknown = await post(page(host.port, 'unknown'), '{"id":1,"do":"query","name":"note.list","input":{}}')
    expect([broken.status, bodyOf(broken)]).toMatchObject([400, { refusal: { code: 'input.frame' } }])
    expect([unknown.status, bodyOf(unknown)]).toMatchObject([401, { refusal: { code: 'auth.required' } }])
  })

  test('announcements come as server-sent events and end with the listener', async () => {
    const { core, host, token } = await startTestHost()
    const leaving = new AbortController()
    const events = await fetch(`${host.url}/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    })
    expect(events.headers.get('content-type')).toBe('text/event-stream')
    await send(host.port, {
      method: 'POST',
      path: '/wire',
      headers: page(host.port, token),
      body: JSON.stringify({ id: 1, do: 'command', name: 'note.write', input: { text: 'ink' }, commandId: key }),
    })
    const text = new TextDecoder()
    let heard = ''
    for await (const part of events.body ?? []) {
      heard += text.decode(part)
      if (heard.includes('announce')) break
    }
    expect(heard).toContain('data: {"announce":{"entities":{"note":["1"]},"local":[]}}\n\n')
    leaving.abort()
    await expect.poll(() => core.openConnections()).toBe(1)
  })

  test('listening needs a session', async () => {
    const { host } = await startTestHost()
    expect((await send(host.port, { path: '/events' })).status).toBe(401)
  })
})
