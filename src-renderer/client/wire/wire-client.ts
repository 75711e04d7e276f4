// The screens' side of the wire, whatever carries it: matches answers to questions, survives lost connections, and sends
// unanswered commands again under the same id, which the core carries out once (write-path W8).
import type { Announcement, ClientFrame, ProcedureKind, Reply, ServerFrame } from '#shared/kernel/contract.ts'
import { isAnnouncement } from '#shared/kernel/frames.ts'
import { pauseBefore } from './back-off.ts'
import type { Carrier, CarrierEnd, OpenCarrier } from './carrier.ts'

export type WireState =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  /** `retryAt`: moment of the next attempt, in milliseconds of the clock. */
  | { readonly is: 'lost'; readonly since: number; readonly retryAt: number }
  /** The station does not know this browser (any more): it needs a new link. */
  | { readonly is: 'signedOut' }

export interface WireClient {
  /** The core's reply. Rejects with `WireGone` when there is none: what was asked may or may not have been done. */
  call(kind: ProcedureKind, name: string, input: unknown, commandId?: string): Promise<Reply>
  onAnnouncement(listen: (announcement: Announcement) => void): () => void
  /** Connected again after a gap in which announcements were missed: everything on screen may be stale. */
  onResumed(listen: () => void): () => void
  readonly state: () => WireState
  onState(listen: (state: WireState) => void): () => void
  /** Does not wait for the pause to end: the network came back, the person pressed a key. */
  retryNow(): void
  close(): void
}

/** No answer came: the connection was lost, the time was over, or the client was closed. */
export class WireGone extends Error {}

export interface WireSurroundings {
  readonly open: OpenCarrier
  readonly now: () => number
  /** Runs `action` after a while; returns what calls it off. */
  readonly later: (ms: number, action: () => void) => () => void
  readonly random: () => number
}

/** How long a person may be left without an answer. */
const patienceMs: Readonly<Record<ProcedureKind, number>> = { command: 60_000, query: 30_000, local: 60_000 }

interface Pending {
  readonly frame: ClientFrame
  readonly askedAt: number
  readonly settle: (reply: Reply | WireGone) => void
  isSent: boolean
}

export function createWireClient({ open, now, later, random }: WireSurroundings): WireClient {
  const pending = new Map<number, Pending>()
  const announced = new Set<(announcement: Announcement) => void>()
  const resumed = new Set<() => void>()
  const watching = new Set<(state: WireState) => void>()
  let state: WireState = { is: 'connecting' }
  let carrier: Carrier | null = null
  let callOffRetry = (): void => {}
  let lastId = 0
  let attempt = 0
  let heardAt = 0
  let wasOpen = false
  let isClosed = false
  /** Which carrier counts; what an earlier one still says is not listened to. */
  let generation = 0

  const become = (next: WireState): void => {
    state = next
    for (const watch of watching) watch(next)
  }

  const transmit = (each: Pending): void => {
    each.isSent = true
    carrier?.send(each.frame)
  }

  const hear = (frame: ServerFrame): void => {
    heardAt = now()
    if (isAnnouncement(frame)) {
      for (const listen of announced) listen(frame.announce)
      return
    }
    const { id, ...reply } = frame
    pending.get(id)?.settle(reply)
  }

  const opened = (): void => {
    attempt = 0
    heardAt = now()
    become({ is: 'open' })
    for (const each of [...pending.values()]) transmit(each)
    if (wasOpen) for (const listen of resumed) listen()
    wasOpen = true
  }

  const ended = (why: CarrierEnd): void => {
    generation += 1
    carrier = null
    for (const each of [...pending.values()]) {
      // A local action has no id that would keep it from being done twice; what nobody understood is not said again.
      const isOver = why === 'signedOut' || (each.isSent && (why === 'misunderstood' || each.frame.do === 'local'))
      if (isOver) each.settle(new WireGone(why))
      else each.isSent = false
    }
    if (isClosed) return
    if (why === 'signedOut') {
      become({ is: 'signedOut' })
      return
    }
    attempt += 1
    const pause = pauseBefore(attempt, random)
    become({ is: 'lost', since: state.is === 'lost' ? state.since : now(), retryAt: now() + pause })
    callOffRetry = later(pause, connect)
  }

  const connect = (): void => {
    callOffRetry()
    callOffRetry = () => {}
    generation += 1
    const own = generation
    const ifCurrent =
      <A extends readonly unknown[]>(act: (...words: A) => void) =>
      (...words: A): void => {
        if (own === generation) act(...words)
      }
    carrier = open({ onOpen: ifCurrent(opened), onFrame: ifCurrent(hear), onEnd: ifCurrent(ended) })
  }

  /** A connection on which nothing was heard since the question was sent is dead, however open it looks. */
  const suspect = (askedAt: number): void => {
    if (state.is !== 'open' || heardAt > askedAt) return
    const dead = carrier
    ended('lost')
    dead?.close()
  }

  connect()
  return {
    call: (kind, name, input, commandId) =>
      new Promise((resolve, reject) => {
        if (isClosed || state.is === 'signedOut') return reject(new WireGone(isClosed ? 'closed' : 'signedOut'))
        lastId += 1
        const id = lastId
        const askedAt = now()
        const callOff = later(patienceMs[kind], () => {
          each.settle(new WireGone('late'))
          suspect(askedAt)
        })
        const each: Pending = {
          frame: { id, do: kind, name, input, ...(commandId === undefined ? {} : { commandId }) },
          askedAt,
          isSent: false,
          settle: (reply) => {
            pending.delete(id)
            callOff()
            if (reply instanceof WireGone) reject(reply)
            else resolve(reply)
          },
        }
        pending.set(id, each)
        if (state.is === 'open') transmit(each)
      }),
    onAnnouncement: subscribe(announced),
    onResumed: subscribe(resumed),
    state: () => state,
    onState: subscribe(watching),
    retryNow: () => {
      if (state.is === 'lost' && carrier === null) connect()
    },
    close: () => {
      isClosed = true
      generation += 1
      callOffRetry()
      carrier?.close()
      for (const each of [...pending.values()]) each.settle(new WireGone('closed'))
    },
  }
}

function subscribe<L>(listeners: Set<L>): (listen: L) => () => void {
  return (listen) => {
    listeners.add(listen)
    return () => {
      listeners.delete(listen)
    }
  }
}
