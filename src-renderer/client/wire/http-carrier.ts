// For networks that let no WebSocket through: each frame is a POST, announcements come as server-sent events.
import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'
import { parseServerFrame } from '#shared/kernel/frames.ts'
import type { CarrierEnd, CarrierEvents, OpenCarrier } from './carrier.ts'

type Fetch = typeof fetch

export function httpCarrier(fetching: Fetch = fetch): OpenCarrier {
  return (events) => {
    const leaving = new AbortController()
    const guarded = onceEnded(events, leaving)
    void listen(fetching, guarded, leaving.signal)
    return {
      send: (frame) => void exchange(fetching, frame, guarded, leaving.signal),
      close: () => guarded.onEnd('lost'),
    }
  }
}

function onceEnded(events: CarrierEvents, leaving: AbortController): CarrierEvents {
  return {
    onOpen: () => leaving.signal.aborted || events.onOpen(),
    onFrame: (frame) => leaving.signal.aborted || events.onFrame(frame),
    onEnd: (why) => {
      if (leaving.signal.aborted) return
      leaving.abort()
      events.onEnd(why)
    },
  }
}

async function listen(fetching: Fetch, events: CarrierEvents, signal: AbortSignal): Promise<void> {
  let end: CarrierEnd = 'lost'
  try {
    const answer = await fetching('/events', { signal, headers: { accept: 'text/event-stream' } })
    if (answer.status === 401) end = 'signedOut'
    if (answer.ok && answer.body) {
      events.onOpen()
      for await (const line of linesOf(answer.body)) {
        const frame = line.startsWith('data: ') ? parseServerFrame(JSON.parse(line.slice('data: '.length))) : null
        if (frame) events.onFrame(frame)
      }
    }
  } catch {
    // The network or the host is gone, or the screen left; both end below.
  }
  events.onEnd(end)
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const text = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + text.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

async function exchange(
  fetching: Fetch,
  frame: ClientFrame,
  events: CarrierEvents,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await fetching('/wire', {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(frame),
    })
    if (answer.status === 401) return events.onEnd('signedOut')
    const reply = replyOf(frame.id, await answer.json())
    if (reply) events.onFrame(reply)
    else events.onEnd('misunderstood')
  } catch {
    events.onEnd('lost')
  }
}

/** A frame, or the refusal that the host gives before the core sees the frame. */
function replyOf(id: number, body: unknown): ServerFrame | null {
  if (typeof body !== 'object' || body === null) return null
  const refusal: unknown = Reflect.get(body, 'refusal')
  return parseServerFrame('id' in body ? body : refusal ? { id, ok: false, refusal } : null)
}
