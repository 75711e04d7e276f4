import type { CloudStore } from '../sync/cloud-store.ts'
import type { Pusher } from '../sync/push.ts'

export interface LiveParts {
  readonly store: Pick<CloudStore, 'onMoved' | 'onMembersChanged'>
  readonly heartbeatMilliseconds: number
  readonly most: number
  readonly mostOfStation: number
  /** Asked at each heartbeat: a revoked station, or one whose token has run out, is not told anything more (Y19). */
  readonly isStillIn: (who: Pusher) => Promise<boolean>
  readonly count: (change: 1 | -1) => void
}

export interface LiveConnections {
  /** Null: there are too many already. */
  open(who: Pusher, until: number, head: number, clock: () => number): Response | null
  closeAll(): void
}

interface Connection {
  readonly who: Pusher
  poke(seq: number): void
  pokeMembers(): void
  end(): void
}

/** Server-sent events that say where the head is, that members have changed, and nothing else (Y11). */
export function liveConnections(parts: LiveParts): LiveConnections {
  const connections = new Set<Connection>()
  const stop = parts.store.onMoved((org, seq) => {
    for (const each of connections) if (each.who.org === org) each.poke(seq)
  })
  const stopMembers = parts.store.onMembersChanged((org) => {
    for (const each of connections) if (each.who.org === org) each.pokeMembers()
  })

  return {
    open: (who, until, head, clock) => {
      const own = [...connections].filter((each) => each.who.station === who.station && each.who.org === who.org)
      if (connections.size >= parts.most) return null
      // The oldest goes: a station that comes back after a broken line has left its former ones half open.
      if (own.length >= parts.mostOfStation) own[0]?.end()
      const text = new TextEncoder()
      let connection: Connection | undefined
      const body = new ReadableStream<Uint8Array>(
        {
          start: (controller) => {
            let owed: number | undefined
            let owesMembers = false
            let isOpen = true
            const send = (line: string): void => controller.enqueue(text.encode(line))
            const flush = (): void => {
              // A reader that is behind gets the newest head once it reads on; the ones between say nothing more.
              if (!isOpen || (controller.desiredSize ?? 0) <= 0) return
              if (owed !== undefined) send(`event: moved\ndata: {"head":${owed}}\n\n`)
              owed = undefined
              if (owesMembers) send('event: members\ndata: {}\n\n')
              owesMembers = false
            }
            const beat = setInterval(() => {
              if (clock() >= until) return connection?.end()
              if ((controller.desiredSize ?? 0) > 0) send(': still here\n\n')
              flush()
              parts.isStillIn(who).then(
                (isIn) => (isIn ? undefined : connection?.end()),
                () => undefined,
              )
            }, parts.heartbeatMilliseconds)
            beat.unref()
            connection = {
              who,
              poke: (seq) => {
                owed = seq
                flush()
              },
              pokeMembers: () => {
                owesMembers = true
                flush()
              },
              end: () => {
                if (!isOpen) return
                isOpen = false
                clearInterval(beat)
                if (connection !== undefined) connections.delete(connection)
                parts.count(-1)
                try {
                  controller.close()
                } catch {
                  // The other side was quicker.
                }
              },
            }
            connections.add(connection)
            parts.count(1)
            connection.poke(head)
          },
          cancel: () => connection?.end(),
        },
        { highWaterMark: 16 },
      )
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    },
    closeAll: () => {
      stop()
      stopMembers()
      for (const each of [...connections]) each.end()
    },
  }
}
