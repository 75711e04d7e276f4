import { createServer, type Server } from 'node:net'

/** A network printer that keeps the moment at which the first byte of a paper reached it. */
export interface BenchPrinter {
  readonly host: string
  readonly port: number
  /** When the next paper's first byte came, questions about paper and cover not counted; and when all of it was there. */
  nextPaper(): { readonly firstByte: Promise<number>; readonly done: Promise<void> }
  close(): Promise<void>
}

/** The program sends to printers' own ports only; some address of this machine has one of them free. */
const port = 9100
const hosts = ['127.0.0.1', ...Array.from({ length: 8 }, (_, place) => `127.0.0.${place + 2}`)]

export async function openBenchPrinter(): Promise<BenchPrinter> {
  let heard: (moment: number) => void = () => {}
  let ended: () => void = () => {}
  const server = createServer((socket) => {
    let isPrinting = false
    let tail: readonly number[] = []
    socket.on('error', () => {})
    socket.on('close', () => ended())
    socket.on('data', (chunk) => {
      const now = performance.now()
      const bytes = [...tail, ...chunk]
      const answer = answersTo(bytes)
      tail = answer.length === 0 ? bytes.slice(-2) : []
      if (answer.length > 0) socket.write(Uint8Array.from(answer))
      if (isPrinting || isQuestion(bytes)) return
      isPrinting = true
      heard(now)
    })
  })
  const host = await listenSomewhere(server)
  return {
    host,
    port,
    nextPaper: () => {
      const done = new Promise<void>((resolve) => {
        ended = resolve
      })
      const firstByte = within10s((resolve) => {
        heard = resolve
      })
      return { firstByte, done }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

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

function within10s(start: (resolve: (moment: number) => void) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no paper reached the printer within 10 s')), 10_000)
    start((moment) => {
      clearTimeout(late)
      resolve(moment)
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
