import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bodyOf, scripted, send, startTestHost } from './start-test-host.ts'

const key = '01890a5d-ac96-774b-bcce-b302099a8057'
const write = (port: number, token: string, text: string, headers: Record<string, string>) =>
  send(port, {
    method: 'POST',
    path: '/api/commands/note.write',
    headers: scripted(token, headers),
    body: JSON.stringify({ text }),
  })

describe('commands', () => {
  test('[W8] the same Idempotency-Key is carried out once and answered as a replay', async () => {
    const { core, host, token } = await startTestHost()
    const first = await write(host.port, token, 'ink', { 'idempotency-key': key })
    const again = await write(host.port, token, 'ink', { 'idempotency-key': key.toUpperCase() })

    expect([first.status, bodyOf(first), first.headers['idempotent-replay']]).toEqual([200, { number: 1 }, undefined])
    expect([again.status, bodyOf(again), again.headers['idempotent-replay']]).toEqual([200, { number: 1 }, 'true'])
    expect(core.notes).toEqual(['ink'])
  })

  test('[W8] the same key with another body is a conflict', async () => {
    const { core, host, token } = await startTestHost()
    await write(host.port, token, 'ink', { 'idempotency-key': key })
    const other = await write(host.port, token, 'paper', { 'idempotency-key': key })
    expect([other.status, bodyOf(other)]).toMatchObject([409, { refusal: { code: 'command.idReused' } }])
    expect(core.notes).toEqual(['ink'])
  })

  test('[W8] a command without a key, or with one that is no UUID, is refused with an explanation and not carried out', async () => {
    const { core, host, token } = await startTestHost()
    const without = await write(host.port, token, 'ink', {})
    expect([without.status, bodyOf(without)]).toEqual([
      400,
      {
        refusal: { code: 'input.idempotencyKeyMissing' },
        message: expect.stringContaining('Idempotency-Key with a UUID'),
      },
    ])
    const malformed = await write(host.port, token, 'ink', { 'idempotency-key': 'order-1' })
    expect([malformed.status, bodyOf(malformed)]).toMatchObject([
      400,
      { refusal: { code: 'input.idempotencyKeyMalformed' } },
    ])
    expect(core.notes).toEqual([])
  })

  test('a key in the quotes of a structured header is the same key', async () => {
    const { core, host, token } = await startTestHost()
    await write(host.port, token, 'ink', { 'idempotency-key': `"${key}"` })
    expect(core.asked.map((each) => each.frame.commandId)).toEqual([key])
  })
})

describe('answers', () => {
  const ask = (port: number, path: string, headers: Record<string, string>) =>
    send(port, { method: 'POST', path: `/api/${path}`, headers, body: '{}' })

  test('each kind of no has its status, its code and its sentence', async () => {
    const { host, token } = await startTestHost()
    const command = scripted(token, { 'idempotency-key': key })
    const outcomes = await Promise.all([
      ask(host.port, 'queries/note.list', { 'content-type': 'application/json' }),
      ask(host.port, 'queries/note.list', scripted('unknown-token')),
      ask(host.port, 'queries/note.secret', scripted(token)),
      ask(host.port, 'queries/note.write', scripted(token)),
      ask(host.port, 'queries/toString', scripted(token)),
      ask(host.port, 'other/note.list', scripted(token)),
      ask(host.port, 'commands/note.write', command),
      ask(host.port, 'commands/note.burn', command),
      ask(host.port, 'commands/note.break', command),
    ])
    const refused = z.object({ refusal: z.object({ code: z.string() }), message: z.string().min(10) })
    expect(outcomes.map((each) => [each.status, refused.parse(bodyOf(each)).refusal.code])).toEqual([
      [401, 'auth.required'],
      [401, 'auth.required'],
      [403, 'permission.missing'],
      [404, 'notFound.procedure'],
      [404, 'notFound.procedure'],
      [404, 'notFound.page'],
      [400, 'input.invalid'],
      [422, 'note.doesNotBurn'],
      [500, 'fault.internal'],
    ])
    expect(bodyOf(outcomes[8] ?? outcomes[0])).toMatchObject({ refusal: { params: { reference: 'abc123' } } })
  })

  test('the sentence is in the language of Accept-Language', async () => {
    const { host, token } = await startTestHost()
    const answer = await ask(
      host.port,
      'queries/no.such',
      scripted(token, { 'accept-language': 'pt, nl;q=0.8, en;q=0.5' }),
    )
    expect(bodyOf(answer)).toEqual({
      refusal: { code: 'notFound.procedure', params: { name: 'no.such' } },
      message: 'Er is geen actie met de naam "no.such". De lijst staat op /api/openapi.json.',
    })
    expect(answer.headers['content-language']).toBe('nl')
  })

  test('a query and a local action need no key, and an absent body is an empty input', async () => {
    const { host, token } = await startTestHost()
    const bare = { authorization: `Bearer ${token}` }
    const list = await send(host.port, { method: 'POST', path: '/api/queries/note.list', headers: bare })
    const me = await send(host.port, { method: 'POST', path: '/api/actions/session.whoAmI', headers: bare })
    expect([list.status, bodyOf(list), me.status, bodyOf(me)]).toEqual([200, { notes: [] }, 200, { name: 'Ada' }])
  })

  test('a core that does not answer is a 504 after the time limit, and the place is free again', async () => {
    const { core, host, token } = await startTestHost({
      answerWithinMs: 50,
      keepConnectionMs: 30,
      waitingPerSession: 1,
    })
    const late = await ask(host.port, 'queries/note.never', scripted(token))
    expect([late.status, bodyOf(late)]).toMatchObject([504, { refusal: { code: 'wire.timeout' } }])
    expect((await ask(host.port, 'queries/note.list', scripted(token))).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(core.openConnections()).toBe(0)
  })

  test('more questions at once than a session may have are told to wait', async () => {
    const { host, token } = await startTestHost({ answerWithinMs: 300, keepConnectionMs: 30, waitingPerSession: 1 })
    const first = ask(host.port, 'queries/note.never', scripted(token))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const second = await ask(host.port, 'queries/note.list', scripted(token))
    expect([second.status, (await first).status]).toEqual([429, 504])
  })
})

describe('the description', () => {
  test('is valid OpenAPI 3.1 and names every procedure with its parsers', async () => {
    const { host } = await startTestHost()
    const answer = await send(host.port, { path: '/api/openapi.json', headers: { host: `127.0.0.1:${host.port}` } })
    const document = z.looseObject({ paths: z.record(z.string(), z.unknown()) }).parse(bodyOf(answer))
    expect(await new Validator().validate(document)).toEqual({ valid: true })
    expect(Object.keys(document.paths)).toEqual([
      '/commands/note.write',
      '/commands/note.break',
      '/commands/note.burn',
      '/queries/note.list',
      '/queries/note.secret',
      '/queries/note.never',
      '/actions/session.whoAmI',
    ])
    expect(document).toMatchObject({
      openapi: '3.1.0',
      components: {
        schemas: {
          'note.write.input': {
            type: 'object',
            properties: { text: { type: 'string', minLength: 1, maxLength: 200 } },
            required: ['text'],
            additionalProperties: false,
          },
        },
      },
    })
  })
})
