import { close, constants, open, read, write } from 'node:fs'
import { setTimeout as later } from 'node:timers/promises'
import type { ConnectFailure, PrinterLine } from './printer-line.ts'

export interface DeviceFile {
  readonly path: string
  /** Answers are read where the printer gives any. */
  readonly readsBack: boolean
  /** Never faster than this; null: as fast as the device takes it (P8). */
  readonly bytesASecond: number | null
  /** What a person has to type so that the device may be used. */
  readonly fix: () => Promise<string>
}

/** Small enough to stop soon after the printer does. */
const pieceSize = 2048
const tick = 10
/** A device that never stops talking must not fill memory. */
const keptAnswer = 4096

/**
 * A device file as a line to a printer. It is opened so that no call ever waits for the device: one that stands still would
 * hold up a thread of this program for good, and nothing could call it off.
 */
export class DeviceLine implements PrinterLine {
  readonly #fd: number
  readonly #file: DeviceFile
  #received = new Uint8Array(0)
  #error: Error | null = null

  private constructor(fd: number, file: DeviceFile) {
    this.#fd = fd
    this.#file = file
  }

  static async open(file: DeviceFile, milliseconds: number): Promise<DeviceLine | ConnectFailure> {
    const { O_RDWR, O_WRONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants
    const flags = (file.readsBack ? O_RDWR : O_WRONLY) | O_NONBLOCK | O_NOCTTY
    const deadline = Date.now() + milliseconds
    for (;;) {
      const opened = await openFile(file.path, flags)
      if (typeof opened === 'number') return new DeviceLine(opened, file)
      const { code, message: detail } = opened
      // Another program has it: busy is waited for, not a failure (P6).
      if (code === 'EBUSY' && Date.now() < deadline) {
        await later(tick)
        continue
      }
      if (code === 'EACCES' || code === 'EPERM') return { reason: 'deviceNotAllowed', detail: await file.fix() }
      return { reason: code === 'EBUSY' ? 'busy' : 'deviceMissing', detail }
    }
  }

  async write(
    bytes: Uint8Array,
    stall: number,
    onPiece: (count: number) => void,
  ): Promise<'taken' | 'stalled' | 'reset'> {
    const { bytesASecond } = this.#file
    const most = bytesASecond === null ? pieceSize : Math.max(16, Math.min(pieceSize, Math.floor(bytesASecond / 10)))
    let deadline = Date.now() + stall
    for (let at = 0; at < bytes.length; ) {
      await this.#read()
      const taken = await this.#put(bytes.subarray(at, at + most))
      if (taken === null) return 'reset'
      if (taken === 0) {
        if (Date.now() >= deadline) return 'stalled'
        await later(tick)
        continue
      }
      onPiece(taken)
      at += taken
      deadline = Date.now() + stall
      if (bytesASecond !== null) await later((taken / bytesASecond) * 1000)
    }
    return this.#arrived(stall)
  }

  take(): Uint8Array {
    const bytes = this.#received
    this.#received = new Uint8Array(0)
    return bytes
  }

  get error(): Error | null {
    return this.#error
  }

  get isEnded(): boolean {
    return this.#error !== null
  }

  async wait(milliseconds: number): Promise<void> {
    const deadline = Date.now() + milliseconds
    for (;;) {
      await this.#read()
      const left = deadline - Date.now()
      if (this.#error || this.#received.length > 0 || left <= 0) return
      await later(Math.min(left, tick))
    }
  }

  async finish(linger: number): Promise<void> {
    await this.#arrived(linger)
    await new Promise((resolve) => close(this.#fd, resolve))
  }

  /** Closing throws away what is still under way to a printer on USB; a write of nothing is refused until it is there. */
  async #arrived(limit: number): Promise<'taken' | 'stalled' | 'reset'> {
    const deadline = Date.now() + limit
    for (;;) {
      const isThere = await this.#isIdle()
      if (isThere === null) return 'reset'
      if (isThere) return 'taken'
      if (Date.now() >= deadline) return 'stalled'
      await later(tick)
    }
  }

  async #isIdle(): Promise<boolean | null> {
    if (this.#error) return null
    const result = await call((done) => write(this.#fd, new Uint8Array(0), 0, 0, null, done))
    return typeof result === 'number' ? true : this.#failed(result) ? null : false
  }

  /** How many bytes the device took; none for now, or null: it takes no more at all. */
  async #put(piece: Uint8Array): Promise<number | null> {
    if (this.#error) return null
    const result = await call((done) => write(this.#fd, piece, 0, piece.length, null, done))
    if (typeof result === 'number') return result
    return this.#failed(result) ? null : 0
  }

  async #read(): Promise<void> {
    if (!this.#file.readsBack || this.#error) return
    const buffer = new Uint8Array(256)
    const result = await call((done) => read(this.#fd, buffer, 0, buffer.length, null, done))
    if (typeof result !== 'number') this.#failed(result)
    else if (result > 0) {
      this.#received = Uint8Array.from([...this.#received, ...buffer.subarray(0, result)]).subarray(-keptAnswer)
    }
  }

  /** False where the device only asks to be tried again. */
  #failed(error: NodeJS.ErrnoException): boolean {
    if (error.code === 'EAGAIN' || error.code === 'EINTR') return false
    this.#error = error
    return true
  }
}

function openFile(path: string, flags: number): Promise<number | NodeJS.ErrnoException> {
  return call((done) => open(path, flags, done))
}

function call(
  start: (done: (error: NodeJS.ErrnoException | null, result: number) => void) => void,
): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => start((error, result) => resolve(error ?? result)))
}
