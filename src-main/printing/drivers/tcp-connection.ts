import { connect, type Socket } from 'node:net'
import type { SendReason } from '#shared/printing/print-outcome.ts'
import type { ConnectFailure, PrinterLine } from './printer-line.ts'

export interface TcpTarget {
  readonly host: string
  readonly port: number
}

/** Limits in milliseconds; tests give short ones. */
export interface TcpLimits {
  readonly connect: number
  /** For an answer to the first question. */
  readonly status: number
  /** Without a byte moving. */
  readonly stall: number
  /** Between questions while proof is awaited. */
  readonly poll: number
  /** For a connection that is finished on our side to be closed by the printer. */
  readonly linger: number
  /** After the last byte, for a refusal of it to arrive. */
  readonly settle: number
  /** No serial printer behind a network box is slower: bytes a second. */
  readonly slowest: number
}

export const tcpLimits: TcpLimits = {
  connect: 2000,
  status: 2000,
  stall: 5000,
  poll: 1000,
  linger: 10_000,
  settle: 300,
  slowest: 4000,
}

/** Small enough that "2,110 of 2,874 bytes" says something, large enough to cost nothing. */
const chunkSize = 2048
/** A device that never stops talking must not fill memory. */
const keptAnswer = 4096

/**
 * One connection to a printer. It is always read, also while writing and after our end of it is closed: a printer's late
 * status report to a closed socket is answered by a reset, which throws away what was not printed yet.
 */
export class TcpConnection implements PrinterLine {
  readonly #socket: Socket
  #received = new Uint8Array(0)
  #error: Error | null = null
  #isEnded = false
  readonly #listeners = new Set<() => void>()

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    const changed = () => {
      for (const listener of [...this.#listeners]) listener()
    }
    socket.on('data', (chunk) => {
      const joined = new Uint8Array(this.#received.length + chunk.length)
      joined.set(this.#received)
      joined.set(chunk, this.#received.length)
      this.#received = joined.subarray(-keptAnswer)
      changed()
    })
    socket.on('end', () => {
      this.#isEnded = true
      changed()
    })
    socket.on('error', (error) => {
      this.#error = error
      changed()
    })
    socket.on('close', () => {
      this.#isEnded = true
      changed()
    })
  }

  static open({ host, port }: TcpTarget, milliseconds: number): Promise<TcpConnection | ConnectFailure> {
    return new Promise((resolve) => {
      // Half-open: the printer's end stays readable after ours is finished.
      const socket = connect({ host, port, allowHalfOpen: true })
      const timer = setTimeout(() => {
        socket.destroy()
        resolve({ reason: 'connectTimeout', detail: `no connection to ${host}:${port} in ${milliseconds} ms` })
      }, milliseconds)
      socket.once('error', (error) => {
        clearTimeout(timer)
        resolve({ reason: connectReason(error), detail: error.message })
      })
      socket.once('connect', () => {
        clearTimeout(timer)
        socket.removeAllListeners('error')
        resolve(new TcpConnection(socket))
      })
    })
  }

  /** Gives bytes to the system piece by piece; `onPiece` counts those given, taken or not. */
  async write(
    bytes: Uint8Array,
    stall: number,
    onPiece: (count: number) => void,
  ): Promise<'taken' | 'stalled' | 'reset'> {
    for (let at = 0; at < bytes.length; at += chunkSize) {
      if (this.#error || this.#socket.destroyed) return 'reset'
      const piece = bytes.subarray(at, at + chunkSize)
      onPiece(piece.length)
      const result = await this.#writePiece(piece, stall)
      if (result !== 'taken') return result
    }
    return 'taken'
  }

  #writePiece(piece: Uint8Array, stall: number): Promise<'taken' | 'stalled' | 'reset'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve('stalled'), stall)
      this.#socket.write(piece, (error) => {
        clearTimeout(timer)
        resolve(error ? 'reset' : 'taken')
      })
    })
  }

  /** What has come back so far and was not taken yet. */
  take(): Uint8Array {
    const bytes = this.#received
    this.#received = new Uint8Array(0)
    return bytes
  }

  get error(): Error | null {
    return this.#error
  }

  /** The printer closed its end, or the line is gone. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Until something changes on the line, or the time is over. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#listeners.delete(done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.#listeners.add(done)
      if (this.#error || this.#isEnded || this.#received.length > 0) done()
    })
  }

  /** FIN, then reads until the printer closes too. Only past the limit is the socket given up. */
  async finish(linger: number): Promise<void> {
    this.#socket.end()
    const deadline = Date.now() + linger
    while (!this.#socket.closed && !this.#isEnded && Date.now() < deadline) {
      this.take()
      await this.wait(Math.max(1, deadline - Date.now()))
    }
    this.#socket.destroy()
  }
}

function connectReason(error: NodeJS.ErrnoException): SendReason {
  if (error.code === 'ECONNREFUSED') return 'connectionRefused'
  return error.code === 'ETIMEDOUT' ? 'connectTimeout' : 'unreachable'
}
