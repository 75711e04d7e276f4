import { createServer, type Server, type Socket } from 'node:net'

/**
 * A network printer without paper on a port of its own. It takes bytes at its own speed, answers as receipt and label
 * printers answer, and can be broken in the ways they break.
 */
export type SinkMode =
  | 'ok'
  /** Prints 8 kB a second, unless it is told another speed. */
  | 'slow'
  /** Slow, and reports its state unasked, also after the sender is done: what makes careless senders lose the rest. */
  | 'asb'
  | 'paperout'
  | 'cover'
  /** Drops the line after the first 2 kB. */
  | 'reset'
  /** Takes the connection and nothing else. */
  | 'blackhole'
  /** Another device: talks nonsense without end. */
  | 'garbage'
  /** Half an answer, then nothing. */
  | 'half'
  /** Prints, and never answers. */
  | 'mute'
  /** Runs out of paper after the first 2 kB. */
  | 'paperoutMidway'

export interface SinkOptions {
  readonly mode?: SinkMode
  readonly language?: 'escpos' | 'zpl'
  readonly bytesASecond?: number
  /** An address of its own on the loopback, for what only takes a printer's usual port. */
  readonly at?: { readonly host: string; readonly port: number }
}

export interface PrinterSink {
  readonly port: number
  mode: SinkMode
  /** All bytes of each connection as they were processed. */
  readonly connections: readonly Uint8Array[]
  /** The same without questions: what would be on paper. */
  printed(): Uint8Array[]
  /** Connections that neither side has ended: something may still come out. */
  readonly lines: number
  close(): Promise<void>
}

export async function openPrinterSink(options: SinkOptions = {}): Promise<PrinterSink> {
  const state = { mode: options.mode ?? 'ok' }
  const connections: number[][] = []
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    const bytes: number[] = []
    connections.push(bytes)
    serve(socket, bytes, state.mode, options)
  })
  const port = await listen(server, options.at ?? { host: '127.0.0.1', port: 0 })
  return {
    port,
    get mode() {
      return state.mode
    },
    set mode(mode) {
      state.mode = mode
    },
    get connections() {
      return connections.map((bytes) => Uint8Array.from(bytes))
    },
    get lines() {
      return sockets.size
    },
    printed: () => connections.map((bytes) => withoutQuestions(bytes)).filter((bytes) => bytes.length > 0),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function listen(server: Server, at: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(at.port, at.host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address.port)
    })
  })
}

const tick = 20
const dropAfter = 2048

function serve(socket: Socket, bytes: number[], mode: SinkMode, options: SinkOptions): void {
  const { language = 'escpos', bytesASecond = 8192 } = options
  if (mode === 'blackhole') {
    socket.pause()
    return
  }
  if (mode === 'garbage') {
    const noise = setInterval(
      () => socket.write(Buffer.from('HTTP/1.1 400 \u0000\u00ff\u0012\u0012\u0012\u0012 not a printer\r\n', 'latin1')),
      5,
    )
    socket.on('data', () => undefined)
    socket.on('close', () => clearInterval(noise))
    socket.on('end', () => socket.end())
    return
  }
  const reports =
    mode === 'asb'
      ? setInterval(() => socket.writable && socket.write(Uint8Array.of(0x10, 0x00, 0x00, 0x0f)), 50)
      : null
  const speed = mode === 'slow' || mode === 'asb' ? Math.ceil((bytesASecond * tick) / 1000) : Number.POSITIVE_INFINITY
  socket.pause()
  let answered = 0
  // Reads no faster than it prints: what is not read yet waits in the system, as in a printer's small buffer.
  const printing = setInterval(() => {
    const available = Math.min(speed, socket.readableLength)
    const chunk: unknown = available > 0 ? socket.read(available) : socket.read(0)
    if (!(chunk instanceof Uint8Array)) {
      if (socket.readableEnded || (socket.readableLength === 0 && isEnded)) {
        clearInterval(printing)
        // A printer with reports to make makes them after the sender is done.
        if (reports) {
          setTimeout(() => {
            clearInterval(reports)
            socket.end()
          }, 200)
        } else socket.end()
      }
      return
    }
    bytes.push(...chunk)
    if (mode === 'reset' && bytes.length > dropAfter) {
      clearInterval(printing)
      socket.resetAndDestroy()
      return
    }
    if (mode === 'half') {
      if (answered === 0) socket.write(language === 'zpl' ? '\u0002030,0,0,12' : Uint8Array.of(0x12))
      answered = 1
      return
    }
    if (mode !== 'mute') answered = answer(socket, bytes, answered, mode, language)
  }, tick)
  let isEnded = false
  socket.on('end', () => {
    isEnded = true
  })
  socket.on('close', () => {
    clearInterval(printing)
    if (reports) clearInterval(reports)
  })
}

/** Answers the questions among bytes not looked at yet; returns how far it looked. */
function answer(
  socket: Socket,
  bytes: readonly number[],
  from: number,
  mode: SinkMode,
  language: 'escpos' | 'zpl',
): number {
  const isOut = mode === 'paperout' || (mode === 'paperoutMidway' && bytes.length > dropAfter)
  const isOpen = mode === 'cover'
  let at = from
  for (; at + 2 < bytes.length; at += 1) {
    const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    if (language === 'zpl') {
      if (first === 0x7e && second === 0x48 && third === 0x53) socket.write(hostStatus(isOut, isOpen))
      continue
    }
    if (first === 0x10 && second === 0x04) {
      const stopped = isOut || isOpen
      const values: Record<number, number> = {
        1: 0x12 | (stopped ? 0x08 : 0),
        2: 0x12 | (isOpen ? 0x04 : 0) | (isOut ? 0x20 : 0),
        3: 0x12,
        4: 0x12 | (isOut ? 0x6c : 0),
      }
      socket.write(Uint8Array.of(values[third ?? 1] ?? 0x12))
    }
    // Stands in the queue: a stopped printer never comes to it.
    if (first === 0x1d && second === 0x72 && !isOut && !isOpen) socket.write(Uint8Array.of(0x00))
    if (first === 0x1d && second === 0x49) socket.write(Uint8Array.of(0x5f, ...Buffer.from('SINK'), 0))
  }
  return at
}

function hostStatus(isOut: boolean, isOpen: boolean): string {
  const flag = (value: boolean) => (value ? '1' : '0')
  return [
    `\u0002030,${flag(isOut)},0,1245,000,0,0,0,000,0,0,0\u0003\r\n`,
    `\u0002000,0,${flag(isOpen)},0,0,2,4,0,00000000,1,000\u0003\r\n`,
    '\u00021234,0\u0003\r\n',
  ].join('')
}

function withoutQuestions(bytes: readonly number[]): Uint8Array {
  const left: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const [first, second, third] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]]
    const isQuestion =
      (first === 0x10 && second === 0x04) ||
      (first === 0x1d && second === 0x72) ||
      (first === 0x7e && second === 0x48 && third === 0x53)
    if (isQuestion) at += 2
    else left.push(first)
  }
  return Uint8Array.from(left)
}
