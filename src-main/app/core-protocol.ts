import type { PagePrinted, WindowsPage } from '#main/printing/module.ts'
import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'

/** A file of the store by its hash: artwork, thumbnails, PDFs of issued papers. */
export interface StoredFile {
  readonly path: string
  readonly mediaType: string
  readonly size: number
}

/** What the main thread asks of the core's worker, by method name. */
export interface CoreMethods {
  state(): { isSetUp: boolean; stationName: string; keysIn: string | null }
  issueEntryCode(): string
  redeemEntryCode(code: string): string | null
  issueRunToken(): string
  openWindowSession(): string
  hasSession(token: string): boolean
  locateFile(token: string, hash: string): StoredFile | null
  pairingCode(): string | null
  exportShop(path: string): number
  close(): void
}

export type ToWorker =
  | { readonly is: 'call'; readonly id: number; readonly method: keyof CoreMethods; readonly args: readonly string[] }
  | { readonly is: 'frame'; readonly connection: number; readonly token: string; readonly frame: ClientFrame }
  | ({ readonly is: 'boxed'; readonly id: number } & BoxAnswer)
  | { readonly is: 'pagePrinted'; readonly id: number; readonly answer: PagePrinted }

export type FromWorker =
  | { readonly is: 'ready' }
  | { readonly is: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  | { readonly is: 'return'; readonly id: number; readonly value: unknown }
  | { readonly is: 'threw'; readonly id: number; readonly problem: string }
  | { readonly is: 'frame'; readonly connection: number; readonly frame: ServerFrame }
  | { readonly is: 'announce'; readonly frame: ServerFrame }
  | { readonly is: 'log'; readonly line: string }
  | { readonly is: 'box'; readonly id: number; readonly ask: BoxQuestion }
  | { readonly is: 'printPage'; readonly id: number; readonly page: WindowsPage }

/** What the core asks the shell's keychain: only the main thread reaches it. */
export type BoxQuestion =
  | { readonly do: 'strength' }
  | { readonly do: 'seal'; readonly text: string }
  | { readonly do: 'open'; readonly sealed: Uint8Array }

export type BoxAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string }

export interface WorkerSetting {
  readonly dataFolder: string
  readonly demo: boolean
  readonly version: string
  /** `core-worker.ts` from source, `core-worker.js` when built; its siblings end alike. */
  readonly workerUrl: string
  readonly host: string
  readonly pid: number
  readonly sync: SyncWishes
  /** The shell offers the system's keychain. */
  readonly hasKeychain: boolean
  /** The shell can print a PDF on a queue. */
  readonly hasPagePrinter: boolean
}

/** Where this computer keeps stations' keys, and what the start asks for: a cloud to found in, or one to join. */
export interface SyncWishes {
  readonly keysFolder: string
  readonly stationName: string
  readonly found?: string
  /** The cloud's certificate or its authority, as a file or a fingerprint. */
  readonly cloudCa?: string
  readonly join?: { readonly cloudUrl: string; readonly code: string }
}
