import { connect, createServer, type Socket } from 'node:net'

/** A line between a station and its cloud that a test can break. */
export interface FaultProxy {
  readonly url: string
  /** `open`; `cut`: connections are reset and refused; `silent`: half open, bytes go in and nothing comes back. */
  become(state: 'open' | 'cut' | 'silent'): void
  /** Lets so many more bytes through towards the station, then resets every connection. */
  resetAfter(bytes: number): void
  /** The cloud takes the next request that begins so, its answer is lost on the way, and the line is cut; when it has happened. */
  loseAnswerTo(request: string): Promise<void>
  close(): Promise<void>
}

export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  let budget = Number.POSITIVE_INFINITY
  let loses: { readonly request: string; readonly happened: () => void } | undefined
  const doomed = new Set<Socket>()
  const resetAll = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    pairs.clear()
  }
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy()
      return
    }
    const far = connect(Number(port), hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    near.on('data', (bytes) => {
      if (loses !== undefined && bytes.includes(loses.request)) doomed.add(far)
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (state === 'silent') return
      if (doomed.has(far)) {
        state = 'cut'
        resetAll()
        loses?.happened()
        loses = undefined
        return
      }
      budget -= bytes.length
      if (budget < 0) resetAll()
      else near.write(bytes)
    })
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        pairs.delete(pair)
        doomed.delete(far)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${own}`,
    become: (next) => {
      state = next
      budget = Number.POSITIVE_INFINITY
      if (next === 'cut') resetAll()
    },
    resetAfter: (bytes) => {
      budget = bytes
    },
    loseAnswerTo: (request) =>
      new Promise((resolve) => {
        loses = { request, happened: resolve }
      }),
    close: async () => {
      resetAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
