import { createServer, type Server, type Socket } from 'node:net'

/** A network printer that keeps the moment at which the first byte of a paper reached it. */
export interface BenchPrinter {
  readonly host: string
  readonly port: number
  /** When the next paper's first byte came, questions about paper and cover not counted; and when all of it was there. */
  nextPaper(): { readonly firstByte: Promise<number>; readonly done: Promise<void> }
  /** When the first byte of so many labels came, and when the last of them was whole. */
  nextLabels(count: number): Promise<{ readonly first: number; readonly last: number }>
  close(): Promise<void>
}

/** The program sends to printers' own ports only; some address of this machine has one of them free. */
const port = 9100
const hosts = ['127.0.0.1', ...Array.from({ length: 8 }, (_, place) => `127.0.0.${place + 2}`)]

interface Listener {
  paperBegan(moment: number): void
  labelsEnded(count: number, moment: number): void
  ended(): void
}

export async function openBenchPrinter(language: 'escpos' | 'zpl' = 'escpos'): Promise<BenchPrinter> {
  const listener: Listener = { paperBegan: () => {}, labelsEnded: () => {}, ended: () => {} }
  const serve = language === 'zpl' ? serveLabels : serveReceipt
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('close', () => listener.ended())
    serve(socket, listener)
  })
  const host = await listenSomewhere(server)
  return {
    host,
    port,
    nextPaper: () => {
      const done = new Promise<void>((resolve) => {
        listener.ended = resolve
      })
      const firstByte = within<number>(10, 'no paper reached the printer', (resolve) => {
        listener.paperBegan = resolve
      })
      return { firstByte, done }
    },
    nextLabels: (count) =>
      within(120, `${count} labels did not reach the printer`, (resolve) => {
        let first: number | undefined
        let seen = 0
        listener.paperBegan = (moment) => {
          first ??= moment
        }
        listener.labelsEnded = (more, last) => {
          seen += more
          if (seen >= count) resolve({ first: first ?? last, last })
        }
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function serveReceipt(socket: Socket, listener: Listener): void {
  let isPrinting = false
  let tail: readonly number[] = []
  socket.on('data', (chunk) => {
    const now = performance.now()
    const bytes = [...tail, ...chunk]
    const answer = answersTo(bytes)
    tail = answer.length === 0 ? bytes.slice(-2) : []
    if (answer.length > 0) socket.write(Uint8Array.from(answer))
    if (isPrinting || isQuestion(bytes)) return
    isPrinting = true
    listener.paperBegan(now)
  })
}

/** Says at once that all is well and that nothing is left to print: how fast a device burns is its own affair. */
function serveLabels(socket: Socket, listener: Listener): void {
  let isPrinting = false
  let tail = ''
  socket.on('data', (chunk) => {
    const now = performance.now()
    const heard = tail + chunk.toString('latin1')
    const [ends, questions] = [/\^XZ/gu, /~HS/gu].map((sign) => heard.match(sign)?.length ?? 0)
    // Less than a sign, so that none is counted twice.
    tail = heard.slice(-2)
    if (questions !== undefined && questions > 0) socket.write(allIsWell.repeat(questions))
    if (!isPrinting && heard.replaceAll('~HS', '').includes('^')) {
      isPrinting = true
      listener.paperBegan(now)
    }
    if (ends !== undefined && ends > 0) listener.labelsEnded(ends, now)
  })
}

const allIsWell = [
  '\u0002030,0,0,1245,000,0,0,0,000,0,0,0\u0003\r\n',
  '\u0002000,0,0,0,0,2,4,0,00000000,1,000\u0003\r\n',
  '\u00021234,0\u0003\r\n',
].join('')

/** DLE EOT n asks how the printer is, GS r n whether all before is done: both are answered with "well". */
function answersTo(bytes: readonly number[]): number[] {
  return bytes.flatMap((byte, at) => {
    if (at + 2 >= bytes.length) return []
    if (byte === 0x10 && bytes[at + 1] === 0x04) return [0x12]
    return byte === 0x1d && bytes[at + 1] === 0x72 ? [0] : []
  })
}

function isQuestion(bytes: readonly number[]): boolean {
  return bytes[0] === 0x10 && bytes[1] === 0x04
}

function within<T>(seconds: number, what: string, start: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${what} within ${seconds} s`)), seconds * 1000)
    start((value) => {
      clearTimeout(late)
      resolve(value)
    })
  })
}

async function listenSomewhere(server: Server): Promise<string> {
  for (const host of hosts) {
    const isListening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, host, () => resolve(true))
    })
    if (isListening) return host
  }
  throw new Error(`every address of this machine has something at port ${port}`)
}
