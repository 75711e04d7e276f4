import { describe, expect, test } from 'vitest'
import type { Carrier, CarrierEvents, OpenCarrier } from '#renderer/client/wire/carrier.ts'
import { httpCarrier } from '#renderer/client/wire/http-carrier.ts'
import { webCarrier } from '#renderer/client/wire/web-carrier.ts'
import { startTestHost } from '#tests/headless/start-test-host.ts'

const commandId = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Notes what a carrier says, in order. */
function notebook() {
  const said: unknown[] = []
  const events: CarrierEvents = {
    onOpen: () => said.push('open'),
    onFrame: (frame) => said.push(frame),
    onEnd: (why) => said.push(`end: ${why}`),
  }
  const until = async (count: number): Promise<unknown[]> => {
    while (said.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
    return said
  }
  return { said, events, until }
}

/** Plain HTTP as a page of the host would use it. */
const fetchOf =
  (url: string, token: string): typeof fetch =>
  (path, init) =>
    fetch(`${url}${String(path)}`, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), authorization: `Bearer ${token}` },
    })

describe('plain HTTP', () => {
  test('carries commands, answers and announcements as the socket does', async () => {
    const { host, token } = await startTestHost()
    const { events, until } = notebook()
    const carrier = httpCarrier(fetchOf(host.url, token))(events)
    await until(1)
    carrier.send({ id: 3, do: 'command', name: 'note.write', input: { text: 'ink' }, commandId })
    const said = await until(3)
    expect(said[0]).toBe('open')
    expect(said).toContainEqual({ announce: { entities: { note: ['1'] }, local: [] } })
    expect(said).toContainEqual({ id: 3, ok: true, result: { number: 1 } })
    carrier.close()
    expect((await until(4)).at(-1)).toBe('end: lost')
  })

  test('a refusal of the host itself answers the frame that it refuses', async () => {
    const { host, token } = await startTestHost()
    const { events, until } = notebook()
    const carrier = httpCarrier(fetchOf(host.url, token))(events)
    await until(1)
    carrier.send({ id: 4, do: 'query', name: 'note.list', input: 'x'.repeat(1024 * 1024) })
    expect((await until(2))[1]).toEqual({
      id: 4,
      ok: false,
      refusal: { code: 'input.tooLarge', params: { limit: 1048576 } },
    })
    carrier.close()
  })

  test('an unknown session ends as signed out, a host that is gone as lost', async () => {
    const { host, token } = await startTestHost()
    const stranger = notebook()
    httpCarrier(fetchOf(host.url, 'unknown'))(stranger.events)
    expect(await stranger.until(1)).toEqual(['end: signedOut'])

    const known = notebook()
    httpCarrier(fetchOf(host.url, token))(known.events)
    await known.until(1)
    await host.close()
    expect(await known.until(2)).toEqual(['open', 'end: lost'])
  })
})

describe('socket or HTTP', () => {
  /** A carrier that does at once what the list says, one entry per opening. */
  function scripted(acts: ((events: CarrierEvents) => void)[]): OpenCarrier & { opened: number } {
    const open = Object.assign(
      (events: CarrierEvents): Carrier => {
        const act = acts[open.opened]
        open.opened += 1
        queueMicrotask(() => act?.(events))
        return { send: () => {}, close: () => queueMicrotask(() => events.onEnd('lost')) }
      },
      { opened: 0 },
    )
    return open
  }
  const ends = (why: 'lost' | 'signedOut') => (events: CarrierEvents) => events.onEnd(why)
  const opens = (events: CarrierEvents) => events.onOpen()

  test('a socket that opens is used, and HTTP is never asked', async () => {
    const http = scripted([])
    const { events, until } = notebook()
    webCarrier(scripted([opens]), http)(events)
    expect([await until(1), http.opened]).toEqual([['open'], 0])
  })

  test('a socket that does not open is explained by HTTP: signed out, or gone', async () => {
    for (const why of ['signedOut', 'lost'] as const) {
      const { events, until } = notebook()
      webCarrier(scripted([ends('lost')]), scripted([ends(why)]))(events)
      expect(await until(1)).toEqual([`end: ${why}`])
    }
  })

  test('one refused socket beside working HTTP is tried again; after the second HTTP stays', async () => {
    const socket = scripted([ends('lost'), ends('lost')])
    const http = scripted([opens, opens, opens])
    const open = webCarrier(socket, http)
    const said: unknown[] = []
    for (const _ of [1, 2, 3]) {
      const { events, until } = notebook()
      open(events)
      said.push(...(await until(1)))
    }
    expect(said).toEqual(['end: lost', 'open', 'open'])
    expect([socket.opened, http.opened]).toEqual([2, 3])
  })
})
