// What a shell (window, headless host) knows of the program: the core behind a worker thread (write-path W11).
// Shells relay frames and serve files; they decide nothing.

import type { SecretBox } from '#main/platform/secrets/secret-box.ts'
import type { PagePrinter } from '#main/printing/module.ts'
import type { ClientFrame, ServerFrame } from '#shared/kernel/contract.ts'
import type { StoredFile, SyncWishes } from './core-protocol.ts'

export type { PagePrinted, PagePrinter, WindowsPage } from '#main/printing/module.ts'

export type { StoredFile } from './core-protocol.ts'

export interface Core {
  /** Kind of shop in this data folder; `keysIn`: the folder of its key file, where no keychain keeps the keys of several. */
  readonly state: () => Promise<{ isSetUp: boolean; stationName: string; keysIn: string | null }>
  /** A one-time code that signs one browser in (5 min, single use). */
  issueEntryCode(): Promise<string>
  /** Code -> session token (null: unknown, used or expired). */
  redeemEntryCode(code: string): Promise<string | null>
  /** A bearer token for this run: administrator on a demo shop, set-up rights on empty data. */
  issueRunToken(): Promise<string>
  /** Session for a desktop window. */
  openWindowSession(): Promise<string>
  /** A live connection for a session token: frames in, frames and announcements out. null: no such session. */
  connect(token: string, deliver: (frame: ServerFrame) => void): Promise<CoreConnection | null>
  /** Path on disk and media type of a stored file for a session allowed to see it; null if unknown. */
  locateFile(token: string, hash: string): Promise<StoredFile | null>
  /** A code that lets one more station in; null without a cloud, or while it cannot be reached. */
  pairingCode(): Promise<string | null>
  /** All documents as lines of JSON in a new file; how many. */
  exportShop(path: string): Promise<number>
  close(): Promise<void>
}

export interface CoreConnection {
  send(frame: ClientFrame): void
  close(): void
}

export interface CoreOptions {
  readonly dataFolder: string
  readonly demo: boolean
  readonly workerUrl: URL
  readonly version: string
  readonly log: (line: string) => void
  /** Where keys of stations lie: the usual place of this computer unless said, never in the data folder. */
  readonly sync?: Partial<SyncWishes>
  /** Where the shell can ask a keychain; without it a key file keeps the secrets. */
  readonly secretBox?: SecretBox
  /** Prints PDFs on queues of Windows where no program of its own is there for it. */
  readonly pagePrinter?: PagePrinter
}

export type StartCore = (options: CoreOptions) => Promise<Core>
