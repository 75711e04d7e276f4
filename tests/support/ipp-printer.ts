import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import {
  attribute,
  attributesOf,
  encodeIpp,
  type IppAttribute,
  type IppGroup,
  type IppMessage,
  ippTag,
} from '#main/printing/drivers/ipp/ipp-message.ts'
import { readIpp } from '#main/printing/drivers/ipp/read-ipp-message.ts'

/** An office printer without paper that speaks IPP, and can be broken in the ways such printers break. */
export type IppFault =
  | 'none'
  /** Takes the connection and answers nothing. */
  | 'hangs'
  /** Answers, but something else than IPP. */
  | 'nonsense'
  | 'password'
  /** Refuses the settings of every job. */
  | 'refuses'
  /** Says yes and names a setting it will not heed. */
  | 'substitutes'
  | 'aborts'
  | 'cancels'
  /** Completes the job with errors. */
  | 'withErrors'
  /** Completes the job and does not say how. */
  | 'withoutWord'
  /** Knows nothing of a job that is done. */
  | 'forgets'
  /** Stops with the job in it. */
  | 'mediaEmpty'
  /** Drops the line in the middle of the document. */
  | 'resetMidDocument'
  /** Takes the whole document and drops the line instead of answering. */
  | 'answerLost'
  /** Takes the head of the document and no more of it. */
  | 'stalls'
  /** Is at work for somebody else the first two times it is asked. */
  | 'busyTwice'
  | 'busyForEver'
  /** Does not take the document it is given. */
  | 'formatError'

export interface IppJob {
  readonly id: number
  readonly name: string
  readonly settings: readonly IppAttribute[]
  document: Uint8Array | null
  state: number
  reasons: string[]
}

export interface IppPrinterOptions {
  readonly fault?: IppFault
  /** Replaces what the printer says of itself; null takes an attribute away. */
  readonly says?: Readonly<Record<string, IppAttribute | null>>
  readonly isOld?: boolean
  /** Left out: wherever the system lets it. */
  readonly at?: { readonly host: string; readonly port: number }
  readonly certificate?: { readonly key: string; readonly cert: string }
}

export interface IppPrinter {
  readonly port: number
  fault: IppFault
  uuid: string
  readonly jobs: readonly IppJob[]
  /** Operations in the order they came. */
  readonly asked: readonly number[]
  /** Somebody loads paper. */
  loadPaper(): void
  close(): Promise<void>
}

const operations = [0x0002, 0x0004, 0x0005, 0x0006, 0x0008, 0x0009, 0x000a, 0x000b]

export async function openIppPrinter(options: IppPrinterOptions = {}): Promise<IppPrinter> {
  const jobs: IppJob[] = []
  const asked: number[] = []
  const sockets = new Set<Socket>()
  const state = { fault: options.fault ?? 'none', uuid: 'urn:uuid:00000000-0000-4000-8000-000000000001', busy: 0 }
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    if (state.fault === 'hangs') return
    if (state.fault === 'stalls' && Number(request.headers['content-length']) > 4000) {
      request.pause()
      return
    }
    const chunks: Buffer[] = []
    let length = 0
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (state.fault === 'resetMidDocument' && length > 4000) request.socket.resetAndDestroy()
    })
    request.on('end', () => answer(Buffer.concat(chunks), request, response))
  }
  const answer = (bytes: Buffer, request: IncomingMessage, response: ServerResponse) => {
    if (state.fault === 'nonsense') return response.end('<html>Welcome</html>')
    if (state.fault === 'password') return response.writeHead(401).end()
    const read = readIpp(bytes)
    if (read === null) return response.writeHead(400).end()
    const { message, end } = read
    asked.push(message.code)
    if (state.fault === 'answerLost' && bytes.length > end) {
      take(message, bytes.subarray(end))
      return request.socket.resetAndDestroy()
    }
    const groups = options.isOld && message.version !== 0x0101 ? 0x0503 : reply(message, bytes.subarray(end))
    const code = typeof groups === 'number' ? groups : (groups.code ?? 0)
    const own = typeof groups === 'number' ? [] : groups.groups
    const operation = {
      tag: ippTag.operation,
      attributes: [
        attribute(ippTag.charset, 'attributes-charset', 'utf-8'),
        attribute(ippTag.language, 'attributes-natural-language', 'en'),
      ],
    }
    response.writeHead(200, { 'content-type': 'application/ipp' })
    return response.end(encodeIpp({ ...message, code, groups: [operation, ...own] }))
  }
  const take = (message: IppMessage, document: Uint8Array): IppJob => {
    const known = jobOf(message)
    const job = known ?? create(message)
    job.document = Uint8Array.from(document)
    const ends: Partial<Record<IppFault, readonly [number, string[]]>> = {
      aborts: [8, ['aborted-by-system']],
      cancels: [7, ['job-canceled-at-device']],
      withErrors: [9, ['job-completed-with-errors']],
      withoutWord: [9, ['none']],
      mediaEmpty: [6, ['printer-stopped']],
    }
    const [end, reasons] = ends[state.fault] ?? [9, ['job-completed-successfully']]
    job.state = end
    job.reasons = [...reasons]
    return job
  }
  const create = (message: IppMessage): IppJob => {
    const name = attributesOf(message, ippTag.operation).get('job-name')?.[0]
    const settings = message.groups.find(({ tag }) => tag === ippTag.job)?.attributes ?? []
    const job: IppJob = {
      id: jobs.length + 41,
      name: typeof name === 'string' ? name : '',
      settings,
      document: null,
      state: 4,
      reasons: ['job-incoming'],
    }
    jobs.push(job)
    return job
  }
  const jobOf = (message: IppMessage) => {
    const id = attributesOf(message, ippTag.operation).get('job-id')?.[0]
    return jobs.find((job) => job.id === id)
  }
  const isHeld = () => state.fault === 'mediaEmpty' && jobs.some((job) => job.state === 6)
  const reply = (message: IppMessage, document: Uint8Array): number | { code?: number; groups: IppGroup[] } => {
    const unsupported = (name: string, code: number) => ({
      code,
      groups: [{ tag: ippTag.unsupported, attributes: [attribute(ippTag.keyword, name, 'no')] }],
    })
    switch (message.code) {
      case 0x000b: {
        const said = { ...ownWords(state.uuid, isHeld()), ...options.says }
        const attributes = Object.values(said).filter((each): each is IppAttribute => each !== null)
        return { groups: [{ tag: ippTag.printer, attributes }] }
      }
      case 0x0004:
        if (state.fault === 'busyForEver' || (state.fault === 'busyTwice' && state.busy++ < 2)) return 0x0507
        if (state.fault === 'refuses') return unsupported('sides', 0x040b)
        return state.fault === 'substitutes' ? unsupported('media', 0x0001) : { groups: [] }
      case 0x0005:
        return { groups: [jobGroup(create(message))] }
      case 0x0002:
      case 0x0006:
        if (state.fault === 'formatError') return 0x0411
        return { groups: [jobGroup(take(message, document))] }
      case 0x0009: {
        const job = jobOf(message)
        if (job === undefined || (state.fault === 'forgets' && job.state === 9)) return 0x0406
        return { groups: [jobGroup(job)] }
      }
      case 0x0008: {
        const job = jobOf(message)
        if (job === undefined) return 0x0406
        if (job.state < 7) Object.assign(job, { state: 7, reasons: ['job-canceled-by-user'] })
        return { groups: [] }
      }
      case 0x000a:
        return { groups: jobs.map(jobGroup) }
      default:
        return 0x0501
    }
  }
  const server = options.certificate ? createSecureServer(options.certificate, serve) : createServer(serve)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  const { host, port } = options.at ?? { host: '127.0.0.1', port: 0 }
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    jobs,
    asked,
    get fault() {
      return state.fault
    },
    set fault(fault) {
      state.fault = fault
    },
    get uuid() {
      return state.uuid
    },
    set uuid(uuid) {
      state.uuid = uuid
    },
    loadPaper: () => {
      state.fault = 'none'
      for (const job of jobs)
        if (job.state === 6) Object.assign(job, { state: 9, reasons: ['job-completed-successfully'] })
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function jobGroup({ id, name, state, reasons }: IppJob): IppGroup {
  return {
    tag: ippTag.job,
    attributes: [
      attribute(ippTag.integer, 'job-id', id),
      attribute(ippTag.name, 'job-name', name),
      attribute(ippTag.enum, 'job-state', state),
      attribute(ippTag.keyword, 'job-state-reasons', ...reasons),
    ],
  }
}

function ownWords(uuid: string, isHeld: boolean): Record<string, IppAttribute> {
  const all = [
    attribute(ippTag.uri, 'printer-uuid', uuid),
    attribute(ippTag.enum, 'printer-state', isHeld ? 5 : 3),
    attribute(ippTag.keyword, 'printer-state-reasons', isHeld ? 'media-empty-error' : 'none'),
    attribute(ippTag.boolean, 'printer-is-accepting-jobs', true),
    attribute(ippTag.enum, 'operations-supported', ...operations),
    attribute(ippTag.mimeType, 'document-format-supported', 'application/octet-stream', 'application/pdf'),
    attribute(ippTag.keyword, 'media-supported', 'iso_a4_210x297mm', 'na_letter_8.5x11in'),
    attribute(ippTag.keyword, 'media-col-supported', 'media-size', 'media-source'),
    attribute(ippTag.keyword, 'media-source-supported', 'auto', 'tray-1', 'tray-2'),
    attribute(ippTag.keyword, 'sides-supported', 'one-sided', 'two-sided-long-edge', 'two-sided-short-edge'),
    attribute(ippTag.range, 'copies-supported', { low: 1, high: 99 }),
    attribute(
      ippTag.keyword,
      'multiple-document-handling-supported',
      'separate-documents-uncollated-copies',
      'separate-documents-collated-copies',
    ),
    attribute(ippTag.keyword, 'print-color-mode-supported', 'auto', 'monochrome', 'color'),
    attribute(ippTag.keyword, 'print-scaling-supported', 'auto', 'fit', 'none'),
    attribute(ippTag.range, 'number-up-supported', { low: 1, high: 4 }),
    attribute(
      ippTag.resolution,
      'printer-resolution-supported',
      { across: 300, along: 300, unit: 3 },
      { across: 600, along: 600, unit: 3 },
      { across: 1200, along: 1200, unit: 3 },
    ),
  ]
  return Object.fromEntries(all.map((each) => [each.name, each]))
}
