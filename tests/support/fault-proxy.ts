import { connect, createServer, type Socket } from 'node:net'

/** A line between a station and its cloud that a test can break. */
export interface FaultProxy {
  readonly url: string
  /** `open`; `cut`: connections are reset and refused; `silent`: half open, bytes go in and nothing comes back. */
  become(state: 'open' | 'cut' | 'silent'): void
  /** Lets so many more bytes through towards the station, then resets every connection. */
  resetAfter(bytes: number): void
  close(): Promise<void>
}

export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  let budget = Number.POSITIVE_INFINITY
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
    near.on('data', (bytes) => far.write(bytes))
    far.on('data', (bytes) => {
      if (state === 'silent') return
      budget -= bytes.length
      if (budget < 0) resetAll()
      else near.write(bytes)
    })
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        pairs.delete(pair)
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
    close: async () => {
      resetAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
