import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pauseBefore } from '#renderer/client/wire/back-off.ts'
import type { CarrierEvents } from '#renderer/client/wire/carrier.ts'
import { createWireClient, WireGone, type WireState } from '#renderer/client/wire/wire-client.ts'
import type { Announcement, ClientFrame, Reply } from '#shared/kernel/contract.ts'

const commandId = '01890a5d-ac96-774b-bcce-b302099a8057'
const done: Reply = { ok: true, result: 'done' }

/** A wire whose connections and clock the test holds in its hand. */
function startWire() {
  const carriers: { events: CarrierEvents; sent: ClientFrame[]; isClosed: boolean }[] = []
  const timers = new Set<{ at: number; action: () => void }>()
  let time = 1_000
  const wire = createWireClient({
    now: () => time,
    random: () => 1,
    later: (ms, action) => {
      const timer = { at: time + ms, action }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    open: (events) => {
      const carrier = { events, sent: [] as ClientFrame[], isClosed: false }
      carriers.push(carrier)
      return {
        send: (frame) => carrier.sent.push(frame),
        close: () => {
          carrier.isClosed = true
        },
      }
    },
  })
  const pass = (ms: number): void => {
    time += ms
    for (const timer of [...timers].filter((each) => each.at <= time)) {
      timers.delete(timer)
      timer.action()
    }
  }
  const latest = () => {
    const carrier = carriers.at(-1)
    if (!carrier) throw new Error('nothing was opened')
    return carrier
  }
  const states: WireState[] = []
  wire.onState((state) => states.push(state))
  return { wire, carriers, latest, pass, states, timers }
}

describe('answers', () => {
  test('come to whoever asked, in whatever order', async () => {
    const { wire, latest } = startWire()
    latest().events.onOpen()
    const one = wire.call('query', 'note.list', { page: 1 })
    const two = wire.call('query', 'note.list', { page: 2 })
    expect(latest().sent).toEqual([
      { id: 1, do: 'query', name: 'note.list', input: { page: 1 } },
      { id: 2, do: 'query', name: 'note.list', input: { page: 2 } },
    ])
    latest().events.onFrame({ id: 2, ok: true, result: 'second' })
    latest().events.onFrame({ id: 9, ok: true, result: 'nobody asked' })
    latest().events.onFrame({ id: 1, ok: false, refusal: { code: 'note.hidden' } })
    expect(await Promise.all([one, two])).toEqual([
      { ok: false, refusal: { code: 'note.hidden' } },
      { ok: true, result: 'second' },
    ])
  })

  test('what is asked before the connection stands is sent when it does', async () => {
    const { wire, latest } = startWire()
    const asked = wire.call('query', 'note.list', {})
    expect(latest().sent).toEqual([])
    latest().events.onOpen()
    latest().events.onFrame({ id: 1, ...done })
    expect(await asked).toEqual(done)
  })

  test('no answer within its time is said, and a connection on which nothing was heard is given up', async () => {
    const { wire, carriers, latest, pass } = startWire()
    latest().events.onOpen()
    const asked = wire.call('query', 'note.list', {})
    pass(30_000)
    await expect(asked).rejects.toEqual(new WireGone('late'))
    expect([carriers[0]?.isClosed, wire.state().is]).toEqual([true, 'lost'])
    // The dead connection's own end comes late and is not a second loss.
    carriers[0]?.events.onEnd('lost')
    pass(250)
    expect(carriers).toHaveLength(2)
  })

  test('a slow report does not end a connection that is alive', async () => {
    const { wire, latest, pass } = startWire()
    latest().events.onOpen()
    const asked = wire.call('query', 'report.slow', {})
    pass(20_000)
    latest().events.onFrame({ announce: { entities: {}, local: ['printer'] } })
    pass(10_000)
    await expect(asked).rejects.toEqual(new WireGone('late'))
    expect(wire.state()).toEqual({ is: 'open' })
  })
})

describe('[W8] after a lost connection', () => {
  test('an unanswered command goes again under the same id, a question too, a local action never', async () => {
    const { wire, carriers, latest, pass } = startWire()
    latest().events.onOpen()
    const answered = wire.call('command', 'note.write', { text: 'a' }, commandId)
    latest().events.onFrame({ id: 1, ...done })
    await answered
    const command = wire.call('command', 'note.write', { text: 'b' }, commandId)
    const question = wire.call('query', 'note.list', {})
    const local = wire.call('local', 'file.append', {})
    latest().events.onEnd('lost')
    await expect(local).rejects.toEqual(new WireGone('lost'))

    pass(250)
    expect(carriers).toHaveLength(2)
    latest().events.onOpen()
    expect(latest().sent).toEqual([
      { id: 2, do: 'command', name: 'note.write', input: { text: 'b' }, commandId },
      { id: 3, do: 'query', name: 'note.list', input: {} },
    ])
    latest().events.onFrame({ id: 2, ok: true, result: 'once', replayed: true })
    latest().events.onFrame({ id: 3, ...done })
    expect(await command).toEqual({ ok: true, result: 'once', replayed: true })
    expect(await question).toEqual(done)
  })

  test('a local action asked during the gap is sent once the connection is back', async () => {
    const { wire, latest, pass } = startWire()
    latest().events.onEnd('lost')
    const local = wire.call('local', 'session.signIn', {})
    pass(250)
    latest().events.onOpen()
    latest().events.onFrame({ id: 1, ...done })
    expect(await local).toEqual(done)
  })

  test('what the host could not read is not said again', async () => {
    const { wire, latest, pass } = startWire()
    latest().events.onOpen()
    const command = wire.call('command', 'note.write', {}, commandId)
    latest().events.onEnd('misunderstood')
    await expect(command).rejects.toEqual(new WireGone('misunderstood'))
    pass(250)
    latest().events.onOpen()
    expect(latest().sent).toEqual([])
  })

  test('screens hear that they may have missed something, but not at the first connection', () => {
    const { wire, latest, pass } = startWire()
    const heard: string[] = []
    wire.onResumed(() => heard.push('resumed'))
    latest().events.onOpen()
    expect(heard).toEqual([])
    latest().events.onEnd('lost')
    pass(250)
    latest().events.onOpen()
    expect(heard).toEqual(['resumed'])
  })
})

describe('the state that screens show', () => {
  test('goes from connecting over open and lost to open, with the moment of the next attempt', () => {
    const { wire, latest, pass, states } = startWire()
    expect(wire.state()).toEqual({ is: 'connecting' })
    latest().events.onOpen()
    latest().events.onEnd('lost')
    pass(250)
    latest().events.onEnd('lost')
    pass(500)
    latest().events.onOpen()
    expect(states).toEqual([
      { is: 'open' },
      { is: 'lost', since: 1_000, retryAt: 1_250 },
      { is: 'lost', since: 1_000, retryAt: 1_750 },
      { is: 'open' },
    ])
  })

  test('a session the station does not know ends all waiting and tries no more', async () => {
    const { wire, carriers, latest, pass } = startWire()
    const waiting = wire.call('command', 'note.write', {}, commandId)
    latest().events.onEnd('signedOut')
    await expect(waiting).rejects.toEqual(new WireGone('signedOut'))
    await expect(wire.call('query', 'note.list', {})).rejects.toEqual(new WireGone('signedOut'))
    pass(60_000)
    expect([wire.state().is, carriers.length]).toEqual(['signedOut', 1])
  })

  test('a person who comes back does not wait for the pause', () => {
    const { wire, carriers, latest, pass } = startWire()
    latest().events.onEnd('lost')
    wire.retryNow()
    wire.retryNow()
    expect(carriers).toHaveLength(2)
    pass(10_000)
    expect(carriers).toHaveLength(2)
  })

  test('closing ends everything and leaves no timer behind', async () => {
    const { wire, carriers, latest, timers } = startWire()
    latest().events.onOpen()
    const waiting = wire.call('query', 'note.list', {})
    wire.close()
    await expect(waiting).rejects.toEqual(new WireGone('closed'))
    expect([carriers[0]?.isClosed, timers.size]).toEqual([true, 0])
  })
})

test('announcements reach every listener until it leaves', () => {
  const { wire, latest } = startWire()
  const heard: [string, Announcement][] = []
  wire.onAnnouncement((news) => heard.push(['one', news]))
  const leave = wire.onAnnouncement((news) => heard.push(['two', news]))
  const first = { entities: { note: ['1'] }, local: [] }
  const second = { entities: {}, local: ['printer'] }
  latest().events.onFrame({ announce: first })
  leave()
  latest().events.onFrame({ announce: second })
  expect(heard).toEqual([
    ['one', first],
    ['two', first],
    ['one', second],
  ])
})

test('whatever is lost when, each command is answered by the first answer to its id and never sent under another', async () => {
  const step = fc.constantFrom('open', 'lose', 'answer', 'ask' as const)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const { wire, carriers, latest, pass } = startWire()
      const asked: Promise<Reply>[] = []
      let isOpen = false
      const answerAll = (): void => {
        for (const frame of [...latest().sent])
          latest().events.onFrame({ id: frame.id, ok: true, result: frame.commandId })
      }
      for (const each of steps) {
        if (each === 'open' && !isOpen && wire.state().is !== 'open') {
          pass(10_000)
          latest().events.onOpen()
          isOpen = true
        } else if (each === 'lose' && isOpen) {
          latest().events.onEnd('lost')
          isOpen = false
        } else if (each === 'answer' && isOpen) answerAll()
        else if (each === 'ask') asked.push(wire.call('command', 'note.write', {}, `id-${asked.length}`))
      }
      if (!isOpen) {
        pass(10_000)
        latest().events.onOpen()
      }
      answerAll()
      const replies = await Promise.all(asked)
      expect(replies).toEqual(asked.map((_, place) => ({ ok: true, result: `id-${place}` })))
      const idOfFrame = new Map<number, string | undefined>()
      for (const frame of carriers.flatMap((each) => each.sent)) {
        expect(idOfFrame.get(frame.id) ?? frame.commandId).toBe(frame.commandId)
        idOfFrame.set(frame.id, frame.commandId)
      }
    }),
    { numRuns: 200 },
  )
})

test('pauses grow to a limit and are spread', () => {
  expect([1, 2, 3, 6, 50].map((attempt) => pauseBefore(attempt, () => 1))).toEqual([250, 500, 1000, 8000, 8000])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, spread) => {
        const pause = pauseBefore(attempt, () => spread)
        expect(pause).toBeGreaterThanOrEqual(125)
        expect(pause).toBeLessThanOrEqual(8000)
      },
    ),
  )
})
