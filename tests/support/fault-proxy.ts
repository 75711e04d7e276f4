import { connect, createServer, type Socket } from 'node:net'

/**
 * `open`; `cut`: connections are reset and refused; `silent`: bytes go in and nothing comes back; `deaf`: what comes back would
 * come, but nothing gets there; `gone`: half open, neither way, and nobody is told; `slow`: a byte a second each way.
 */
export type LineState = 'open' | 'cut' | 'silent' | 'deaf' | 'gone' | 'slow'

type Way = 'toStation' | 'toCloud'

/** A line between a station and its cloud that a test can break. */
export interface FaultProxy {
  readonly url: string
  become(state: LineState): void
  /** Lets so many more bytes through towards the station, or from it, and from then on resets every connection until `become`. */
  resetAfter(bytes: number, way?: Way): void
  /** The cloud takes the next request that begins so, its answer is lost on the way, and the line is cut; when it has happened. */
  loseAnswerTo(request: string): Promise<void>
  close(): Promise<void>
}

/** One direction of one connection. What was lost on the way is lost: a stream never goes on with a hole in it. */
interface Stream {
  take(bytes: Buffer): void
  /** A byte, where the line is slow. */
  tick(): void
  /** All that waits, where the line is open again. */
  flush(): void
}

export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  const pairs = new Map<Socket, { readonly far: Socket; readonly streams: readonly Stream[] }>()
  let state: LineState = 'open'
  let budget = { way: 'toStation' as Way, bytes: Number.POSITIVE_INFINITY }
  let loses: { readonly request: string; readonly happened: () => void } | undefined
  const doomed = new Set<Socket>()
  const streams = (): readonly Stream[] => [...pairs.values()].flatMap((pair) => pair.streams)
  const resetAll = (): void => {
    for (const [near, { far }] of pairs) for (const socket of [near, far]) socket.resetAndDestroy()
    pairs.clear()
  }
  const streamTo = (to: Socket, way: Way): Stream => {
    let waiting: Buffer = Buffer.alloc(0)
    let isLost = false
    const send = (count: number): void => {
      if (waiting.length === 0) return
      to.write(waiting.subarray(0, count))
      waiting = waiting.subarray(count)
    }
    return {
      take: (bytes) => {
        if (state === 'gone' || state === (way === 'toStation' ? 'silent' : 'deaf')) isLost = true
        if (isLost) return
        if (way === budget.way) {
          budget.bytes -= bytes.length
          if (budget.bytes < 0) return resetAll()
        }
        waiting = Buffer.concat([waiting, bytes])
        if (state !== 'slow') send(waiting.length)
      },
      tick: () => send(1),
      flush: () => send(waiting.length),
    }
  }
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(Number(port), hostname)
    const [toCloud, toStation] = [streamTo(far, 'toCloud'), streamTo(near, 'toStation')]
    pairs.set(near, { far, streams: [toCloud, toStation] })
    near.on('data', (bytes) => {
      if (loses !== undefined && bytes.includes(loses.request)) doomed.add(far)
      toCloud.take(bytes)
    })
    far.on('data', (bytes) => {
      if (!doomed.has(far)) return toStation.take(bytes)
      state = 'cut'
      resetAll()
      loses?.happened()
      loses = undefined
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        pairs.delete(near)
        doomed.delete(far)
        other.destroy()
      })
    }
  })
  const ticking = setInterval(() => {
    if (state === 'slow') for (const stream of streams()) stream.tick()
  }, 1000)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${own}`,
    become: (next) => {
      state = next
      budget = { way: 'toStation', bytes: Number.POSITIVE_INFINITY }
      if (next === 'cut') resetAll()
      else if (next !== 'slow') for (const stream of streams()) stream.flush()
    },
    resetAfter: (bytes, way = 'toStation') => {
      budget = { way, bytes }
    },
    loseAnswerTo: (request) =>
      new Promise((resolve) => {
        loses = { request, happened: resolve }
      }),
    close: async () => {
      clearInterval(ticking)
      resetAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
