import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { bodyOf, scripted, send, startTestHost } from './start-test-host.ts'

const key = '01890a5d-ac96-774b-bcce-b302099a8057'
const mebibyte = 1024 * 1024

function codeOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'refusal' in body ? Object(body.refusal).code : body
}

describe('[bad input 80] [80] JSON is read strictly', () => {
  const cases: readonly (readonly [string, string | Uint8Array, number, string])[] = [
    ['a key given twice', '{"text":"a","text":"b"}', 400, 'input.json.duplicateKey'],
    ['a key given twice in another spelling', String.raw`{"text":"a","\u0074ext":"b"}`, 400, 'input.json.duplicateKey'],
    ['a prototype key', '{"__proto__":{"x":1}}', 400, 'input.json.forbiddenKey'],
    ['a prototype key, nested', '{"text":{"constructor":{"prototype":{"x":1}}}}', 400, 'input.json.forbiddenKey'],
    ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'input.json.tooDeep'],
    ['a whole number above 2^53', '{"text":9007199254740993}', 400, 'input.json.unsafeNumber'],
    ['an endless number', '{"text":1e999}', 400, 'input.json.unsafeNumber'],
    ['something after the end', '{"text":"a"} x', 400, 'input.json.syntax'],
    ['a trailing comma', '{"text":"a",}', 400, 'input.json.syntax'],
    ['a byte order mark', '\ufeff{"text":"a"}', 400, 'input.json.syntax'],
    ['half a document', '{"text":"a', 400, 'input.json.syntax'],
    ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 415, 'input.mediaType'],
    ['a number for a text', '{"text":1}', 400, 'input.invalid'],
    ['a field nobody knows', '{"text":"a","admin":true}', 400, 'input.invalid'],
  ]

  test.each(cases)('%s is refused by name', async (_, body, status, code) => {
    const { host, core, token } = await startTestHost()
    const answer = await send(host.port, {
      method: 'POST',
      path: '/api/commands/note.write',
      headers: scripted(token, { 'idempotency-key': key }),
      body,
    })
    expect([answer.status, codeOf(bodyOf(answer))]).toEqual([status, code])
    expect(core.notes).toEqual([])
    expect(Object.prototype).not.toHaveProperty('x')
  })

  test('only JSON in UTF-8 is taken', async () => {
    const { host, token } = await startTestHost()
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      'application/jsonx',
    ]
    const answers = await Promise.all(
      types.map((type) =>
        send(host.port, {
          method: 'POST',
          path: '/api/queries/note.list',
          headers: scripted(token, { 'content-type': type }),
          body: '{}',
        }),
      ),
    )
    expect(answers.map((each) => each.status)).toEqual(types.map(() => 415))
  })
})

describe('[85] limits', () => {
  test('a body of more than 1 MiB is refused, announced or not', async () => {
    const { host, core, token } = await startTestHost()
    const text = `{"text":"${'x'.repeat(mebibyte)}"}`
    const path = '/api/commands/note.write'
    const headers = scripted(token, { 'idempotency-key': key })
    const announced = await send(host.port, {
      method: 'POST',
      path,
      headers: { ...headers, 'content-length': String(text.length) },
      body: text,
    })
    const streamed = await send(host.port, {
      method: 'POST',
      path,
      headers: { ...headers, 'transfer-encoding': 'chunked' },
      body: text,
    })
    expect([announced.status, codeOf(bodyOf(announced))]).toEqual([413, 'input.tooLarge'])
    expect([streamed.status, codeOf(bodyOf(streamed))]).toEqual([413, 'input.tooLarge'])
    expect(core.asked).toEqual([])
  })

  test('a body of just under 1 MiB reaches the parser', async () => {
    const { host, token } = await startTestHost()
    const answer = await send(host.port, {
      method: 'POST',
      path: '/api/commands/note.write',
      headers: scripted(token, { 'idempotency-key': key }),
      body: `{"text":"${'x'.repeat(mebibyte - 100)}"}`,
    })
    expect([answer.status, codeOf(bodyOf(answer))]).toEqual([400, 'input.invalid'])
  })

  test('headers beyond 16 KiB are refused', async () => {
    const { host } = await startTestHost()
    const answer = await send(host.port, { headers: { 'x-long': 'x'.repeat(20_000) } })
    expect(answer.status).toBe(431)
  })

  test('a client that sends its headers a byte at a time is cut off, and others are served meanwhile', async () => {
    const { host } = await startTestHost()
    const started = performance.now()
    const slow = connect(host.port, '127.0.0.1', () => slow.write('GET / HTTP/1.1\r\n'))
    const drip = setInterval(() => slow.write('a'), 500)
    const ended = new Promise<void>((resolve) => slow.on('close', () => resolve()))
    slow.on('error', () => {})
    slow.resume()
    expect((await send(host.port, {})).status).toBe(200)
    await ended
    clearInterval(drip)
    expect(performance.now() - started).toBeLessThan(16_000)
  }, 20_000)
})
