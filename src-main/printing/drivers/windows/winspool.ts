import { createRequire } from 'node:module'
import { type CallLimits, limitedCalls, SpoolerHangs, spoolerLimits } from './limited-calls.ts'

/** What is used of koffi, which calls functions of the system's own libraries. Loaded on Windows only. */
export interface Koffi {
  load(library: string): {
    func(convention: string, name: string, result: string, parameters: readonly unknown[]): NativeFunction
  }
  struct(fields: Readonly<Record<string, unknown>>): unknown
  array(type: unknown, length: number): unknown
  pointer(type: unknown): unknown
  out(type: unknown): unknown
  decode(from: Uint8Array, type: unknown): unknown
  sizeof(type: unknown): number
}

interface NativeFunction {
  /** In a thread of its own: a spooler may take seconds. The last argument hears the result. */
  async(...args: unknown[]): void
}

/** A queue that was opened. */
export interface PrinterHandle {
  readonly queue: string
  readonly native: unknown
}

export interface WindowsPrinter {
  readonly name: string
  readonly driver: string
  readonly port: string
  readonly comment: string
  readonly attributes: number
  readonly status: number
  readonly jobs: number
}

export interface WindowsJob {
  readonly id: number
  readonly document: string
  readonly status: number
  /** The printer's or driver's own words. */
  readonly words: string
}

/** The Windows spooler, as far as it takes part in printing. Nothing of it throws but `SpoolerHangs`. */
export interface Winspool {
  /** None where the spooler does not answer in time. */
  printers(): Promise<WindowsPrinter[]>
  /** Null: there is no such printer, or it may not be used. That it opens says nothing of whether it is switched on. */
  open(queue: string): Promise<PrinterHandle | null>
  printer(handle: PrinterHandle): Promise<WindowsPrinter | null>
  /** The number of the job that takes bytes untouched, or null. */
  startRaw(handle: PrinterHandle, title: string): Promise<number | null>
  /** How many bytes were taken; null: none, and no more will be. */
  write(handle: PrinterHandle, bytes: Uint8Array): Promise<number | null>
  endRaw(handle: PrinterHandle): Promise<boolean>
  /** As well as it can be done, and without a word where it cannot. */
  abort(handle: PrinterHandle): Promise<void>
  /** Null: the job is not in the queue any more. */
  job(handle: PrinterHandle, id: number): Promise<WindowsJob | null>
  jobs(handle: PrinterHandle): Promise<WindowsJob[]>
  /** The same; what hangs in a call is taken back and closed when the call returns. */
  close(handle: PrinterHandle): Promise<void>
}

const localAndConnected = 0x02 | 0x04
const mayPrint = 0x08
const [printerLevel, jobLevel, documentLevel] = [2, 1, 1]
const mostJobs = 200

/** The documented interface of winspool.drv. Failures are told by results alone: the last error belongs to another thread. */
export function winspoolBy(koffi: Koffi, limits: CallLimits = spoolerLimits): Winspool {
  const { call, isStuck, whenFree } = limitedCalls(limits)
  const library = koffi.load('winspool.drv')
  const handleOut = koffi.out(koffi.pointer('void *'))
  const countOut = koffi.out(koffi.pointer('uint32_t'))
  const defaults = koffi.struct({ pDatatype: 'str16', pDevMode: 'void *', DesiredAccess: 'uint32_t' })
  const documentInfo = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' })
  const printerInfo = koffi.struct(printerFields)
  const jobInfo = koffi.struct(jobFields)
  const bind = (name: string, ...parameters: readonly unknown[]) => {
    const native = library.func('__stdcall', name, 'int', parameters)
    const start = (args: readonly unknown[]) => (done: (result: number) => void) =>
      native.async(...args, (error: unknown, result: unknown) => done(error ? 0 : Number(result)))
    return {
      of: ({ queue, native: handle }: PrinterHandle, ...args: readonly unknown[]): Promise<number> =>
        call(name, queue, start([handle, ...args])),
      on: (queue: string, args: readonly unknown[], late?: (result: number) => void): Promise<number> =>
        call(name, queue, start(args), late),
    }
  }
  const openPrinter = bind('OpenPrinterW', 'str16', handleOut, koffi.pointer(defaults))
  const closePrinter = bind('ClosePrinter', 'void *')
  const getPrinter = bind('GetPrinterW', 'void *', 'uint32_t', 'uint8_t *', 'uint32_t', countOut)
  const enumPrinters = bind(
    ...(['EnumPrintersW', 'uint32_t', 'str16', 'uint32_t', 'uint8_t *', 'uint32_t', countOut, countOut] as const),
  )
  const startDoc = bind('StartDocPrinterW', 'void *', 'uint32_t', koffi.pointer(documentInfo))
  const startPage = bind('StartPagePrinter', 'void *')
  const writePrinter = bind('WritePrinter', 'void *', 'uint8_t *', 'uint32_t', countOut)
  const endPage = bind('EndPagePrinter', 'void *')
  const endDoc = bind('EndDocPrinter', 'void *')
  const abortPrinter = bind('AbortPrinter', 'void *')
  const getJob = bind('GetJobW', 'void *', 'uint32_t', 'uint32_t', 'uint8_t *', 'uint32_t', countOut)
  const enumJobs = bind(
    ...([
      'EnumJobsW',
      'void *',
      'uint32_t',
      'uint32_t',
      'uint32_t',
      'uint8_t *',
      'uint32_t',
      countOut,
      countOut,
    ] as const),
  )

  const abort = async (handle: PrinterHandle): Promise<void> => {
    await abortPrinter.of(handle).catch(nothingIfItHangs)
  }
  const close = async (handle: PrinterHandle): Promise<void> => {
    await closePrinter.of(handle).catch(nothingIfItHangs)
  }

  /** Asks how much there is to say, then for it; what grows in between is asked once more. */
  const filled = async (
    ask: (buffer: Uint8Array | null, size: number, needed: number[]) => Promise<number>,
  ): Promise<Uint8Array | null> => {
    const needed = [0]
    await ask(null, 0, needed)
    for (let tries = 0; tries < 3 && (needed[0] ?? 0) > 0; tries += 1) {
      const buffer = new Uint8Array(needed[0] ?? 0)
      if ((await ask(buffer, buffer.length, needed)) !== 0) return buffer
    }
    return null
  }
  const listOf = <T>(buffer: Uint8Array, type: unknown, count: number, read: (fields: unknown) => T): T[] =>
    Array.from({ length: count }, (_, index) => read(koffi.decode(buffer.subarray(index * koffi.sizeof(type)), type)))

  return {
    printers: async () => {
      const count = [0]
      const buffer = await filled((bytes, size, needed) =>
        enumPrinters.on(everyQueue, [localAndConnected, null, printerLevel, bytes, size, needed, count]),
      ).catch(nothingIfItHangs)
      return buffer === null ? [] : listOf(buffer, printerInfo, count[0] ?? 0, printerOf)
    },
    open: async (queue) => {
      const handle: unknown[] = [null]
      const wish = { pDatatype: 'RAW', pDevMode: null, DesiredAccess: mayPrint }
      const opened = () => ({ queue, native: handle[0] })
      const late = (result: number) => {
        if (result !== 0) whenFree(queue, () => void close(opened()))
      }
      return (await openPrinter.on(queue, [queue, handle, wish], late)) === 0 ? null : opened()
    },
    printer: async (handle) => {
      const buffer = await filled((bytes, size, needed) => getPrinter.of(handle, printerLevel, bytes, size, needed))
      return buffer === null ? null : printerOf(koffi.decode(buffer, printerInfo))
    },
    startRaw: async (handle, title) => {
      // RAW alone passes a driver untouched (P14).
      const id = await startDoc.of(handle, documentLevel, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' })
      if (id === 0) return null
      if ((await startPage.of(handle)) !== 0) return id
      await abort(handle)
      return null
    },
    write: async (handle, bytes) => {
      const written = [0]
      return (await writePrinter.of(handle, bytes, bytes.length, written)) === 0 ? null : (written[0] ?? 0)
    },
    endRaw: async (handle) => {
      const isPageDone = (await endPage.of(handle)) !== 0
      return (await endDoc.of(handle)) !== 0 && isPageDone
    },
    abort,
    job: async (handle, id) => {
      const buffer = await filled((bytes, size, needed) => getJob.of(handle, id, jobLevel, bytes, size, needed))
      return buffer === null ? null : jobOf(koffi.decode(buffer, jobInfo))
    },
    jobs: async (handle) => {
      const count = [0]
      const buffer = await filled((bytes, size, needed) =>
        enumJobs.of(handle, 0, mostJobs, jobLevel, bytes, size, needed, count),
      )
      return buffer === null ? [] : listOf(buffer, jobInfo, count[0] ?? 0, jobOf)
    },
    close: async (handle) => {
      if (!isStuck(handle.queue)) return close(handle)
      whenFree(handle.queue, () => void abort(handle).then(() => close(handle)))
    },
  }
}

/** What belongs to no queue hangs by itself. */
const everyQueue = ''

function nothingIfItHangs(problem: unknown): null {
  if (problem instanceof SpoolerHangs) return null
  throw problem
}

/** PRINTER_INFO_2W. */
const printerFields = {
  pServerName: 'str16',
  pPrinterName: 'str16',
  pShareName: 'str16',
  pPortName: 'str16',
  pDriverName: 'str16',
  pComment: 'str16',
  pLocation: 'str16',
  pDevMode: 'void *',
  pSepFile: 'str16',
  pPrintProcessor: 'str16',
  pDatatype: 'str16',
  pParameters: 'str16',
  pSecurityDescriptor: 'void *',
  Attributes: 'uint32_t',
  Priority: 'uint32_t',
  DefaultPriority: 'uint32_t',
  StartTime: 'uint32_t',
  UntilTime: 'uint32_t',
  Status: 'uint32_t',
  cJobs: 'uint32_t',
  AveragePPM: 'uint32_t',
} as const

/** JOB_INFO_1W; the time it was submitted at stands as two whole numbers. */
const jobFields = {
  JobId: 'uint32_t',
  pPrinterName: 'str16',
  pMachineName: 'str16',
  pUserName: 'str16',
  pDocument: 'str16',
  pDatatype: 'str16',
  pStatus: 'str16',
  Status: 'uint32_t',
  Priority: 'uint32_t',
  Position: 'uint32_t',
  TotalPages: 'uint32_t',
  PagesPrinted: 'uint32_t',
  Submitted1: 'uint32_t',
  Submitted2: 'uint32_t',
  Submitted3: 'uint32_t',
  Submitted4: 'uint32_t',
} as const

type Fields = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function printerOf(fields: unknown): WindowsPrinter {
  const { pPrinterName, pDriverName, pPortName, pComment, Attributes, Status, cJobs } = fields as Fields
  return {
    name: text(pPrinterName),
    driver: text(pDriverName),
    port: text(pPortName),
    comment: text(pComment),
    attributes: Number(Attributes),
    status: Number(Status),
    jobs: Number(cJobs),
  }
}

function jobOf(fields: unknown): WindowsJob {
  const { JobId, pDocument, pStatus, Status } = fields as Fields
  return { id: Number(JobId), document: text(pDocument), status: Number(Status), words: text(pStatus) }
}

/**
 * The spooler of this computer, where it is one of Windows; the library is not touched anywhere else. Where it cannot be
 * loaded there is no such road, and the program starts all the same.
 */
export function systemWinspool(
  platform: NodeJS.Platform,
  load: () => unknown = () => createRequire(import.meta.url)('koffi'),
): Winspool | null {
  if (platform !== 'win32') return null
  try {
    return winspoolBy(load() as Koffi)
  } catch {
    return null
  }
}
