/** Scans wait their turn: one at a time, in the order they were made, never more than a shelf's worth. */
export interface ScanQueue {
  /** False: the queue is full and the scan is not taken. */
  add(code: string): boolean
  readonly waiting: number
}

interface ScanQueueOptions {
  /** Resolves when the scan has been dealt with. */
  readonly handle: (code: string) => Promise<void> | void
  readonly onChange: (waiting: number) => void
  /** A handler that failed must not stop the scans behind it. */
  readonly onProblem: (problem: unknown) => void
  readonly limit?: number
}

export const SCAN_QUEUE_LIMIT = 200

export function createScanQueue(options: ScanQueueOptions): ScanQueue {
  const { handle, onChange, onProblem, limit = SCAN_QUEUE_LIMIT } = options
  const codes: string[] = []
  let isBusy = false

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let code = codes[0]; code !== undefined; code = codes[0]) {
      try {
        await handle(code)
      } catch (problem) {
        onProblem(problem)
      }
      codes.shift()
      onChange(codes.length)
    }
    isBusy = false
  }

  return {
    add(code) {
      if (codes.length >= limit) return false
      codes.push(code)
      onChange(codes.length)
      void work()
      return true
    },
    get waiting() {
      return codes.length
    },
  }
}
