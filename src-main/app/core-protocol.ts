import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'
import type { StoredFile } from './core.ts'

/** What the main thread asks of the core's worker, by method name. */
export interface CoreMethods {
  state(): { isSetUp: boolean; stationName: string }
  issueEntryCode(): string
  redeemEntryCode(code: string): string | null
  issueRunToken(): string
  openWindowSession(): string
  hasSession(token: string): boolean
  locateFile(token: string, hash: string): StoredFile | null
  close(): void
}

export type ToWorker =
  | { readonly is: 'call'; readonly id: number; readonly method: keyof CoreMethods; readonly args: readonly string[] }
  | { readonly is: 'frame'; readonly connection: number; readonly token: string; readonly frame: ClientFrame }

export type FromWorker =
  | { readonly is: 'ready' }
  | { readonly is: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  | { readonly is: 'return'; readonly id: number; readonly value: unknown }
  | { readonly is: 'threw'; readonly id: number; readonly problem: string }
  | { readonly is: 'frame'; readonly connection: number; readonly frame: ServerFrame }
  | { readonly is: 'announce'; readonly frame: ServerFrame }
  | { readonly is: 'log'; readonly line: string }

export interface WorkerSetting {
  readonly dataFolder: string
  readonly demo: boolean
  readonly version: string
  /** `core-worker.ts` from source, `core-worker.js` when built; its siblings end alike. */
  readonly workerUrl: string
  readonly host: string
  readonly pid: number
}
