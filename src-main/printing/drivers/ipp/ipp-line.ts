import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectSecure, TLSSocket } from 'node:tls'
import type { SendReason } from '#shared/printing/print-outcome.ts'
import { encodeIpp, type IppMessage } from './ipp-message.ts'
import { readIpp } from './read-ipp-message.ts'

export interface IppTarget {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly isSecure: boolean
  /** Fingerprint that the printer's certificate has to have; null: any, as at the first contact. */
  readonly certificate: string | null
}

/** Limits in milliseconds; tests give short ones. */
export interface IppLimits {
  readonly connect: number
  /** Without a byte of a document moving. */
  readonly stall: number
  /** For the answer to a request without a document. */
  readonly answer: number
  /** For the answer to a document: some printers give it when the last page is drawn. */
  readonly documentAnswer: number
  /** How long a printer that says it is busy is waited for. */
  readonly busy: number
  /** How long nothing may change in a print job before nobody knows what comes of it. */
  readonly job: number
  readonly poll: number
}

export const ippLimits: IppLimits = {
  connect: 2000,
  stall: 5000,
  answer: 5000,
  documentAnswer: 30_000,
  busy: 20_000,
  job: 60_000,
  poll: 500,
}

export interface IppReply {
  readonly message: IppMessage
  /** SHA-256 fingerprint of the certificate it was given under; null without encryption. */
  readonly certificate: string | null
}

export interface IppFailure {
  readonly reason: SendReason
  readonly detail: string
  /** The printer's own word that it will not; absent where it never came to say anything. */
  readonly status?: number
}

export interface IppDocument {
  readonly bytes: Uint8Array
  /** Counts what was given to the system, taken or not. */
  readonly onPiece: (count: number) => void
}

const pieceSize = 8192
/** All that a printer says of itself is some thirty thousand bytes; a device that never stops must not fill memory. */
const longestReply = 1_000_000

/** One request and its reply over a connection of their own; redirects are not followed (P24). */
export async function askIpp(
  target: IppTarget,
  message: IppMessage,
  limits: IppLimits,
  document?: IppDocument,
): Promise<IppReply | IppFailure> {
  const socket = await open(target, limits.connect)
  if (!('write' in socket)) return socket
  const certificate = socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : null
  if (target.certificate !== null && certificate !== target.certificate) {
    socket.destroy()
    return { reason: 'otherPrinter', detail: `certificate ${certificate ?? 'missing'}` }
  }
  const head = encodeIpp(message)
  const sending = request({
    createConnection: () => socket,
    method: 'POST',
    host: target.host,
    port: target.port,
    path: target.path,
    headers: {
      'content-type': 'application/ipp',
      'content-length': head.length + (document?.bytes.length ?? 0),
      connection: 'close',
    },
  })
  const answered = answerTo(sending)
  const written = await write(sending, head, document, limits.stall, answered)
  if (written !== null) {
    sending.destroy()
    return written
  }
  const body = await within(document ? limits.documentAnswer : limits.answer, answered)
  sending.destroy()
  if (body === null) return { reason: 'notAnswering', detail: 'no answer to the request' }
  if (!(body instanceof Uint8Array)) return body
  const read = readIpp(body)
  if (read === null || read.message.requestId !== message.requestId) {
    return { reason: 'notUnderstood', detail: 'the answer is not one of the Internet Printing Protocol' }
  }
  return { message: read.message, certificate }
}

function open({ host, port, isSecure }: IppTarget, milliseconds: number): Promise<Socket | IppFailure> {
  return new Promise((resolve) => {
    // Printers sign their own certificates. Who answers is told by the fingerprint and by the printer's UUID.
    const socket = isSecure
      ? connectSecure({ host, port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] })
      : connectPlain({ host, port })
    const timer = setTimeout(() => {
      socket.destroy()
      resolve({ reason: 'connectTimeout', detail: `no connection to ${host}:${port} in ${milliseconds} ms` })
    }, milliseconds)
    const failed = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      resolve({ reason: reasonOf(error), detail: error.message })
    }
    socket.once('error', failed)
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      socket.off('error', failed)
      // What goes wrong later is told by the request.
      socket.on('error', () => undefined)
      resolve(socket)
    })
  })
}

function reasonOf({ code }: NodeJS.ErrnoException): SendReason {
  if (code === 'ECONNREFUSED') return 'connectionRefused'
  if (code === 'ETIMEDOUT') return 'connectTimeout'
  return code?.startsWith('ERR_SSL') || code === 'EPROTO' ? 'notUnderstood' : 'unreachable'
}

/** The body of the reply, or why there is none; it may come before the whole request has left. */
function answerTo(sending: ClientRequest): Promise<Uint8Array | IppFailure> {
  return new Promise((resolve) => {
    sending.on('error', (error) => resolve({ reason: 'connectionReset', detail: error.message }))
    sending.on('close', () => resolve({ reason: 'connectionReset', detail: 'the printer closed the line' }))
    sending.on('response', (reply) => readBody(reply).then(resolve))
  })
}

function readBody(reply: IncomingMessage): Promise<Uint8Array | IppFailure> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    reply.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length > longestReply) {
        reply.destroy()
        resolve({ reason: 'notUnderstood', detail: 'the answer does not end' })
      } else chunks.push(chunk)
    })
    reply.on('error', (error) => resolve({ reason: 'connectionReset', detail: error.message }))
    reply.on('end', () => {
      const { statusCode = 0 } = reply
      const detail = `HTTP ${statusCode}`
      if (statusCode === 200) resolve(Buffer.concat(chunks))
      else if (statusCode === 401 || statusCode === 403) resolve({ reason: 'notAllowed', detail })
      else if (statusCode === 503) resolve({ reason: 'busy', detail })
      else resolve({ reason: 'notUnderstood', detail })
    })
  })
}

/** Null: everything is on its way, or the printer has answered already and wants no more. */
async function write(
  sending: ClientRequest,
  head: Uint8Array,
  document: IppDocument | undefined,
  stall: number,
  answered: Promise<unknown>,
): Promise<IppFailure | null> {
  let isAnswered = false
  void answered.then(() => {
    isAnswered = true
  })
  const put = async (piece: Uint8Array): Promise<boolean> => {
    const taken = new Promise<true>((resolve) => sending.write(piece, () => resolve(true)))
    return (await within(stall, Promise.race([taken, answered]))) !== null
  }
  const stalled: IppFailure = { reason: 'stalled', detail: 'the printer took no more' }
  if (!(await put(head))) return stalled
  for (let at = 0; document !== undefined && at < document.bytes.length && !isAnswered; at += pieceSize) {
    const piece = document.bytes.subarray(at, at + pieceSize)
    document.onPiece(piece.length)
    if (!(await put(piece))) return stalled
  }
  if (!isAnswered) sending.end()
  return null
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds)
    void work.then((value) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}
