import type { Koffi } from '#main/printing/drivers/windows/winspool.ts'

export interface SpooledJob {
  readonly id: number
  readonly document: string
  readonly datatype: string
  bytes: number[]
  status: number
  /** Questions after which it has left the queue; infinite: never. */
  stays: number
}

export interface QueueStandIn {
  status: number
  attributes: number
  driver: string
  port?: string
}

export interface WindowsStandIn {
  /** In the place of the library that calls the system's own. */
  readonly koffi: Koffi
  readonly queues: Map<string, QueueStandIn>
  readonly jobs: SpooledJob[]
  /** Every call by its name and what stood in it: texts, numbers and structures. */
  readonly calls: readonly (readonly [name: string, ...args: readonly unknown[]])[]
  openHandles: number
  /** How many more pieces are taken. */
  takes: number
  /** Calls that do not come back until they are let go. */
  readonly hanging: Set<string>
  /** Lets go of all that hang; how many there were. */
  letGo(): number
  /** How often the next jobs are seen in the queue, and what they say meanwhile. */
  next: { stays: number; status: number }
}

type Call = (args: readonly unknown[]) => number

/** winspool.drv as Microsoft documents it: queues, handles, buffers that are first too small, jobs that leave the queue. */
export function windowsStandIn(): WindowsStandIn {
  const queues = new Map<string, QueueStandIn>()
  const jobs: SpooledJob[] = []
  const calls: (readonly [string, ...unknown[]])[] = []
  const handles = new Map<unknown, { queue: string; job: SpooledJob | null }>()
  const filled = new WeakMap<ArrayBufferLike, readonly object[]>()
  const size = 64
  const hanging = new Set<string>()
  let stuck: (() => void)[] = []
  const self = { openHandles: 0, takes: Number.POSITIVE_INFINITY, next: { stays: 1, status: 0 } }
  /** Fills a buffer that is large enough, else says how large it has to be. */
  const fill = (buffer: unknown, given: unknown, needed: unknown, rows: readonly object[]): number => {
    const out = needed as number[]
    out[0] = rows.length * size
    if (!(buffer instanceof Uint8Array) || Number(given) < rows.length * size) return 0
    filled.set(buffer.buffer, rows)
    return 1
  }
  const printerRow = (name: string) => {
    const { status, attributes, driver, port = '' } = queues.get(name) ?? { status: 0, attributes: 0, driver: '' }
    const names = { pPrinterName: name, pDriverName: driver, pPortName: port, pComment: '' }
    return { ...names, Attributes: attributes, Status: status, cJobs: 0 }
  }
  const jobRow = ({ id, document, status }: SpooledJob) => ({
    JobId: id,
    pDocument: document,
    pStatus: null,
    Status: status,
  })
  const functions = new Map<string, Call>([
    [
      'OpenPrinterW',
      ([name, out]) => {
        if (!queues.has(String(name))) return 0
        const handle = { name }
        handles.set(handle, { queue: String(name), job: null })
        self.openHandles += 1
        ;(out as unknown[])[0] = handle
        return 1
      },
    ],
    [
      'ClosePrinter',
      ([handle]) => {
        self.openHandles -= 1
        return handles.delete(handle) ? 1 : 0
      },
    ],
    [
      'GetPrinterW',
      ([handle, level, buffer, given, needed]) =>
        level === 2 ? fill(buffer, given, needed, [printerRow(handles.get(handle)?.queue ?? '')]) : 0,
    ],
    [
      'EnumPrintersW',
      ([flags, , level, buffer, given, needed, count]) => {
        if (flags !== 6 || level !== 2) return 0
        const done = fill(buffer, given, needed, [...queues.keys()].map(printerRow))
        ;(count as number[])[0] = done ? queues.size : 0
        return done
      },
    ],
    [
      'StartDocPrinterW',
      ([handle, level, info]) => {
        const { pDocName, pDatatype } = info as { pDocName: string; pDatatype: string }
        const open = handles.get(handle)
        if (open === undefined || level !== 1) return 0
        const job = { id: jobs.length + 7, document: pDocName, datatype: pDatatype, bytes: [], ...self.next }
        open.job = job
        jobs.push(job)
        return job.id
      },
    ],
    ['StartPagePrinter', () => 1],
    [
      'WritePrinter',
      ([handle, bytes, length, written]) => {
        const job = handles.get(handle)?.job
        if (!job || self.takes <= 0 || !(bytes instanceof Uint8Array)) return 0
        self.takes -= 1
        job.bytes = [...job.bytes, ...bytes.subarray(0, Number(length))]
        ;(written as number[])[0] = Number(length)
        return 1
      },
    ],
    ['EndPagePrinter', () => 1],
    ['EndDocPrinter', () => 1],
    [
      'AbortPrinter',
      ([handle]) => {
        const job = handles.get(handle)?.job
        if (job) job.stays = 0
        return 1
      },
    ],
    [
      'GetJobW',
      ([, id, level, buffer, given, needed]) => {
        const job = jobs.find((each) => each.id === id)
        if (level !== 1 || job === undefined || job.stays <= 0) return 0
        if (buffer !== null) job.stays -= 1
        return fill(buffer, given, needed, [jobRow(job)])
      },
    ],
    [
      'EnumJobsW',
      ([, , , level, buffer, given, needed, count]) => {
        const waiting = jobs.filter((job) => job.stays > 0)
        const done = level === 1 ? fill(buffer, given, needed, waiting.map(jobRow)) : 0
        ;(count as number[])[0] = done ? waiting.length : 0
        return done
      },
    ],
  ])
  const koffi: Koffi = {
    load: (library) => {
      calls.push(['load', library])
      return {
        func: (convention, name) => {
          const call = functions.get(name)
          if (call === undefined || convention !== '__stdcall') throw new Error(`winspool.drv has no ${name}`)
          return {
            async: (...args) => {
              const done = args.pop() as (error: unknown, result: unknown) => void
              calls.push([name, ...args.filter((each) => typeof each !== 'object' || isStructure(each))])
              const answer = () => {
                const result = call(args)
                setImmediate(() => done(null, result))
              }
              if (hanging.has(name)) stuck.push(answer)
              else answer()
            },
          }
        },
      }
    },
    struct: (fields) => ({ fields }),
    array: (type, length) => ({ type, length }),
    pointer: (type) => ({ type }),
    out: (type) => ({ type }),
    sizeof: () => size,
    decode: (from) => filled.get(from.buffer)?.[from.byteOffset / size],
  }
  const letGo = () => {
    const all = stuck
    stuck = []
    hanging.clear()
    for (const answer of all) answer()
    return all.length
  }
  return Object.assign(self, { koffi, queues, jobs, calls, hanging, letGo })
}

function isStructure(value: unknown): boolean {
  return (
    value !== null && typeof value === 'object' && Object.keys(value).some((key) => /^(?:p[A-Z]|Desired)/u.test(key))
  )
}
